-- What is added to a dossier at which stage, by whom an office is exercised, and what a column may change to (docs/decisions/0056).

-- Beside the columns: a plus stands before what is added in rows of its own, of documents with their kind. Documents are of the move that
-- drew them, the rest of the stage at which the dossier stands.
alter table sop_columns disable trigger fixed;
insert into sop_columns (col, from_stage, to_stage)
select '+' || r.part, f, coalesce(t, f) from (values
    ('copies', '60', null), ('scans', '60', null),
    -- Papers of an objection and of a ground come before the move that sends them on, or with it.
    ('evidence_contents', '10 50 51 52 54 55', null),
    ('bsre_attempts', '40 50 52 53 55', null),
    ('documents Approved', '40', 50), ('documents Determined', '52', 50), ('documents Determined', '55', 60),
    ('documents Final', '50', 53), ('documents Final', '50', 54), ('documents Final', '50', 60),
    ('documents Ratified', '53', 60)) r (part, froms, t)
    cross join lateral unnest(string_to_array(r.froms, ' ')::smallint[]) f;
alter table sop_columns enable trigger fixed;

-- Whether a dossier takes such a part; its row is locked, so that a part and the end of the step cannot pass each other.
create function takes_part(part text, the_dossier bigint) returns boolean language sql volatile set search_path = public, pg_temp as $$
    select exists (
        select from dossiers d join sop_columns c on c.col = '+' || part and c.from_stage = d.stage and c.to_stage = d.stage
        where d.id = the_dossier and d.closed_at is null and d.cancelled_at is null for share of d)
$$;

create or replace function copy_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not takes_part('copies', new.dossier_id) then
        raise exception 'dossier % takes no copy now', new.dossier_id using errcode = 'SK001';
    end if;
    if new.no <> (select count(*) + 1 from copies c where c.dossier_id = new.dossier_id) then
        raise exception 'copy % of dossier % is out of order', new.no, new.dossier_id using errcode = 'SK002';
    end if;
    return new;
end $$;

create or replace function scan_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    d record;
begin
    if not takes_part('scans', new.dossier_id) then
        raise exception 'dossier % takes no scan now', new.dossier_id using errcode = 'SK001';
    end if;
    select signing_mode, document_version into d from dossiers where dossiers.id = new.dossier_id;
    if d.signing_mode is distinct from 'WetInk' or new.version <> d.document_version then
        raise exception 'the scan is not of version % of dossier %, signed on paper', d.document_version, new.dossier_id
            using errcode = 'SK002';
    end if;
    if new.no <> (select count(*) + 1 from scans s where s.dossier_id = new.dossier_id) then
        raise exception 'scan % of dossier % is out of order', new.no, new.dossier_id using errcode = 'SK002';
    end if;
    return new;
end $$;

-- A request to sign is of the row at which the dossier waits.
create function bsre_stage_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not takes_part('bsre_attempts', new.dossier_id) or new.stage <> (select stage from dossiers where id = new.dossier_id) then
        raise exception 'dossier % is not signed at % now', new.dossier_id, new.stage using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger of_its_stage before insert on bsre_attempts for each row execute function bsre_stage_guard();

create or replace function part_of_open_dossier() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    d record;
    the_dossier bigint := case tg_op when 'DELETE' then old.dossier_id else new.dossier_id end;
begin
    select stage, coalesce(closed_at, cancelled_at) as ended_at,
            concat_ws(' ', evidence::text, keberatan::text, penetapan_ground::text, fallen_grounds::text) as named
        into d from dossiers where dossiers.id = the_dossier;
    if d.ended_at is not null then
        raise exception 'dossier % has ended: nothing can be added', the_dossier using errcode = 'SK001';
    end if;
    if tg_table_name = 'evidence_contents'
        and (not exists (select from sop_columns c where c.col = '+evidence_contents' and c.from_stage = d.stage)
            or (tg_op = 'DELETE' and d.stage <> 10 and position(to_jsonb(old) ->> 'key' in d.named) > 0)) then
        raise exception 'evidence of dossier % is fixed since it was handed on', the_dossier using errcode = 'SK001';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

-- Asked at the end of the transaction, when the move stands in the history; the version is how often one was issued until then.
create function document_of_its_move() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (
        select from history h
            join sop_moves m on m.from_stage = h."from" * 10 + h.from_substep and m.move = h.move
                and m.to_stage = h."to" * 10 + h.to_substep and not m.is_act
            join sop_columns c on c.col = '+documents ' || new.kind and c.from_stage = m.from_stage and c.to_stage = m.to_stage
        where h.dossier_id = new.dossier_id and h.at = new.drawn_at and new.version = (
            select count(*) from history i
                join sop_columns v on v.col = 'document_version' and v.from_stage = i."from" * 10 + i.from_substep
                    and v.to_stage = i."to" * 10 + i.to_substep
            where i.dossier_id = h.dossier_id and i.no <= h.no and i.move <> 'Withdrawn')) then
        raise exception 'no move of dossier % draws a document %', new.dossier_id, new.kind using errcode = 'SK002';
    end if;
    return null;
end $$;
create constraint trigger of_its_move after insert on documents deferrable initially deferred
    for each row execute function document_of_its_move();

-- A sheet that is kept aside is the one that stands as the dossier goes on.
create function version_is_the_sheet() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (
        select from dossiers d
        where d.id = new.dossier_id and d.step = new."to" and d.step_since = new.at and d.sheet = new.sheet) then
        raise exception 'dossier % keeps no sheet aside now', new.dossier_id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger of_its_move before insert on dossier_versions for each row execute function version_is_the_sheet();

-- Who acts as the holder of an office holds it.
create function office_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if not exists (select from accounts a where a.pegawai_id = new.actor_id and a.is_active and new.capacity = any (a.offices)) then
        raise exception 'person % is no % ', new.actor_id, new.capacity using errcode = 'SK004';
    end if;
    return new;
end $$;
create trigger holds_office before insert on history for each row
    when (new.capacity not in ('Asn', 'AtasanLangsung', 'AtasanPejabatPenilai')) execute function office_guard();

-- What a column changes to, where it may change at all.
create function dossier_becomes() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    was smallint := old.step * 10 + old.substep;
    is_now smallint := new.step * 10 + new.substep;
    handed_over date := (new.result_receipt ->> 'Date')::date;
begin
    if new.acts < old.acts or (old.receipt is not null and new.receipt is null)
        or (old.archive_record is not null and new.archive_record is null) then
        raise exception 'what dossier % counts and took in does not go back', old.id using errcode = 'SK001';
    end if;
    if (new.parties is distinct from old.parties or new.atasan_langsung_id <> old.atasan_langsung_id
            or new.atasan_pejabat_penilai_id is distinct from old.atasan_pejabat_penilai_id
            or new.pejabat_lebih_tinggi_id is distinct from old.pejabat_lebih_tinggi_id)
        and ((new.parties -> 'Asn' ->> 'PegawaiId')::integer is distinct from new.asn_id
            or (new.parties -> 'AtasanLangsung' ->> 'PegawaiId')::integer is distinct from new.atasan_langsung_id
            or (new.parties -> 'AtasanPejabatPenilai' ->> 'PegawaiId')::integer is distinct from new.atasan_pejabat_penilai_id
            or (new.parties -> 'PejabatLebihTinggi' ->> 'PegawaiId')::integer is distinct from new.pejabat_lebih_tinggi_id) then
        raise exception 'the parties of dossier % are printed as others than they are', old.id using errcode = 'SK001';
    end if;
    -- Approved and determined is what has a result and a document of its own.
    if (was, is_now) in ((40, 50), (55, 60)) and (new.outcome is null or new.document_version <> old.document_version + 1) then
        raise exception 'dossier % goes on without a result or a document', old.id using errcode = 'SK002';
    end if;
    if new.document_version <> old.document_version and (new.signing_mode is null or new.verification_code is null
        or new.verification_code = old.verification_code) then
        raise exception 'the new version of the document of dossier % has no code of its own', old.id using errcode = 'SK001';
    end if;
    if new.replaced is distinct from old.replaced and (
        (new.replaced ->> 'Version')::integer is distinct from old.document_version
        or new.replaced ->> 'VerificationCode' is distinct from old.verification_code
        or new.replaced -> 'Outcome' is distinct from old.outcome) then
        raise exception 'what was replaced on dossier % is not what stood', old.id using errcode = 'SK001';
    end if;
    if (new.keberatan is not null and old.keberatan is null and not (was in (50, 54, 55) and is_now in (51, 52)))
        or (new.keberatan ? 'Tanggapan' and not coalesce(old.keberatan ? 'Tanggapan', false) and is_now <> 52)
        or (new.keberatan ? 'Keputusan' and not coalesce(old.keberatan ? 'Keputusan', false) and is_now <> 50) then
        raise exception 'the objection on dossier % comes with its move', old.id using errcode = 'SK001';
    end if;
    if (is_now = 55) <> (new.penetapan_ground is not null) and is_now between 50 and 55 then
        raise exception 'the ground on dossier % comes and goes with its move', old.id using errcode = 'SK001';
    end if;
    -- Fourteen days of the calendar at least, and no more than so many working days can take where one day of a week is worked.
    if new.last_day_to_object is distinct from old.last_day_to_object and new.last_day_to_object is not null
        and (handed_over is null or new.last_day_to_object not between handed_over + 14 and handed_over + 200
            or handed_over > ((new.result_receipt ->> 'At')::timestamptz at time zone 'Asia/Makassar')::date) then
        raise exception 'the last day to object on dossier % does not follow from the day on which it was handed over', old.id
            using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger it_becomes before update on dossiers for each row execute function dossier_becomes();

-- Since when a dossier stands where it stands is what the newest line of its history says.
create or replace function dossier_since_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    -- As it stands at the end of the transaction, which may have moved it more than once.
    if (select d.step_since from dossiers d where d.id = new.id) is distinct from (
        select h.at from history h
        where h.dossier_id = new.id and h.move not in ('Worked', 'Delivered', 'Followed', 'Closed', 'Cancelled')
        order by h.no desc limit 1) then
        raise exception 'dossier % stands at its step since a time of which its history knows nothing', new.id using errcode = 'SK003';
    end if;
    return null;
end $$;

-- The same digests for less: the row is written out once, and what it was is compared column by column.
create or replace function record_line() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' set bytea_output = 'hex'
    set intervalstyle = 'postgres' set extra_float_digits = 1 as $$
declare
    left_out text[] := string_to_array(tg_argv[3], ',');
    content jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    key text := content ->> tg_argv[2];
    was jsonb;
    changed text;
begin
    if tg_op = 'UPDATE' then
        was := to_jsonb(old);
        -- What is null is not there, neither here nor within.
        select string_agg(k, ',' order by k collate "C") into changed from jsonb_object_keys(content) k
            where content -> k <> was -> k and k <> all (left_out) and jsonb_strip_nulls(content -> k) <> jsonb_strip_nulls(was -> k);
        if changed is null then
            -- The same figures, written otherwise: 1.0 and 1.00 are two digests.
            select string_agg(k, ',' order by k collate "C") into changed from jsonb_object_keys(content) k
                where k <> all (left_out) and jsonb_strip_nulls(content -> k)::text <> jsonb_strip_nulls(was -> k)::text;
        end if;
        if changed is null then
            return null;
        end if;
    end if;
    if position(',' in tg_argv[2]) > 0 then
        key := (select string_agg(content ->> k, '/' order by n) from unnest(string_to_array(tg_argv[2], ',')) with ordinality c (k, n));
    end if;
    -- In the words of row_digest.
    perform ledger_write(
        tg_argv[0] || '/' || coalesce(content ->> tg_argv[1], ''), coalesce(tg_argv[4], tg_table_name), key,
        left(tg_op, 1), sha256(convert_to(jsonb_strip_nulls(content - left_out)::text, 'UTF8')), changed);
    return null;
end $$;

-- Waits while the same form is being done, then says what was kept of it: what was committed meanwhile is seen, since each statement of
-- such a function looks anew.
create function form_begun(the_key bigint, the_digest bytea) returns setof form_acts language plpgsql volatile
    set search_path = public, pg_temp as $$
begin
    perform pg_advisory_lock(the_key);
    return query select * from form_acts a where a.digest = the_digest;
end $$;

-- Keeps where a form led, and forgets the oldest. That it was done is kept with the act itself; so where it led waits for no disk.
create function form_answered(
    the_digest bytea, the_content bytea, account integer, sent_at timestamptz, the_answer bytea, oldest timestamptz)
    returns void language plpgsql set search_path = public, pg_temp as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    insert into form_acts (digest, content, account_id, at, answer) values (the_digest, the_content, account, sent_at, the_answer)
    on conflict (digest) do update set answer = excluded.answer;
    delete from form_acts a where a.at < oldest;
end $$;
