-- A plan that waits for an agreement may be taken back by those who proposed it; why stands beside the reason of giving back.
alter table plans
    add column withdraw_reason text,
    add constraint withdrawn_is_a_draft check (withdraw_reason is null or (state = 'Draft' and return_reason is null));

-- The content of an SKP under PermenPANRB 6/2022, beside the kegiatan of PP 46/2011; a plan is under one of them.
alter table plans
    add column sasaran jsonb,
    add constraint one_regulation check (sasaran is null or kegiatan = '[]');

-- From draft to proposed to agreed, and from proposed back to draft with a reason. What was laid before the atasan langsung stays as he
-- reads it, an agreed plan is locked, and no plan changes its regulation.
create or replace function plan_guard() returns trigger language plpgsql as $$
begin
    if old.state = 'Agreed' then
        raise exception 'plan % is agreed and locked', old.id using errcode = 'SK001';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    if old.state = 'Draft' and new.state = 'Agreed' then
        raise exception 'plan % is agreed without having been proposed', old.id using errcode = 'SK002';
    end if;
    if old.state = 'Proposed' and new.state = 'Draft' and length(trim(concat(new.return_reason, new.withdraw_reason))) = 0 then
        raise exception 'plan % comes back without a reason', old.id using errcode = 'SK002';
    end if;
    if old.state = 'Proposed' and (new.kegiatan, new.sasaran, new.atasan_id) is distinct from (old.kegiatan, old.sasaran, old.atasan_id) then
        raise exception 'plan % is proposed: its content and its atasan are fixed', old.id using errcode = 'SK001';
    end if;
    if (new.sasaran is null) <> (old.sasaran is null) then
        raise exception 'plan % changes its regulation', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
