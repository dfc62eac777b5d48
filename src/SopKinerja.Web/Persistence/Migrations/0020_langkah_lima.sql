-- Step 5 by the book: the receipt of the result opens the days to object; who decides on an objection sets the result himself; what
-- happens when nothing happens; a result without the signature of the rated person. The moves of the SOP become rows.

alter table dossiers disable trigger user;
alter table history disable trigger user;

alter table dossiers
    drop constraint dossiers_substep_check,
    add constraint dossiers_substep_check check (substep between 0 and 5),
    -- When the result came to the rated person.
    add column result_receipt jsonb,
    add column draft_keberatan jsonb,
    add column draft_keputusan jsonb,
    -- Why the signature of the rated person is missing.
    add column penetapan_ground jsonb,
    -- The last version that lost its force, and why.
    add column replaced jsonb,
    add column pejabat_lebih_tinggi_id integer references pegawai,
    -- Also after a pengesahan was refused, which leaves no result.
    drop constraint cancelled_before_approval,
    add constraint cancelled_before_approval check (cancelled_at is null or (closed_at is null and step <= 4 and outcome is null)),
    add constraint higher_is_another check (pejabat_lebih_tinggi_id is distinct from asn_id);
update dossiers set
    replaced = keberatan -> 'Replaced' || jsonb_build_object(
        'Why', 'Decided', 'At', coalesce(keberatan -> 'Keputusan' -> 'At', keberatan -> 'Tanggapan' -> 'At')),
    keberatan = keberatan - 'Replaced'
where keberatan ? 'Replaced';
create index ix_dossiers_last_day on dossiers (last_day_to_object) where closed_at is null and step = 5;
create index ix_dossiers_pejabat_lebih_tinggi_id on dossiers (pejabat_lebih_tinggi_id) where pejabat_lebih_tinggi_id is not null;

alter table history
    alter column actor_id drop not null,
    alter column capacity drop not null,
    add column from_substep smallint not null default 0,
    add column to_substep smallint not null default 0,
    drop constraint history_move_check,
    add constraint history_move_check check (move in (
        'Opened', 'Worked', 'Completed', 'SentBack', 'Objected', 'Closed', 'Received', 'Answered', 'Decided', 'Ratified', 'Cancelled',
        'Delivered', 'Reserved', 'Waived', 'Lapsed', 'Withdrawn', 'Unanswered', 'Passed', 'Unsigned', 'Followed', 'Proposed', 'Determined')),
    drop constraint sending_back_has_a_reason,
    add constraint sending_back_has_a_reason check (
        move not in ('SentBack', 'Objected', 'Cancelled', 'Withdrawn', 'Proposed') or coalesce(length(trim(reason)), 0) > 0),
    -- Only a time that passed moves a dossier without anybody.
    add constraint somebody_in_a_capacity check ((actor_id is null) = (capacity is null));
update history set
    from_substep = case move when 'Answered' then 1 when 'Decided' then 2 when 'Ratified' then 3 else 0 end,
    to_substep = case when move = 'Objected' then 1 when move = 'Answered' and "to" = 5 then 2 when move = 'Received' then 3 else 0 end
where move in ('Objected', 'Answered', 'Decided', 'Received', 'Ratified');

alter table history enable trigger user;
alter table dossiers enable trigger user;

-- Plt., Plh. or pengganti: who acts in the place of whom, by which letter, on which days.
create table penugasan (
    id              serial primary key,
    jenis           text not null check (jenis in ('Plt', 'Plh', 'Pengganti')),
    menggantikan_id integer not null references pegawai,
    pelaksana_id    integer not null references pegawai,
    nomor_sk        text not null check (length(trim(nomor_sk)) between 1 and 100),
    tanggal_sk      date not null,
    mulai           date not null,
    selesai         date,
    alasan          text not null check (length(trim(alasan)) between 1 and 300),
    ended_at        timestamptz,
    check (menggantikan_id <> pelaksana_id),
    check (selesai >= mulai)
);
create index ix_penugasan_menggantikan_id on penugasan (menggantikan_id);
create index ix_penugasan_pelaksana_id on penugasan (pelaksana_id);
create function penugasan_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.ended_at is not null
        or to_jsonb(new) - 'ended_at' is distinct from to_jsonb(old) - 'ended_at' then
        raise exception 'penugasan % is kept as it was recorded', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger kept before update or delete on penugasan for each row execute function penugasan_guard();
create trigger kept_all before truncate on penugasan execute function refuse();
create function acts_for(actor integer, party integer, at timestamptz) returns boolean language sql stable as $$
    select exists (
        select from penugasan p
        where p.pelaksana_id = actor and p.menggantikan_id = party and coalesce(p.ended_at > acts_for.at, true)
            and (acts_for.at at time zone 'Asia/Makassar')::date between p.mulai and coalesce(p.selesai, 'infinity'))
$$;
alter table history
    -- By which penugasan another acted in the place of the party.
    add column stand_in jsonb;

alter table documents
    drop constraint documents_kind_check,
    add constraint documents_kind_check check (kind in ('Approved', 'Final', 'Ratified', 'Determined'));

-- The moves of the SOP: SopTable in the program says the same, and a test compares the two. A stage is ten times the step, and the part
-- of the step.
drop table sop_exits;
drop table sop_not_also;
drop table sop_rows;
create table sop_moves (
    from_stage  smallint not null,
    move        text not null,
    to_stage    smallint not null,
    -- Null for what a time that passed does.
    performer   text,
    -- Whether it carries nothing on, so that duties need not be kept apart.
    is_act      boolean not null,
    unique nulls not distinct (from_stage, move, to_stage, performer)
);
insert into sop_moves (from_stage, move, to_stage, performer, is_act) values
    (10, 'Opened', 10, 'Analis', false),
    (10, 'Worked', 10, 'Analis', false),
    (20, 'Worked', 20, 'Kasubbag', false),
    (30, 'Worked', 30, 'Analis', false),
    (40, 'Worked', 40, 'AtasanLangsung', false),
    (60, 'Worked', 60, 'Sekretaris', false),
    (70, 'Worked', 70, 'Sekretaris', false),
    (52, 'Worked', 52, 'AtasanPejabatPenilai', false),
    (52, 'Worked', 52, 'AtasanLangsung', false),
    (10, 'Completed', 20, 'Analis', false),
    (20, 'Completed', 30, 'Kasubbag', false),
    (30, 'Completed', 40, 'Analis', false),
    (40, 'Completed', 50, 'AtasanLangsung', false),
    (50, 'Completed', 60, 'Asn', false),
    (60, 'Completed', 70, 'Sekretaris', false),
    (70, 'Closed', 70, 'Sekretaris', false),
    (20, 'SentBack', 10, 'Kasubbag', false),
    (30, 'SentBack', 10, 'Analis', false),
    (40, 'SentBack', 30, 'AtasanLangsung', false),
    (53, 'SentBack', 40, 'AtasanPejabatPenilai', false),
    (55, 'SentBack', 50, 'AtasanPejabatPenilai', false),
    (55, 'SentBack', 50, 'AtasanLangsung', false),
    (50, 'Received', 53, 'Asn', false),
    (50, 'Reserved', 54, 'Asn', false),
    (51, 'Answered', 52, 'AtasanLangsung', false),
    (51, 'Unanswered', 52, null, false),
    (52, 'Decided', 50, 'AtasanPejabatPenilai', false),
    (52, 'Decided', 50, 'AtasanLangsung', false),
    (53, 'Ratified', 60, 'AtasanPejabatPenilai', false),
    (54, 'Waived', 53, 'Asn', false),
    (54, 'Lapsed', 53, null, false),
    (54, 'Waived', 60, 'Asn', false),
    (54, 'Lapsed', 60, null, false),
    (10, 'Followed', 10, null, false),
    (20, 'Followed', 20, null, false),
    (30, 'Followed', 30, null, false),
    (40, 'Followed', 40, null, false),
    (50, 'Unsigned', 55, null, false),
    (55, 'Determined', 60, 'AtasanPejabatPenilai', false),
    (55, 'Determined', 60, 'AtasanLangsung', false),
    (52, 'Passed', 52, null, false),
    (53, 'Passed', 53, null, false),
    (55, 'Passed', 55, null, false),
    (10, 'Cancelled', 10, 'Kasubbag', true),
    (20, 'Cancelled', 20, 'Kasubbag', true),
    (30, 'Cancelled', 30, 'Kasubbag', true),
    (40, 'Cancelled', 40, 'Kasubbag', true),
    (50, 'Delivered', 50, 'Asn', true),
    (50, 'Delivered', 50, 'Sekretaris', true),
    (50, 'Objected', 51, 'Asn', true),
    (50, 'Objected', 52, 'Asn', true),
    (54, 'Objected', 51, 'Asn', true),
    (54, 'Objected', 52, 'Asn', true),
    (51, 'Withdrawn', 50, 'Asn', true),
    (51, 'Withdrawn', 54, 'Asn', true),
    (52, 'Withdrawn', 50, 'Asn', true),
    (52, 'Withdrawn', 54, 'Asn', true),
    (50, 'Proposed', 55, 'Kasubbag', true),
    (50, 'Proposed', 55, 'Sekretaris', true);

-- Separation of duties: who is, or acted as, one of these on a dossier does not perform the row.
create table sop_not_also (
    stage       smallint not null,
    role        text not null,
    primary key (stage, role)
);
insert into sop_not_also (stage, role) values
    (10, 'Kasubbag'),
    (10, 'AtasanLangsung'),
    (20, 'Analis'),
    (30, 'Kasubbag'),
    (30, 'AtasanLangsung'),
    (40, 'Analis'),
    (52, 'AtasanLangsung'),
    (53, 'AtasanLangsung'),
    (55, 'AtasanLangsung'),
    (55, 'Kasubbag'),
    (55, 'Sekretaris');

-- A migration that changes the SOP takes these off and puts them on again.
create trigger fixed before insert or update or delete on sop_moves for each row execute function refuse();
create trigger fixed_all before truncate on sop_moves execute function refuse();
create trigger fixed before insert or update or delete on sop_not_also for each row execute function refuse();
create trigger fixed_all before truncate on sop_not_also execute function refuse();

create or replace function dossier_guard() returns trigger language plpgsql as $$
declare
    was smallint;
    is_now smallint := new.step * 10 + new.substep;
begin
    if tg_op = 'INSERT' then
        if is_now <> 10 or new.closed_at is not null or new.outcome is not null or new.document_version <> 0 then
            raise exception 'a dossier begins at step 1' using errcode = 'SK002';
        end if;
        return new;
    end if;

    was := old.step * 10 + old.substep;
    if old.closed_at is not null then
        raise exception 'dossier % is archived: nothing in it can change', old.id using errcode = 'SK001';
    end if;
    if (new.asn_id, new.period_id, new.method) is distinct from (old.asn_id, old.period_id, old.method)
        or ((new.atasan_langsung_id, new.atasan_pejabat_penilai_id, new.pejabat_lebih_tinggi_id, new.parties)
                is distinct from
                (old.atasan_langsung_id, old.atasan_pejabat_penilai_id, old.pejabat_lebih_tinggi_id, old.parties)
            -- Until there is a result they follow the register.
            and not (is_now = was and was <= 40 and old.outcome is null)
            and passed_on(old, new) is not true) then
        raise exception 'the parties, period and method of dossier % are fixed', old.id using errcode = 'SK001';
    end if;
    if is_now <> was and not exists (select from sop_moves m where m.from_stage = was and m.to_stage = is_now) then
        raise exception 'from % to % is outside the order of the SOP', was, is_now using errcode = 'SK002';
    end if;
    -- The decision on an objection sets the result, and a refused pengesahan opens it; nothing else does.
    if old.outcome is not null and new.outcome is distinct from old.outcome
        and not (((was, is_now) = (52, 50) or ((was, is_now) = (53, 40) and new.outcome is null))
            and new.replaced -> 'Outcome' is not distinct from old.outcome) then
        raise exception 'the result of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if old.step > 4 and new.sheet is distinct from old.sheet
        and ((was, is_now) <> (52, 50) or (new.keberatan -> 'Keputusan' -> 'NilaiTetap') = 'true') then
        raise exception 'the sheet of dossier % is fixed since it was approved', old.id using errcode = 'SK001';
    end if;
    if old.keberatan is not null
        and not (new.keberatan is null and was in (51, 52) and is_now in (50, 54) and not old.keberatan ? 'Tanggapan')
        and (new.keberatan - 'Tanggapan' - 'Keputusan' is distinct from old.keberatan - 'Tanggapan' - 'Keputusan'
            or (old.keberatan ? 'Tanggapan' and new.keberatan -> 'Tanggapan' is distinct from old.keberatan -> 'Tanggapan')
            or (old.keberatan ? 'Keputusan' and new.keberatan -> 'Keputusan' is distinct from old.keberatan -> 'Keputusan')
            or (new.keberatan ? 'Tanggapan' and not old.keberatan ? 'Tanggapan' and was <> 51)
            or (new.keberatan ? 'Keputusan' and not old.keberatan ? 'Keputusan' and was <> 52)) then
        raise exception 'the objection on dossier %, its answer and its decision are fixed', old.id using errcode = 'SK001';
    end if;
    if (new.document_version, new.verification_code, new.signing_mode, new.asks_pengesahan)
            is distinct from (old.document_version, old.verification_code, old.signing_mode, old.asks_pengesahan)
        and not ((was, is_now) in ((40, 50), (52, 50), (55, 60)) and new.document_version = old.document_version + 1) then
        raise exception 'the version of the document of dossier % is fixed until it is issued again', old.id using errcode = 'SK001';
    end if;
    if (new.result_receipt, new.last_day_to_object) is distinct from (old.result_receipt, old.last_day_to_object)
        and not ((was, is_now) in ((40, 50), (52, 50), (53, 40))
            or (was = 50 and old.result_receipt is null and old.last_day_to_object is null)) then
        raise exception 'the days to object on dossier % run already', old.id using errcode = 'SK001';
    end if;
    if new.penetapan_ground is distinct from old.penetapan_ground
        and (was, is_now) not in ((50, 55), (55, 50)) then
        raise exception 'why dossier % is determined without a signature is fixed', old.id using errcode = 'SK001';
    end if;
    if new.replaced is distinct from old.replaced and (was, is_now) not in ((52, 50), (53, 40), (55, 60)) then
        raise exception 'which version of dossier % was replaced is fixed', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;

-- The authority of a silent atasan pejabat penilai passes to the next higher, and nobody else changes.
create function passed_on(old dossiers, new dossiers) returns boolean language sql immutable as $$
    select (old.step, old.substep) = (new.step, new.substep) and old.step = 5 and old.substep in (2, 3, 5)
        and old.pejabat_lebih_tinggi_id is not null
        and new.atasan_langsung_id = old.atasan_langsung_id
        and new.atasan_pejabat_penilai_id = old.pejabat_lebih_tinggi_id and new.pejabat_lebih_tinggi_id is null
        and new.parties = (old.parties - 'PejabatLebihTinggi') || jsonb_build_object('AtasanPejabatPenilai', old.parties -> 'PejabatLebihTinggi')
$$;

create or replace function dossier_has_history() returns trigger language plpgsql as $$
declare
    last record;
    is_now record;
begin
    select step, substep, closed_at into is_now from dossiers where id = new.id;
    select "to", to_substep, move into last from history where dossier_id = new.id order by no desc limit 1;
    if last is null or (last."to", last.to_substep) <> (is_now.step, is_now.substep)
        or (is_now.closed_at is not null) <> (last.move = 'Closed')
        or (tg_op = 'UPDATE' and (new.parties, new.atasan_langsung_id, new.atasan_pejabat_penilai_id, new.pejabat_lebih_tinggi_id)
                is distinct from (old.parties, old.atasan_langsung_id, old.atasan_pejabat_penilai_id, old.pejabat_lebih_tinggi_id)
            -- Of this very transaction.
            and position(',' || new.id || ',' in coalesce(current_setting('sop.followed', true), '')) = 0) then
        raise exception 'dossier % moved without a line in its history', new.id using errcode = 'SK003';
    end if;
    return null;
end $$;

create or replace function history_guard() returns trigger language plpgsql as $$
declare
    d record;
    last record;
    was smallint := new."from" * 10 + new.from_substep;
    is_now smallint := new."to" * 10 + new.to_substep;
    since timestamptz;
    is_act boolean;
    party integer;
begin
    select asn_id, atasan_langsung_id, atasan_pejabat_penilai_id, asks_pengesahan, outcome, last_day_to_object into d
        from dossiers where id = new.dossier_id;
    select no, "to" * 10 + to_substep as stage, move into last from history where dossier_id = new.dossier_id order by no desc limit 1;

    if new.no <> coalesce(last.no, 0) + 1 or was <> coalesce(last.stage, 10) or last.move in ('Closed', 'Cancelled')
        or (new.move = 'Opened') <> (new.no = 1) then
        raise exception 'line % of the history of dossier % is out of order', new.no, new.dossier_id using errcode = 'SK002';
    end if;
    select bool_or(m.is_act) into is_act from sop_moves m where m.from_stage = was and m.move = new.move and m.to_stage = is_now;
    if is_act is null
        or (new.move = 'Cancelled' and d.outcome is not null)
        or (is_now = 53 and not d.asks_pengesahan) or (was in (50, 54) and is_now = 60 and d.asks_pengesahan)
        or (new.move = 'Objected' and (is_now = 52) <> (d.atasan_pejabat_penilai_id is null)) then
        raise exception '% from % to % is outside the order of the SOP', new.move, was, is_now using errcode = 'SK002';
    end if;
    if not exists (
        select from sop_moves m
        where m.from_stage = was and m.move = new.move and m.to_stage = is_now and m.performer is not distinct from new.capacity) then
        raise exception '% at % is not done by %', new.move, was, coalesce(new.capacity, 'nobody') using errcode = 'SK004';
    end if;
    if new.move in ('Passed', 'Followed') then
        perform set_config('sop.followed', coalesce(current_setting('sop.followed', true), '') || ',' || new.dossier_id || ',', true);
    end if;
    if new.capacity is null then
        select max(at) into since from history where dossier_id = new.dossier_id and move not in ('Worked', 'Delivered');
        if (new.move in ('Unanswered', 'Passed') and new.at < since + interval '14 days')
            or (new.move = 'Lapsed' and (new.at at time zone 'Asia/Makassar')::date <= d.last_day_to_object)
            or (new.move = 'Unsigned' and (new.at at time zone 'Asia/Makassar')::date
                <= coalesce(d.last_day_to_object, (since at time zone 'Asia/Makassar')::date + 14)) then
            raise exception 'the time for % on dossier % has not come', new.move, new.dossier_id using errcode = 'SK002';
        end if;
        return new;
    end if;
    if new.capacity in ('AtasanLangsung', 'AtasanPejabatPenilai') then
        party := case new.capacity when 'AtasanLangsung' then d.atasan_langsung_id else d.atasan_pejabat_penilai_id end;
    end if;
    if (new.actor_id = d.asn_id) <> (new.capacity = 'Asn')
        or (new.capacity in ('AtasanLangsung', 'AtasanPejabatPenilai') and (
            party is null
            or (new.actor_id <> party) <> (new.stand_in is not null)
            or (new.actor_id <> party and not (acts_for(new.actor_id, party, new.at) and exists (
                select from penugasan p where p.id = (new.stand_in ->> 'PenugasanId')::int
                    and p.pelaksana_id = new.actor_id and p.menggantikan_id = party)))))
        or (new.stand_in is not null and party is null)
        -- In his place only where nobody stands above him.
        or (new.capacity = 'AtasanLangsung' and d.atasan_pejabat_penilai_id is not null and exists (
            select from sop_moves m where m.from_stage = was and m.move = new.move and m.performer = 'AtasanPejabatPenilai'))
        then
        raise exception 'person % may not act as % on dossier %', new.actor_id, new.capacity, new.dossier_id using errcode = 'SK004';
    end if;
    if not is_act and exists (
        select from sop_not_also n
        where n.stage = was and n.role <> new.capacity
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
drop function sop_performer(smallint);
drop function sop_back_to(smallint);
drop function sop_substep_performer(text);

create or replace function document_replaces() returns trigger language plpgsql as $$
begin
    if (new.version > 1 and new.kind in ('Approved', 'Determined')) <> (new.replaces_id is not null)
        or (new.replaces_id is not null and not exists (
            select from documents d
            where d.id = new.replaces_id and d.dossier_id = new.dossier_id and d.kind in ('Approved', 'Determined')
                and d.version = new.version - 1)) then
        raise exception 'version % of the document of dossier % does not name the one it replaces', new.version, new.dossier_id using errcode = 'SK002';
    end if;
    return new;
end $$;

-- At step 5 papers come with an objection, or show why a signature is missing; what was handed on, or sent, stays.
create or replace function part_of_open_dossier() returns trigger language plpgsql as $$
declare
    d record;
    the_dossier bigint := case tg_op when 'DELETE' then old.dossier_id else new.dossier_id end;
begin
    select step, substep, coalesce(closed_at, cancelled_at) as ended_at,
            concat_ws(' ', evidence::text, keberatan::text, penetapan_ground::text) as named
        into d from dossiers where dossiers.id = the_dossier;
    if d.ended_at is not null then
        raise exception 'dossier % has ended: nothing can be added', the_dossier using errcode = 'SK001';
    end if;
    if tg_table_name = 'evidence_contents'
        and not (d.step = 1 or (d.step = 5 and (tg_op <> 'DELETE' or position(to_jsonb(old) ->> 'key' in d.named) = 0))) then
        raise exception 'evidence of dossier % is fixed since it was handed on', the_dossier using errcode = 'SK001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

-- A plan is agreed to by the atasan, or by whoever acts for him; never by its owner.
create or replace function plan_history_guard() returns trigger language plpgsql as $$
declare
    p record;
    last record;
    fits boolean;
begin
    select pegawai_id, atasan_id into p from plans where id = new.plan_id;
    select no, "to" into last from plan_history where plan_id = new.plan_id order by no desc limit 1;
    fits := case new.move
        when 'Created' then new.no = 1 and new."to" = 'Draft'
        when 'Written' then last."to" = 'Draft' and new."to" = 'Draft'
        when 'Proposed' then last."to" = 'Draft' and new."to" = 'Proposed'
        when 'Agreed' then last."to" = 'Proposed' and new."to" = 'Agreed'
        when 'Returned' then last."to" = 'Proposed' and new."to" = 'Draft'
        when 'Withdrawn' then last."to" = 'Proposed' and new."to" = 'Draft'
        when 'Revised' then last."to" = 'Agreed' and new."to" = 'Draft'
        end;
    if fits is not true or new.no <> coalesce(last.no, 0) + 1 then
        raise exception 'line % of the history of plan % is out of order', new.no, new.plan_id using errcode = 'SK002';
    end if;
    if new.actor_id is null
        or (new.move in ('Agreed', 'Returned', 'Revised')) <> (new.actor_id <> p.pegawai_id
            and (new.actor_id = p.atasan_id or acts_for(new.actor_id, p.atasan_id, new.at))) then
        raise exception 'person % may not do that (%) with plan %', new.actor_id, new.move, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;
