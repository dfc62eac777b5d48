-- The record holds against its keepers, second round (docs/decisions/0050): no function of ours looks elsewhere, the ledger says which
-- columns changed, what may change when is a table that guards and "verify" both read, and the owner's function makes the seals.

-- Which columns of a dossier may change in an update from one stage to another; a null stands for every stage. What is not here never
-- changes. Those that are derived stand here for the guard, which sees them before they are computed.
create table sop_columns (
    col         text not null,
    from_stage  smallint,
    to_stage    smallint,
    unique nulls not distinct (col, from_stage, to_stage)
);
insert into sop_columns (col, from_stage, to_stage)
select c, f, t from (values
    ('step substep stage step_since acts asn_nama asn_nip asn_cari rating_hasil_kerja rating_perilaku capaian_organisasi', null, null),
    -- Until there is a result they follow the register.
    ('unit_kerja_id parties atasan_langsung_id atasan_pejabat_penilai_id pejabat_lebih_tinggi_id', '10 20 30 40', 'same'),
    -- The authority of a silent atasan pejabat penilai passes on.
    ('parties atasan_pejabat_penilai_id pejabat_lebih_tinggi_id', '52 53 55', 'same'),
    ('receipt evidence', '10', null),
    ('checklist', '20', null), ('checklist', '10', '20'), ('checklist', '30', '10'),
    ('sheet', '10 20 30 40', null), ('sheet', '52', '50'),
    -- The decision on an objection sets the result, and a refused pengesahan opens it.
    ('outcome', '40 52', '50'), ('outcome', '53', '40'),
    ('document_version verification_code signing_mode asks_pengesahan', '40 52', '50'),
    ('document_version verification_code signing_mode asks_pengesahan', '55', '60'),
    ('result_receipt last_day_to_object', '40 52', '50'), ('result_receipt last_day_to_object', '53', '40'),
    ('result_receipt last_day_to_object', '50 55', null),
    ('keberatan', '50 51 52 54 55', null), ('keberatan', '53', '40'),
    ('draft_keberatan', '50 51 52 54 55', null), ('draft_keberatan', '53', '40'),
    ('draft_keputusan', '51 52', null),
    ('penetapan_ground', '50', '55'), ('penetapan_ground', '55', '50 51 52'),
    ('fallen_grounds', '55', '50 51 52'),
    ('replaced', '52', '50'), ('replaced', '53', '40'), ('replaced', '55', '60'),
    ('archive_record closed_at', '70', 'same'),
    ('cancelled_at', '10 20 30 40', 'same')) r (cols, froms, tos)
    cross join lateral unnest(string_to_array(r.cols, ' ')) c
    cross join lateral unnest(coalesce(string_to_array(r.froms, ' '), array[null])::smallint[]) f
    cross join lateral unnest(
        case r.tos when 'same' then array[f] else coalesce(string_to_array(r.tos, ' '), array[null])::smallint[] end) t;
create trigger fixed before insert or update or delete on sop_columns for each row execute function refuse();
create trigger fixed_all before truncate on sop_columns execute function refuse();

-- From which state to which a plan is moved, and which of its columns that changes; the first line comes from none.
create table plan_moves (
    move        text not null,
    from_state  text,
    to_state    text not null,
    cols        text[] not null,
    unique nulls not distinct (move, from_state, to_state)
);
insert into plan_moves (move, from_state, to_state, cols) values
    ('Created', null, 'Draft', '{}'),
    ('Written', 'Draft', 'Draft', '{content}'),
    ('Proposed', 'Draft', 'Proposed', '{content,state,atasan_id}'),
    ('Agreed', 'Proposed', 'Agreed', '{state,agreed_at}'),
    ('Returned', 'Proposed', 'Draft', '{state}'),
    ('Withdrawn', 'Proposed', 'Draft', '{state}'),
    ('Revised', 'Agreed', 'Draft', '{state,agreed_at}'),
    ('Followed', 'Draft', 'Draft', '{atasan_id}'),
    ('Followed', 'Proposed', 'Proposed', '{atasan_id}'),
    ('Followed', 'Agreed', 'Agreed', '{atasan_id}'),
    ('Left', 'Agreed', 'Agreed', '{post,post_until,former_jabatan,former_unit_id,former_unit,atasan_id}'),
    ('Corrected', 'Agreed', 'Agreed', '{post_until,former_jabatan,former_unit_id,former_unit,atasan_id}'),
    ('Stayed', 'Agreed', 'Agreed', '{post,post_until,former_jabatan,former_unit_id,former_unit,atasan_id}'),
    ('Moved', 'Draft', 'Draft', '{state,agreed_at,post_from}'),
    ('Moved', 'Proposed', 'Draft', '{state,agreed_at,post_from}'),
    ('Moved', 'Agreed', 'Draft', '{state,agreed_at,post_from}'),
    ('Cancelled', 'Draft', 'Cancelled', '{state}');
create trigger fixed before insert or update or delete on plan_moves for each row execute function refuse();
create trigger fixed_all before truncate on plan_moves execute function refuse();

-- The columns that changed, in the order of their names; null for what is no change of a row, and in lines that are older than this.
alter table ledger add column cols text;

drop function ledger_link(bytea, text, integer, text, text, text, bytea, bigint, timestamptz);
-- These two are asked for each row of the record: bound to what they name now, so that the server may write them out where they are called.
create function ledger_link(
    before bytea, chain text, no integer, tbl text, key text, op text, digest bytea, tx bigint, at timestamptz, cols text)
    returns bytea language sql immutable parallel safe
    return sha256(before || digest || convert_to(
        concat_ws('|', chain, no, tbl, key, op, tx, (extract(epoch from at) * 1000000)::bigint, cols), 'UTF8'));
create or replace function row_digest(content jsonb, left_out text[]) returns bytea language sql immutable parallel safe
    return sha256(convert_to(jsonb_strip_nulls(content - left_out)::text, 'UTF8'));

drop function ledger_write(text, text, text, text, bytea);
create function ledger_write(the_chain text, the_table text, the_key text, the_op text, the_digest bytea, the_cols text default null)
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head ledger_heads;
    now_ timestamptz := clock_timestamp();
    the_link bytea;
begin
    select * into head from ledger_heads where chain = the_chain for update;
    if not found then
        insert into ledger_heads (chain, no, link) values (the_chain, 0, '') on conflict do nothing;
        select * into head from ledger_heads where chain = the_chain for update;
    end if;
    the_link := ledger_link(
        head.link, the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_, the_cols);
    insert into ledger (chain, no, tbl, key, op, digest, tx, at, cols, link)
        values (the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_, the_cols, the_link);
    update ledger_heads set no = head.no + 1, link = the_link where chain = the_chain;
end $$;
revoke execute on function ledger_write from public;

create or replace function record_line() returns trigger
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
    left_out text[] := string_to_array(tg_argv[3], ',');
    content jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    -- What is null is not there, as in row_digest, whose words these are; asked here for every row that is written.
    kept jsonb := jsonb_strip_nulls(content - left_out);
    as_text text := kept::text;
    was jsonb;
    changed text;
begin
    if tg_op = 'UPDATE' then
        was := jsonb_strip_nulls(to_jsonb(old) - left_out);
        if was::text = as_text then
            return null;
        end if;
        select string_agg(k, ',' order by k collate "C") into changed from jsonb_object_keys(was || kept) k
        where was -> k is distinct from kept -> k;
        if changed is null then
            -- The same figures, written otherwise: 1.0 and 1.00 are two digests.
            select string_agg(k, ',' order by k collate "C") into changed from jsonb_object_keys(was || kept) k
            where (was -> k)::text is distinct from (kept -> k)::text;
        end if;
    end if;
    perform ledger_write(
        tg_argv[0] || '/' || coalesce(content ->> tg_argv[1], ''), coalesce(tg_argv[4], tg_table_name),
        (select string_agg(content ->> k, '/' order by n) from unnest(string_to_array(tg_argv[2], ',')) with ordinality c (k, n)),
        left(tg_op, 1), sha256(convert_to(as_text, 'UTF8')), changed);
    return null;
end $$;

-- A move of a plan is a row.
create or replace function plan_history_guard() returns trigger language plpgsql as $$
declare
    p record;
    last record;
begin
    select pegawai_id, atasan_id into p from plans where id = new.plan_id;
    select no, "to" into last from plan_history where plan_id = new.plan_id order by no desc limit 1;
    if new.no <> coalesce(last.no, 0) + 1 or not exists (
            select from plan_moves m where m.move = new.move and m.from_state is not distinct from last."to" and m.to_state = new."to") then
        raise exception 'line % of the history of plan % is out of order', new.no, new.plan_id using errcode = 'SK002';
    end if;
    if (new.actor_id is null) <> (new.move = 'Followed')
        or (new.move in ('Left', 'Corrected', 'Stayed', 'Moved') and new.actor_id = p.pegawai_id)
        or (new.actor_id is not null and new.move not in ('Left', 'Corrected', 'Stayed', 'Moved')
            and (new.move in ('Agreed', 'Returned', 'Revised')) <> (new.actor_id <> p.pegawai_id
            and (new.actor_id = p.atasan_id or acts_for(new.actor_id, p.atasan_id, new.at)))) then
        raise exception 'person % may not do that (%) with plan %', new.actor_id, new.move, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;

-- Which columns change when is said by rows; what they change to, here.
create or replace function dossier_guard() returns trigger language plpgsql as $$
declare
    was smallint;
    is_now smallint := new.step * 10 + new.substep;
    before jsonb;
    fixed text;
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
    if is_now <> was and not exists (select from sop_moves m where m.from_stage = was and m.to_stage = is_now) then
        raise exception 'from % to % is outside the order of the SOP', was, is_now using errcode = 'SK002';
    end if;
    before := to_jsonb(old);
    select string_agg(n.key, ', ') into fixed from jsonb_each(to_jsonb(new)) n
    where n.value is distinct from before -> n.key and not exists (
        select from sop_columns c where c.col = n.key and coalesce(c.from_stage, was) = was and coalesce(c.to_stage, is_now) = is_now);
    if fixed is not null then
        raise exception '% of dossier % cannot change from % to %', fixed, old.id, was, is_now using errcode = 'SK001';
    end if;
    if (new.atasan_langsung_id, new.atasan_pejabat_penilai_id, new.pejabat_lebih_tinggi_id, new.parties, new.unit_kerja_id)
            is distinct from
            (old.atasan_langsung_id, old.atasan_pejabat_penilai_id, old.pejabat_lebih_tinggi_id, old.parties, old.unit_kerja_id)
        and not (was <= 40 and old.outcome is null) and passed_on(old, new) is not true then
        raise exception 'the parties of dossier % are fixed', old.id using errcode = 'SK001';
    end if;
    if new.checklist is distinct from old.checklist and was <> 20 and new.checklist is not null then
        raise exception 'the checklist of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if old.outcome is not null and new.outcome is distinct from old.outcome
        and not ((was <> 53 or new.outcome is null) and new.replaced -> 'Outcome' is not distinct from old.outcome) then
        raise exception 'the result of dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if was = 52 and new.sheet is distinct from old.sheet and (new.keberatan -> 'Keputusan' -> 'NilaiTetap') = 'true' then
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
        and new.document_version <> old.document_version + 1 then
        raise exception 'the version of the document of dossier % is fixed until it is issued again', old.id using errcode = 'SK001';
    end if;
    if was in (50, 55) and (old.result_receipt is not null or old.last_day_to_object is not null)
        and (new.result_receipt, new.last_day_to_object) is distinct from (old.result_receipt, old.last_day_to_object) then
        raise exception 'the days to object on dossier % run already', old.id using errcode = 'SK001';
    end if;
    if is_now = 55 and new.penetapan_ground ->> 'Reason' in ('WithoutAccount', 'Died')
        and new.penetapan_ground is distinct from old.penetapan_ground
        and exists (select from accounts a where a.pegawai_id = new.asn_id and a.is_active) then
        raise exception 'the person rated in dossier % has an account', old.id using errcode = 'SK002';
    end if;
    if new.fallen_grounds is distinct from old.fallen_grounds
        and not (old.penetapan_ground is not null
            and new.fallen_grounds = coalesce(old.fallen_grounds, '[]') || jsonb_build_array(old.penetapan_ground)) then
        raise exception 'which grounds fell on dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;

drop trigger parts on dossiers;
drop function dossier_parts_guard();
drop trigger is_about on dossiers;
drop function dossier_is_about();

-- Whether the parties were passed on, or follow the register, is asked of the history of this very transaction, as the ledger has it:
-- nobody who serves writes there. The number of a transaction is not enough: a server that was restored counts anew.
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
            and not exists (
                select from history h join ledger l on l.tbl = 'history' and l.key = h.id::text
                where h.dossier_id = new.id and h.move in ('Passed', 'Followed') and l.tx = txid_current() and l.at >= now())) then
        raise exception 'dossier % moved without a line in its history', new.id using errcode = 'SK003';
    end if;
    return null;
end $$;

-- As 0030, without a mark that anybody could set.
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
    select asn_id, atasan_langsung_id, atasan_pejabat_penilai_id, asks_pengesahan, outcome, last_day_to_object, penetapan_ground, keberatan,
            fallen_grounds
        into d from dossiers where id = new.dossier_id;
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
    if new.capacity is null then
        select max(at) into since from history where dossier_id = new.dossier_id and move not in ('Worked', 'Delivered');
        -- Who must let the days to object pass has his days after them.
        if was = 55 then
            since := greatest(since, (d.last_day_to_object + 1)::timestamp at time zone 'Asia/Makassar');
        end if;
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
    -- Who does not sign has not waived: until the last day he may object. Only the dead cannot.
    if new.move = 'Determined' and d.penetapan_ground ->> 'Reason' <> 'Died'
        and d.keberatan is null
        and coalesce((new.at at time zone 'Asia/Makassar')::date <= d.last_day_to_object, true) then
        raise exception 'the days to object on dossier % are not over', new.dossier_id using errcode = 'SK002';
    end if;
    if new.move = 'Reconsidered' and (coalesce(d.penetapan_ground, d.fallen_grounds -> -1) ->> 'Reason' = 'Died'
        or (d.keberatan is null and coalesce((new.at at time zone 'Asia/Makassar')::date > d.last_day_to_object, true))) then
        raise exception 'the days to come to dossier % are over', new.dossier_id using errcode = 'SK002';
    end if;
    -- Whoever would determine the result leaves these to another.
    if new.move in ('Delivered', 'Proposed') and new.capacity <> 'Asn' and (
        new.actor_id = coalesce(d.atasan_pejabat_penilai_id, d.atasan_langsung_id)
        or acts_for(new.actor_id, coalesce(d.atasan_pejabat_penilai_id, d.atasan_langsung_id), new.at)) then
        raise exception 'person % would determine dossier % himself', new.actor_id, new.dossier_id using errcode = 'SK004';
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
        raise exception 'person % already is or acted in another capacity on dossier %', new.actor_id, new.dossier_id
            using errcode = 'SK004';
    end if;
    return new;
end $$;

-- An auditor is known by his capacity and his account; a name is anybody's.
create or replace function auditor_acts_on_nothing() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    if line ->> 'capacity' = 'Auditor' or exists (
        select from accounts a where 'Auditor' = any (a.offices) and a.id = (line ->> 'account_id')::integer
            -- What he does to his own account is no act on anything.
            and (line ->> 'subject', line ->> 'subject_id') is distinct from ('Akun', a.id::text)) then
        raise exception 'an auditor acts on nothing' using errcode = 'SK004';
    end if;
    return new;
end $$;
drop trigger by_no_auditor on plan_history;

-- Makes the seal of a day, once: of the lines that came since the one before, at most so many that they fit into memory; the next takes the
-- rest. The role that serves writes none by itself. Who writes in the record waits meanwhile, so that no smaller key can still come.
create function make_seal(the_time timestamptz, the_guards bytea) returns setof seals
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    most constant bigint := 2000000;
    before seals;
    s seals;
begin
    perform pg_advisory_xact_lock(hashtext('seals'));
    select * into before from seals order by no desc limit 1;
    if (before.made_at at time zone 'Asia/Makassar')::date = (the_time at time zone 'Asia/Makassar')::date then
        return;
    end if;
    lock table ledger_heads in share mode;
    select coalesce(max(l.id), before.last_line, 0), coalesce(before.lines, 0) + count(*),
            coalesce(before.chains, 0) + count(*) filter (where l.no = 1),
            sha256(coalesce(string_agg(int8send(l.id) || l.link, '' order by l.id), ''))
        into s.last_line, s.lines, s.chains, s.links
        from (select id, no, link from ledger where id > coalesce(before.last_line, 0) order by id limit most) l;
    s.no := coalesce(before.no, 0) + 1;
    s.made_at := the_time;
    s.guards := the_guards;
    s.schema := (select max(number) from schema_migrations);
    -- Microseconds since the year 1.
    s.code := encode(sha256(convert_to(concat_ws('|', 'sopkinerja-segel', s.no,
        (extract(epoch from the_time) * 1000000)::bigint + 62135596800000000, s.last_line, s.lines, s.chains, encode(s.links, 'hex'),
        encode(s.guards, 'hex'), s.schema, coalesce(before.code, '')), 'UTF8')), 'hex');
    insert into seals select s.*;
    return next s;
end $$;
drop function ledger_settled();

-- As the server prints them, so that they are the same after a dump and a restore.
drop trigger relied_on_changed on keadaan_pegawai;
create trigger relied_on_changed before update on keadaan_pegawai for each row
    when (old.jenis = 'TugasBelajar' and (new.jenis is distinct from old.jenis or new.period_id is distinct from old.period_id
        or new.pegawai_id is distinct from old.pegawai_id))
    execute function study_is_relied_on();
drop trigger with_capaian on periods;
create trigger with_capaian before update on periods for each row
    when (new.method is distinct from old.method or new.kala is distinct from old.kala or new.mulai is distinct from old.mulai
        or new.selesai is distinct from old.selesai)
    execute function capaian_fixes_period();

-- No function of ours looks for a table or a function anywhere else, whatever the session says; one whose body is bound needs no path.
do $$
declare
    f regprocedure;
begin
    for f in
        select p.oid from pg_proc p
        where p.pronamespace = 'public'::regnamespace and p.prosqlbody is null
            and not coalesce(array_to_string(p.proconfig, ' ') like '%search_path=%', false)
            and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
    loop
        execute format('alter function %s set search_path = public, pg_temp', f);
    end loop;
end $$;
