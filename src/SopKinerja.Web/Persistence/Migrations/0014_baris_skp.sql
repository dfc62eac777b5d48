-- A plan counts the lines of its history, so that nothing of it changes without a line and no line is written without the plan.
alter table plans disable trigger user;
alter table plans add column lines int not null default 0;
update plans set lines = (select coalesce(max(h.no), 0) from plan_history h where h.plan_id = plans.id);
alter table plans alter column lines drop default;
alter table plans enable trigger user;

create function plan_counts_its_lines() returns trigger language plpgsql as $$
begin
    if (new.state, new.content, new.atasan_id, new.agreed_at) is distinct from (old.state, old.content, old.atasan_id, old.agreed_at)
        and new.lines <= old.lines then
        raise exception 'plan % changes without a line in its history', old.id using errcode = 'SK003';
    end if;
    return new;
end $$;
-- After the guard, which says what is wrong with the change itself.
create trigger lines before update on plans for each row execute function plan_counts_its_lines();

-- At the end of every transaction the last line says where the plan stands, and the plan how many lines there are; whichever of the two
-- was written.
create or replace function plan_has_history() returns trigger language plpgsql as $$
declare
    the_plan bigint := case tg_table_name when 'plans' then (to_jsonb(new) ->> 'id')::bigint else (to_jsonb(new) ->> 'plan_id')::bigint end;
    p record;
    last record;
begin
    select state, lines into p from plans where id = the_plan;
    select no, "to" into last from plan_history where plan_id = the_plan order by no desc limit 1;
    if (p.state, p.lines) is distinct from (last."to", last.no) then
        raise exception 'plan % and its history do not say the same', the_plan using errcode = 'SK003';
    end if;
    return null;
end $$;
create constraint trigger has_plan after insert on plan_history
    deferrable initially deferred for each row execute function plan_has_history();

-- A plan is written, proposed and taken back by its owner or an analis.
create function plan_history_writer() returns trigger language plpgsql as $$
begin
    if new.move in ('Created', 'Written', 'Proposed', 'Withdrawn')
        and not exists (select from plans p where p.id = new.plan_id and p.pegawai_id = new.actor_id)
        and not exists (select from accounts a where a.pegawai_id = new.actor_id and 'Analis' = any (a.offices)) then
        raise exception 'person % does not write plan %', new.actor_id, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;
create trigger writer before insert on plan_history for each row execute function plan_history_writer();

-- The administrator reads both logs as one, the newest first.
create index ix_changes_at_id on changes (at, id);
create index ix_plan_history_at_id on plan_history (at, id);
