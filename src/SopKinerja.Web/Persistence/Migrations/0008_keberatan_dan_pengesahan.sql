-- The way of an objection to its decision, the pengesahan, and the versions of a document that follow from both.

alter table periods add column asks_pengesahan boolean not null default false;

-- What is there already was made by the rules of its day: the guards are not asked about new columns.
alter table dossiers disable trigger user;
alter table documents disable trigger user;

alter table dossiers
    -- A part of step 5: 1 the answer to an objection, 2 the decision, 3 the pengesahan.
    add column substep smallint not null default 0 check (substep between 0 and 3),
    add column document_version smallint not null default 0 check (document_version >= 0),
    add column verification_code text check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    add column signing_mode text check (signing_mode in ('Account', 'Certificate', 'Bsre', 'WetInk')),
    add column asks_pengesahan boolean not null default false;
update dossiers set substep = 1 where keberatan is not null;
update dossiers set document_version = 1 where outcome is not null;
alter table dossiers
    add column stage smallint not null generated always as (step * 10 + substep) stored,
    add constraint substeps_belong_to_signing check (substep = 0 or step = 5);

alter table documents
    add column version smallint not null default 1 check (version > 0),
    -- Those of the first edition carry no code.
    add column verification_code text check (verification_code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
    add column replaces_id bigint references documents,
    drop constraint documents_kind_check,
    add constraint documents_kind_check check (kind in ('Approved', 'Final', 'Ratified')),
    drop constraint documents_dossier_id_kind_key,
    add constraint documents_dossier_id_version_kind_key unique (dossier_id, version, kind);
create unique index ix_documents_verification_code on documents (verification_code, kind);
create index ix_documents_replaces_id on documents (replaces_id);

alter table documents enable trigger user;
alter table dossiers enable trigger user;

-- An objection no longer takes a dossier out of the lists of what waits.
drop index ix_dossiers_waiting;
drop index ix_dossiers_oldest;
create index ix_dossiers_waiting on dossiers (stage, step_since, id) where closed_at is null;
create index ix_dossiers_oldest on dossiers (step_since, id) include (stage, asn_id, atasan_langsung_id, atasan_pejabat_penilai_id)
    where closed_at is null;

alter table history
    drop constraint history_move_check,
    add constraint history_move_check check (move in (
        'Opened', 'Worked', 'Completed', 'SentBack', 'Objected', 'Closed', 'Received', 'Answered', 'Decided', 'Ratified'));

-- The performers of the substeps, for the guards below. A test compares them with the table in the program.
create function sop_substep_performer(move text) returns text language sql immutable as $$
    select case move when 'Answered' then 'AtasanLangsung' when 'Decided' then 'AtasanPejabatPenilai' when 'Ratified' then 'AtasanPejabatPenilai' end
$$;

create or replace function dossier_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.step <> 1 or new.closed_at is not null or new.outcome is not null or new.document_version <> 0 then
            raise exception 'a dossier begins at step 1' using errcode = 'SK002';
        end if;
        return new;
    end if;

    if old.closed_at is not null then
        raise exception 'dossier % is archived: nothing in it can change', old.id using errcode = 'SK001';
    end if;
    if (new.asn_id, new.atasan_langsung_id, new.atasan_pejabat_penilai_id, new.period_id, new.method, new.parties)
        is distinct from
        (old.asn_id, old.atasan_langsung_id, old.atasan_pejabat_penilai_id, old.period_id, old.method, old.parties) then
        raise exception 'the parties, period and method of dossier % are fixed', old.id using errcode = 'SK001';
    end if;
    if old.substep = 0 and new.step <> old.step and new.step <> old.step + 1 and new.step is distinct from sop_back_to(old.step) then
        raise exception 'from step % to step % is outside the order of the SOP', old.step, new.step using errcode = 'SK002';
    end if;
    -- Out of an objection leads only its decision, or its answer where nobody stands above; out of the pengesahan only the pengesahan.
    if (old.substep, new.step, new.substep) is distinct from (old.substep, old.step, old.substep) and not (case old.substep
            when 0 then new.step <> 5 or new.substep <> 2
            when 1 then (new.step = 5 and new.substep = 2) or (new.step = 4 and new.atasan_pejabat_penilai_id is null)
            when 2 then new.step = 4
            else new.step = 6
            end) then
        raise exception 'dossier % does not go from substep % to step %, substep %', old.id, old.substep, new.step, new.substep using errcode = 'SK002';
    end if;
    -- An objection reopens the result; nothing else does.
    if old.outcome is not null and new.outcome is distinct from old.outcome
        and not (new.outcome is null and old.step = 5 and new.step = 4 and new.keberatan -> 'Replaced' -> 'Outcome' = old.outcome) then
        raise exception 'the result of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if old.step > 4 and new.sheet is distinct from old.sheet then
        raise exception 'the sheet of dossier % is fixed since it was approved', old.id using errcode = 'SK001';
    end if;
    if old.keberatan is not null
        and ((new.keberatan ->> 'Reasons', new.keberatan ->> 'At') is distinct from (old.keberatan ->> 'Reasons', old.keberatan ->> 'At')
            or (old.keberatan ? 'Tanggapan' and new.keberatan -> 'Tanggapan' is distinct from old.keberatan -> 'Tanggapan')
            or (old.keberatan ? 'Keputusan' and new.keberatan -> 'Keputusan' is distinct from old.keberatan -> 'Keputusan')
            or (old.keberatan ? 'Replaced' and new.keberatan -> 'Replaced' is distinct from old.keberatan -> 'Replaced')) then
        raise exception 'the objection on dossier %, its answer and its decision are fixed', old.id using errcode = 'SK001';
    end if;
    if (new.document_version, new.verification_code, new.signing_mode, new.asks_pengesahan)
            is distinct from (old.document_version, old.verification_code, old.signing_mode, old.asks_pengesahan)
        and not (old.step = 4 and new.step = 5 and new.document_version = old.document_version + 1) then
        raise exception 'the version of the document of dossier % is fixed until it is approved again', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;

create or replace function dossier_has_history() returns trigger language plpgsql as $$
declare
    last record;
    now_at record;
begin
    select step, substep, closed_at into now_at from dossiers where id = new.id;
    select "to", move into last from history where dossier_id = new.id order by no desc limit 1;
    if last is null or last."to" <> now_at.step
        or (now_at.closed_at is not null) <> (last.move = 'Closed')
        or now_at.substep <> (case
            when last."to" <> 5 then 0
            when last.move = 'Objected' then 1
            when last.move = 'Answered' then 2
            when last.move = 'Received' then 3
            else 0 end) then
        raise exception 'dossier % moved without a line in its history', new.id using errcode = 'SK003';
    end if;
    return null;
end $$;

create or replace function history_guard() returns trigger language plpgsql as $$
declare
    d record;
    last record;
    fits boolean;
    performer text := coalesce(sop_substep_performer(new.move), sop_performer(new."from"));
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
        or (new."from" = 5 and last.move in ('Objected', 'Answered', 'Received') and sop_substep_performer(new.move) is null) then
        raise exception '% from step % to step % is outside the order of the SOP', new.move, new."from", new."to" using errcode = 'SK002';
    end if;
    if new.capacity <> performer then
        raise exception 'step % is performed by %, not by %', new."from", performer, new.capacity using errcode = 'SK004';
    end if;
    if (new.actor_id = d.asn_id) <> (new.capacity = 'Asn')
        or (new.capacity = 'AtasanLangsung' and new.actor_id <> d.atasan_langsung_id)
        or (new.capacity = 'AtasanPejabatPenilai' and new.actor_id is distinct from d.atasan_pejabat_penilai_id)
        or (new.capacity = 'Analis' and new.actor_id = d.atasan_langsung_id) then
        raise exception 'person % may not act as % on dossier %', new.actor_id, new.capacity, new.dossier_id using errcode = 'SK004';
    end if;
    if exists (
        select from history h
        where h.dossier_id = new.dossier_id and h.actor_id = new.actor_id
          and ((new.capacity = 'Analis' and h.capacity = 'Kasubbag')
            or (new.capacity = 'Kasubbag' and h.capacity = 'Analis')
            or (new.capacity = 'AtasanLangsung' and h.capacity = 'Analis'))) then
        raise exception 'person % already acted in another capacity on dossier %', new.actor_id, new.dossier_id using errcode = 'SK004';
    end if;
    return new;
end $$;

-- A later version names the one that it replaces, of the same dossier; nothing else replaces anything.
create function document_replaces() returns trigger language plpgsql as $$
begin
    if (new.version > 1 and new.kind = 'Approved') <> (new.replaces_id is not null)
        or (new.replaces_id is not null and not exists (
            select from documents d
            where d.id = new.replaces_id and d.dossier_id = new.dossier_id and d.kind = 'Approved' and d.version = new.version - 1)) then
        raise exception 'version % of the document of dossier % does not name the one it replaces', new.version, new.dossier_id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger replaces before insert on documents for each row execute function document_replaces();
