-- A draft that nothing was measured against can be given up; it stays on record, and the place of the person is free again.
alter table plans
    drop constraint plans_state_check,
    add constraint plans_state_check check (state in ('Draft', 'Proposed', 'Agreed', 'Cancelled')),
    drop constraint plans_period_id_pegawai_id_post_key;
create unique index ix_plans_period_id_pegawai_id_post on plans (period_id, pegawai_id, post) where state <> 'Cancelled';

alter table plan_history
    drop constraint plan_history_to_check,
    add constraint plan_history_to_check check ("to" in ('Draft', 'Proposed', 'Agreed', 'Cancelled')),
    drop constraint plan_history_move_check,
    add constraint plan_history_move_check check (move in (
        'Created', 'Written', 'Proposed', 'Agreed', 'Returned', 'Withdrawn', 'Revised', 'Cancelled', 'Recorded', 'Followed', 'Left',
        'Corrected', 'Stayed', 'Moved')),
    drop constraint coming_back_has_a_reason,
    add constraint coming_back_has_a_reason check (
        move = 'Agreed'
        or (move in ('Returned', 'Withdrawn', 'Revised', 'Cancelled', 'Left', 'Corrected', 'Stayed'))
            = (coalesce(length(trim(reason)), 0) > 0));

create or replace function plan_guard() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'plan % has a history: it is kept', old.id using errcode = 'SK001';
    end if;
    if old.state = 'Cancelled' then
        raise exception 'plan % was given up: nothing in it changes', old.id using errcode = 'SK001';
    end if;
    if new.state = 'Cancelled' then
        if old.state <> 'Draft' or (to_jsonb(new) - 'state' - 'lines') is distinct from (to_jsonb(old) - 'state' - 'lines') then
            raise exception 'only the draft that plan % is can be given up', old.id using errcode = 'SK002';
        end if;
        if exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.post = old.post
                and d.post_from is not distinct from old.post_from and d.cancelled_at is null) then
            raise exception 'plan % is measured by a dossier', old.id using errcode = 'SK002';
        end if;
        -- What was noted of his conduct is not thrown away by whom it is about.
        if exists (select from plan_notes n where n.plan_id = old.id) then
            raise exception 'plan % has a book', old.id using errcode = 'SK002';
        end if;
        return new;
    end if;
    if (new.post, new.post_from, new.post_until, new.former_jabatan, new.former_unit_id, new.former_unit)
            is distinct from (old.post, old.post_from, old.post_until, old.former_jabatan, old.former_unit_id, old.former_unit)
        -- A position is left, its ending is corrected or taken back, until a dossier measures it.
        and not (old.state = 'Agreed' and new.state = 'Agreed' and old.post + new.post > 0 and (old.post = 0 or new.post in (0, old.post))
            and (new.post > 0) = (new.post_until is not null)
            and new.post_from is not distinct from old.post_from
            and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.bagian = 0
                and d.post = old.post and d.cancelled_at is null))
        -- The next one begins after it, until anything is measured in it; what was agreed for another time is a draft again.
        and not (old.post = 0 and new.post = 0 and new.state = 'Draft' and old.post_from is not null and new.post_from is not null
            and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.post = 0
                and d.post_from = old.post_from and d.cancelled_at is null)) then
        raise exception 'the position of plan % is fixed', old.id using errcode = 'SK001';
    end if;
    -- Another atasan langsung, as the register names him, until there is a result; the counted lines ask for one of the history.
    if old.state = 'Agreed' and new.state = 'Agreed'
        and (new.atasan_id, new.post, new.post_from, new.post_until, new.former_jabatan, new.former_unit_id)
            is distinct from (old.atasan_id, old.post, old.post_from, old.post_until, old.former_jabatan, old.former_unit_id)
        and (new.content, new.pegawai_id, new.period_id) is not distinct from (old.content, old.pegawai_id, old.period_id)
        and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.bagian = 0
            and d.post = old.post and d.cancelled_at is null and (d.outcome is not null or old.post > 0)) then
        return new;
    end if;
    if old.state = 'Agreed' then
        if new.state <> 'Draft' or old.post > 0
            or (new.content, new.atasan_id, new.pegawai_id, new.period_id)
                is distinct from (old.content, old.atasan_id, old.pegawai_id, old.period_id) then
            raise exception 'plan % is agreed and locked', old.id using errcode = 'SK001';
        end if;
        if exists (select from dossiers where period_id = old.period_id and asn_id = old.pegawai_id and post = old.post
            and closed_at is null and cancelled_at is null) then
            raise exception 'plan % is measured by a dossier that still runs', old.id using errcode = 'SK002';
        end if;
        insert into plan_versions (plan_id, atasan_id, content, agreed_at) values (old.id, old.atasan_id, old.content, old.agreed_at);
        return new;
    end if;
    if old.state = 'Draft' and new.state = 'Agreed' then
        raise exception 'plan % is agreed without having been proposed', old.id using errcode = 'SK002';
    end if;
    if old.state = 'Proposed' and new.content is distinct from old.content then
        raise exception 'plan % is proposed: its content is fixed', old.id using errcode = 'SK001';
    end if;
    if new.content ->> 'method' is distinct from old.content ->> 'method' then
        raise exception 'plan % changes its regulation', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;

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
        when 'Followed' then last."to" <> 'Cancelled' and new."to" = last."to"
        when 'Left' then last."to" = 'Agreed' and new."to" = 'Agreed'
        when 'Corrected' then last."to" = 'Agreed' and new."to" = 'Agreed'
        when 'Stayed' then last."to" = 'Agreed' and new."to" = 'Agreed'
        when 'Moved' then last."to" <> 'Cancelled' and new."to" = 'Draft'
        when 'Cancelled' then last."to" = 'Draft' and new."to" = 'Cancelled'
        end;
    if fits is not true or new.no <> coalesce(last.no, 0) + 1 then
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

-- A plan is written, proposed, taken back and given up by its owner or an analis.
create or replace function plan_history_writer() returns trigger language plpgsql as $$
begin
    if new.move in ('Created', 'Written', 'Proposed', 'Withdrawn', 'Cancelled')
        and not exists (select from plans p where p.id = new.plan_id and p.pegawai_id = new.actor_id)
        and not exists (select from accounts a where a.pegawai_id = new.actor_id and 'Analis' = any (a.offices)) then
        raise exception 'person % does not write plan %', new.actor_id, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;

-- A dossier is opened from the agreed plan of its position; whoever would change that plan at the same moment waits, or is waited for.
create or replace function dossier_needs_plan() returns trigger language plpgsql as $$
begin
    perform from plans p where p.period_id = new.period_id and p.pegawai_id = new.asn_id and p.state = 'Agreed' and p.post = new.post
        and (p.post_from, p.post_until) is not distinct from (new.post_from, new.post_until) for share;
    if not found then
        raise exception 'a dossier is opened from the agreed plan of its position' using errcode = 'SK002';
    end if;
    return new;
end $$;
drop trigger has_its_plan on dossiers;
drop function dossier_has_its_plan();

-- Whoever acts in the place of the atasan langsung writes notes too; the book of a position ends with its own result.
create or replace function plan_note_guard() returns trigger language plpgsql as $$
declare
    p record;
    span record;
    d record;
begin
    -- Locked, so that a note and another atasan, or the approval with which the book ends, cannot pass each other.
    select period_id, pegawai_id, atasan_id, post, state into p from plans where id = new.plan_id for share;
    if p.state = 'Cancelled' then
        raise exception 'plan % was given up: nothing in it changes', new.plan_id using errcode = 'SK001';
    end if;
    if new.author_id <> p.atasan_id and not (new.author_id <> p.pegawai_id and acts_for(new.author_id, p.atasan_id, new.at)) then
        raise exception 'person % writes no notes on plan %', new.author_id, new.plan_id using errcode = 'SK004';
    end if;
    for d in select outcome from dossiers
        where period_id = p.period_id and asn_id = p.pegawai_id and bagian = 0 and post = p.post and cancelled_at is null for share
    loop
        if d.outcome is not null then
            raise exception 'the book of plan % is closed', new.plan_id using errcode = 'SK001';
        end if;
    end loop;
    if new.no <> (select coalesce(max(n.no), 0) + 1 from plan_notes n where n.plan_id = new.plan_id) then
        raise exception 'note % of plan % is out of order', new.no, new.plan_id using errcode = 'SK002';
    end if;
    select mulai, selesai into span from periods where id = p.period_id;
    -- In WITA.
    if new.date not between span.mulai and span.selesai or new.date > (new.at at time zone 'UTC' + interval '8 hours')::date then
        raise exception 'plan % has no note of %', new.plan_id, new.date using errcode = 'SK002';
    end if;
    return new;
end $$;

-- A plan that was given up waits for nobody.
create or replace function waits_for(the_person integer) returns table (
    kind text, blocks boolean, id bigint, nama text, period_id integer, bagian smallint, stage smallint, office text)
language sql stable as $$
    select 'Bawahan', true, b.id, b.nama, null::integer, null::smallint, null::smallint, null
    from pegawai b where b.atasan_id = the_person and b.is_active
    union all
    select 'Skp', true, p.id, o.nama, p.period_id, null, null, p.state
    from plans p join pegawai o on o.id = p.pegawai_id and o.is_active join periods t on t.id = p.period_id and t.is_open
    where p.atasan_id = the_person and p.post = 0 and p.state in ('Proposed', 'Agreed')
        and not exists (select from dossiers d where d.period_id = p.period_id and d.asn_id = p.pegawai_id and d.bagian = 0
            and d.post = 0 and d.outcome is not null)
    union all
    select 'Berkas', true, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and d.step <= 4 and d.post = 0
        and d.atasan_langsung_id = the_person
    union all
    -- A result fixes who they are, and so does a position that was left; whoever acts in his place without an end goes on with it.
    select 'Hasil',
        not exists (select from penugasan s where s.menggantikan_id = the_person and s.ended_at is null and s.selesai is null),
        d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and (d.step = 5 or (d.post > 0 and d.step < 5))
        and the_person in (d.atasan_langsung_id, d.atasan_pejabat_penilai_id)
    union all
    select 'Tugas', true, a.id, a.user_name, null, null, null, held.office
    from accounts a cross join lateral unnest(a.offices) held (office)
    where a.pegawai_id = the_person and not exists (
        select from accounts other join pegawai p on p.id = other.pegawai_id
        where other.id <> a.id and other.is_active and p.is_active and held.office = any (other.offices))
    union all
    select 'Penugasan', true, s.id, o.nama, null, null, null, s.jenis || case s.jenis when 'Pengganti' then ' ' else '. ' end || o.jabatan
    from penugasan s join pegawai o on o.id = s.menggantikan_id
    where s.pelaksana_id = the_person and s.ended_at is null
        and coalesce(s.selesai, 'infinity') >= (now() at time zone 'Asia/Makassar')::date
    union all
    select 'Digantikan', false, s.id, o.nama, null, null, null, s.jenis || case s.jenis when 'Pengganti' then '' else '.' end
    from penugasan s join pegawai o on o.id = s.pelaksana_id
    where s.menggantikan_id = the_person and s.ended_at is null
        and coalesce(s.selesai, 'infinity') >= (now() at time zone 'Asia/Makassar')::date
    union all
    select 'BerkasSendiri', false, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and d.asn_id = the_person
    union all
    select 'SkpSendiri', false, p.id, o.nama, p.period_id, null, null, p.state
    from plans p join pegawai o on o.id = p.pegawai_id join periods t on t.id = p.period_id and t.is_open
    where p.pegawai_id = the_person and p.state in ('Draft', 'Proposed')
$$;


-- Whoever is said not to sign may still come to it, until the last day to object.
alter table sop_moves disable trigger fixed;
insert into sop_moves (from_stage, move, to_stage, performer, is_act) values (55, 'Reconsidered', 50, 'Asn', true);
alter table sop_moves enable trigger fixed;
-- Which moves there are, sop_moves says.
alter table history drop constraint history_move_check;

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
            or (was in (50, 55) and old.result_receipt is null and old.last_day_to_object is null)) then
        raise exception 'the days to object on dossier % run already', old.id using errcode = 'SK001';
    end if;
    if new.penetapan_ground is distinct from old.penetapan_ground
        and (was, is_now) not in ((50, 55), (55, 50), (55, 51), (55, 52)) then
        raise exception 'why dossier % is determined without a signature is fixed', old.id using errcode = 'SK001';
    end if;
    if is_now = 55 and new.penetapan_ground ->> 'Reason' in ('WithoutAccount', 'Died') and new.penetapan_ground is distinct from old.penetapan_ground
        and exists (select from accounts a where a.pegawai_id = new.asn_id and a.is_active) then
        raise exception 'the person rated in dossier % has an account', old.id using errcode = 'SK002';
    end if;
    if new.fallen_grounds is distinct from old.fallen_grounds
        and not ((was, is_now) in ((55, 50), (55, 51), (55, 52)) and old.penetapan_ground is not null
            and new.fallen_grounds = coalesce(old.fallen_grounds, '[]') || jsonb_build_array(old.penetapan_ground)) then
        raise exception 'which grounds fell on dossier % is fixed', old.id using errcode = 'SK001';
    end if;
    if new.replaced is distinct from old.replaced and (was, is_now) not in ((52, 50), (53, 40), (55, 60)) then
        raise exception 'which version of dossier % was replaced is fixed', old.id using errcode = 'SK001';
    end if;
    return new;
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
    if new.move in ('Passed', 'Followed') then
        perform set_config('sop.followed', coalesce(current_setting('sop.followed', true), '') || ',' || new.dossier_id || ',', true);
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
        raise exception 'person % already is or acted in another capacity on dossier %', new.actor_id, new.dossier_id using errcode = 'SK004';
    end if;
    return new;
end $$;

-- With a new password a session goes on under a new key, so that a copy of its cookie is dead too. The old key opens nothing but the second
-- click of the form that did it.
alter table sessions
    add column previous_digest bytea unique check (octet_length(previous_digest) = 32),
    add column rekeyed_at timestamptz,
    add constraint key_was_replaced check ((previous_digest is null) = (rekeyed_at is null));
