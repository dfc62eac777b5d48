-- A dossier may be given up before its approval: it stays as it is, and the place of the person in the period is free again.
alter table dossiers
    add column cancelled_at timestamptz,
    drop constraint dossiers_period_id_asn_id_bagian_key,
    add constraint cancelled_before_approval check (cancelled_at is null or (closed_at is null and step <= 4 and document_version = 0));
create unique index ix_dossiers_period_id_asn_id_bagian on dossiers (period_id, asn_id, bagian) where cancelled_at is null;

-- The ways out of the SOP: SopTable in the program says the same, and a test compares the two.
create table sop_exits (
    move        text primary key,
    performer   text not null,
    until       smallint not null check (until between 1 and 7)
);
insert into sop_exits (move, performer, until) values ('Cancelled', 'Kasubbag', 4);
create trigger fixed before insert or update or delete on sop_exits for each row execute function refuse();
create trigger fixed_all before truncate on sop_exits execute function refuse();

alter table history
    drop constraint history_move_check,
    add constraint history_move_check check (move in (
        'Opened', 'Worked', 'Completed', 'SentBack', 'Objected', 'Closed', 'Received', 'Answered', 'Decided', 'Ratified', 'Cancelled')),
    drop constraint sending_back_has_a_reason,
    add constraint sending_back_has_a_reason check (
        move not in ('SentBack', 'Objected', 'Cancelled') or coalesce(length(trim(reason)), 0) > 0);

create function cancelled_guard() returns trigger language plpgsql as $$
begin
    if old.cancelled_at is not null then
        raise exception 'dossier % was given up: nothing in it can change', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger cancelled before update on dossiers for each row execute function cancelled_guard();

-- Both ways: given up with a line that says so, and no such line without it.
create function cancelled_has_history() returns trigger language plpgsql as $$
declare
    the_dossier bigint := case tg_table_name when 'history' then (to_jsonb(new) ->> 'dossier_id')::bigint else new.id end;
begin
    if (select cancelled_at is not null from dossiers where id = the_dossier)
        is distinct from (select h.move = 'Cancelled' from history h where h.dossier_id = the_dossier order by h.no desc limit 1) then
        raise exception 'dossier % was given up without a line in its history', the_dossier using errcode = 'SK003';
    end if;
    return null;
end $$;
create constraint trigger cancelled_has_history after update on dossiers
    deferrable initially deferred for each row when (new.cancelled_at is not null) execute function cancelled_has_history();
create constraint trigger cancelled_in_full after insert on history
    deferrable initially deferred for each row when (new.move = 'Cancelled') execute function cancelled_has_history();

create or replace function history_guard() returns trigger language plpgsql as $$
declare
    d record;
    last record;
    fits boolean;
    substep_performer text := sop_substep_performer(new.move);
    way_out record;
    performer text;
begin
    select * into way_out from sop_exits e where e.move = new.move;
    performer := coalesce(way_out.performer, substep_performer, sop_performer(new."from"));
    select asn_id, atasan_langsung_id, atasan_pejabat_penilai_id, asks_pengesahan, document_version into d from dossiers where id = new.dossier_id;
    select no, "to", move into last from history where dossier_id = new.dossier_id order by no desc limit 1;

    if new.no <> coalesce(last.no, 0) + 1 or new."from" <> coalesce(last."to", 1) or last.move = 'Closed'
        or exists (select from sop_exits e where e.move = last.move) then
        raise exception 'line % of the history of dossier % is out of order', new.no, new.dossier_id using errcode = 'SK002';
    end if;
    fits := case new.move
        when 'Opened' then new.no = 1 and new."to" = 1
        when 'Worked' then new."to" = new."from"
        when 'Completed' then new."to" = new."from" + 1
        when 'SentBack' then new."to" = sop_back_to(new."from")
        when 'Objected' then new."from" = 5 and new."to" = 5
        when 'Received' then new."from" = 5 and new."to" = 5
        when 'Answered' then last.move = 'Objected' and new."to" = (case when d.atasan_pejabat_penilai_id is null then 4 else 5 end)
        when 'Decided' then last.move = 'Answered' and new."from" = 5 and new."to" = 4
        when 'Ratified' then last.move = 'Received' and new."to" = 6
        when 'Closed' then new."from" = 7 and new."to" = 7
        else new."from" <= way_out.until and new."to" = new."from" and d.document_version = 0
        end;
    if fits is not true
        or (new."from" = 5 and last.move in ('Objected', 'Answered', 'Received') and substep_performer is null) then
        raise exception '% from step % to step % is outside the order of the SOP', new.move, new."from", new."to" using errcode = 'SK002';
    end if;
    if new.capacity <> performer then
        raise exception 'step % is performed by %, not by %', new."from", performer, new.capacity using errcode = 'SK004';
    end if;
    if (new.actor_id = d.asn_id) <> (new.capacity = 'Asn')
        or (new.capacity = 'AtasanLangsung' and new.actor_id <> d.atasan_langsung_id)
        or (new.capacity = 'AtasanPejabatPenilai' and new.actor_id is distinct from d.atasan_pejabat_penilai_id) then
        raise exception 'person % may not act as % on dossier %', new.actor_id, new.capacity, new.dossier_id using errcode = 'SK004';
    end if;
    -- Duties are kept apart between those who carry a dossier on, not for who gives it up.
    if way_out is null and exists (
        select from sop_not_also n
        where n.step = new."from" and n.substep = coalesce((
                select s.substep from sop_rows s where s.step = new."from" and s.substep > 0 and s.move = new.move), 0)
            and (new.actor_id = (case n.role
                    when 'Asn' then d.asn_id
                    when 'AtasanLangsung' then d.atasan_langsung_id
                    when 'AtasanPejabatPenilai' then d.atasan_pejabat_penilai_id end)
                or exists (
                    select from history h
                    where h.dossier_id = new.dossier_id and h.actor_id = new.actor_id and h.capacity = n.role))) then
        raise exception 'person % already is or acted in another capacity on dossier %', new.actor_id, new.dossier_id using errcode = 'SK004';
    end if;
    return new;
end $$;

create or replace function part_of_open_dossier() returns trigger language plpgsql as $$
declare
    d record;
    the_dossier bigint := case tg_op when 'DELETE' then old.dossier_id else new.dossier_id end;
begin
    select step, coalesce(closed_at, cancelled_at) as ended_at into d from dossiers where dossiers.id = the_dossier;
    if d.ended_at is not null then
        raise exception 'dossier % has ended: nothing can be added', the_dossier using errcode = 'SK001';
    end if;
    if tg_table_name = 'evidence_contents' and d.step <> 1 then
        raise exception 'evidence of dossier % is fixed since it was handed on', the_dossier using errcode = 'SK001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create or replace function plan_guard() returns trigger language plpgsql as $$
begin
    if old.state = 'Agreed' then
        if tg_op = 'DELETE' or new.state <> 'Draft'
            or (new.content, new.atasan_id, new.pegawai_id, new.period_id)
                is distinct from (old.content, old.atasan_id, old.pegawai_id, old.period_id) then
            raise exception 'plan % is agreed and locked', old.id using errcode = 'SK001';
        end if;
        if exists (select from dossiers
            where period_id = old.period_id and asn_id = old.pegawai_id and closed_at is null and cancelled_at is null) then
            raise exception 'plan % is measured by a dossier that still runs', old.id using errcode = 'SK002';
        end if;
        insert into plan_versions (plan_id, atasan_id, content, agreed_at) values (old.id, old.atasan_id, old.content, old.agreed_at);
        return new;
    end if;
    if tg_op = 'DELETE' then
        raise exception 'plan % has a history: it is kept', old.id using errcode = 'SK001';
    end if;
    if old.state = 'Draft' and new.state = 'Agreed' then
        raise exception 'plan % is agreed without having been proposed', old.id using errcode = 'SK002';
    end if;
    if old.state = 'Proposed' and (new.content, new.atasan_id) is distinct from (old.content, old.atasan_id) then
        raise exception 'plan % is proposed: its content and its atasan are fixed', old.id using errcode = 'SK001';
    end if;
    if new.content ->> 'method' is distinct from old.content ->> 'method' then
        raise exception 'plan % changes its regulation', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
