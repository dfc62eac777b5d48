-- The rows of the SOP that the guards need, as rows: SopTable in the program says the same, and a test compares the two.

create table sop_rows (
    step        smallint not null check (step between 1 and 7),
    -- 0 for a row of the form, else a part of the step.
    substep     smallint not null,
    performer   text not null,
    back_to     smallint,
    -- With which move it ends.
    move        text not null,
    primary key (step, substep)
);
insert into sop_rows (step, substep, performer, back_to, move) values
    (1, 0, 'Analis', null, 'Completed'),
    (2, 0, 'Kasubbag', 1, 'Completed'),
    (3, 0, 'Analis', 1, 'Completed'),
    (4, 0, 'AtasanLangsung', 3, 'Completed'),
    (5, 0, 'Asn', null, 'Completed'),
    (6, 0, 'Sekretaris', null, 'Completed'),
    (7, 0, 'Sekretaris', null, 'Completed'),
    (5, 1, 'AtasanLangsung', null, 'Answered'),
    (5, 2, 'AtasanPejabatPenilai', null, 'Decided'),
    (5, 3, 'AtasanPejabatPenilai', null, 'Ratified');

-- Separation of duties: who is, or acted as, one of these on a dossier does not perform the row.
create table sop_not_also (
    step        smallint not null,
    substep     smallint not null,
    role        text not null,
    primary key (step, substep, role),
    foreign key (step, substep) references sop_rows
);
insert into sop_not_also (step, substep, role) values
    (1, 0, 'Kasubbag'), (1, 0, 'AtasanLangsung'),
    (2, 0, 'Analis'),
    (3, 0, 'Kasubbag'), (3, 0, 'AtasanLangsung'),
    (4, 0, 'Analis');

-- A migration that changes the SOP takes these off and puts them on again.
create trigger fixed before insert or update or delete on sop_rows for each row execute function refuse();
create trigger fixed_all before truncate on sop_rows execute function refuse();
create trigger fixed before insert or update or delete on sop_not_also for each row execute function refuse();
create trigger fixed_all before truncate on sop_not_also execute function refuse();

create or replace function sop_performer(step smallint) returns text language sql stable as $$
    select r.performer from sop_rows r where r.step = sop_performer.step and r.substep = 0
$$;

create or replace function sop_back_to(step smallint) returns smallint language sql stable as $$
    select r.back_to from sop_rows r where r.step = sop_back_to.step and r.substep = 0
$$;

create or replace function sop_substep_performer(move text) returns text language sql stable as $$
    select r.performer from sop_rows r where r.substep > 0 and r.move = sop_substep_performer.move
$$;

create or replace function history_guard() returns trigger language plpgsql as $$
declare
    d record;
    last record;
    fits boolean;
    substep_performer text := sop_substep_performer(new.move);
    performer text := coalesce(substep_performer, sop_performer(new."from"));
begin
    select asn_id, atasan_langsung_id, atasan_pejabat_penilai_id, asks_pengesahan into d from dossiers where id = new.dossier_id;
    select no, "to", move into last from history where dossier_id = new.dossier_id order by no desc limit 1;

    if new.no <> coalesce(last.no, 0) + 1 or new."from" <> coalesce(last."to", 1) or last.move = 'Closed' then
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
    if exists (
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
