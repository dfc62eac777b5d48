-- A plan and an evaluation for each position held within a period. Post 0 is the one held at its end; 1, 2 … are those left within it.

alter table plans
    add column post             smallint not null default 0 check (post between 0 and 12),
    add column post_from        date,
    add column post_until       date,
    add column former_jabatan   text check (length(former_jabatan) between 1 and 300),
    add column former_unit_id   integer references unit_kerja,
    add column former_unit      text check (length(former_unit) between 1 and 200),
    add constraint left_with_its_name check (
        (post > 0) = (post_until is not null) and num_nulls(post_until, former_jabatan, former_unit_id, former_unit) in (0, 4)),
    add constraint post_has_days check (post_from <= post_until),
    drop constraint plans_period_id_pegawai_id_key,
    add constraint plans_period_id_pegawai_id_post_key unique (period_id, pegawai_id, post);
create index ix_plans_former_unit_id on plans (former_unit_id) where former_unit_id is not null;
alter table dossiers
    add column post         smallint not null default 0 check (post between 0 and 12),
    add column post_from    date,
    add column post_until   date,
    add constraint left_has_its_day check ((post > 0) = (post_until is not null)),
    add constraint left_is_evaluated_as_one check (post = 0 or bagian = 0);
drop index ix_dossiers_period_id_asn_id_bagian;
create unique index ix_dossiers_period_id_asn_id_bagian_post on dossiers (period_id, asn_id, bagian, post) where cancelled_at is null;

alter table plan_history
    drop constraint plan_history_move_check,
    add constraint plan_history_move_check check (move in (
        'Created', 'Written', 'Proposed', 'Agreed', 'Returned', 'Withdrawn', 'Revised', 'Recorded', 'Followed', 'Left')),
    drop constraint coming_back_has_a_reason,
    add constraint coming_back_has_a_reason check (
        move = 'Agreed' or (move in ('Returned', 'Withdrawn', 'Revised', 'Left')) = (coalesce(length(trim(reason)), 0) > 0));

create or replace function dossier_is_about() returns trigger language plpgsql as $$
begin
    if (new.bagian, new.method_edition, new.post, new.post_from, new.post_until)
            is distinct from (old.bagian, old.method_edition, old.post, old.post_from, old.post_until) then
        raise exception 'the part of the period, the position and the edition of the method of dossier % are fixed', old.id
            using errcode = 'SK001';
    end if;
    return new;
end $$;
drop trigger is_about on dossiers;
create trigger is_about before update of bagian, method_edition, post, post_from, post_until on dossiers
    for each row execute function dossier_is_about();

-- A dossier measures a plan that is there: of that person, in that period and position.
create function dossier_has_its_plan() returns trigger language plpgsql as $$
begin
    if not exists (select from plans p where p.period_id = new.period_id and p.pegawai_id = new.asn_id and p.post = new.post
            and (p.post_from, p.post_until) is not distinct from (new.post_from, new.post_until)) then
        raise exception 'dossier % measures no plan of that position', new.id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger has_its_plan before insert on dossiers for each row
    when (new.post > 0 or new.post_from is not null) execute function dossier_has_its_plan();

create or replace function plan_counts_its_lines() returns trigger language plpgsql as $$
begin
    if (new.state, new.content, new.atasan_id, new.agreed_at, new.post)
            is distinct from (old.state, old.content, old.atasan_id, old.agreed_at, old.post)
        and new.lines <= old.lines then
        raise exception 'plan % changes without a line in its history', old.id using errcode = 'SK003';
    end if;
    return new;
end $$;

create or replace function plan_guard() returns trigger language plpgsql as $$
begin
    -- Another atasan langsung, as the register names him, until there is a result; the counted lines ask for one of the history.
    if tg_op = 'UPDATE' then
        if (new.post, new.post_from, new.post_until, new.former_jabatan, new.former_unit_id, new.former_unit)
                is distinct from (old.post, old.post_from, old.post_until, old.former_jabatan, old.former_unit_id, old.former_unit)
            -- The position is left once; a dossier of the whole period that was opened before measures it as it is.
            and not (old.state = 'Agreed' and new.state = 'Agreed' and old.post = 0 and new.post > 0 and new.post_until is not null
                and new.post_from is not distinct from old.post_from
                and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.bagian = 0
                    and d.post = 0 and d.cancelled_at is null)) then
            raise exception 'the position of plan % is fixed', old.id using errcode = 'SK001';
        end if;
        if old.state = 'Agreed' and new.state = 'Agreed'
            and (new.atasan_id <> old.atasan_id or new.post <> old.post) and old.post = 0
            and (new.content, new.pegawai_id, new.period_id) is not distinct from (old.content, old.pegawai_id, old.period_id)
            and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.bagian = 0
                and d.post = 0 and d.outcome is not null) then
            return new;
        end if;
    end if;
    if old.state = 'Agreed' then
        if tg_op = 'DELETE' or new.state <> 'Draft' or old.post > 0
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
    if tg_op = 'DELETE' then
        raise exception 'plan % has a history: it is kept', old.id using errcode = 'SK001';
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
        when 'Followed' then last."to" = new."to"
        when 'Left' then last."to" = 'Agreed' and new."to" = 'Agreed'
        end;
    if fits is not true or new.no <> coalesce(last.no, 0) + 1 then
        raise exception 'line % of the history of plan % is out of order', new.no, new.plan_id using errcode = 'SK002';
    end if;
    if (new.actor_id is null) <> (new.move = 'Followed')
        or (new.move = 'Left' and new.actor_id = p.pegawai_id)
        or (new.actor_id is not null and new.move <> 'Left' and (new.move in ('Agreed', 'Returned', 'Revised')) <> (new.actor_id <> p.pegawai_id
            and (new.actor_id = p.atasan_id or acts_for(new.actor_id, p.atasan_id, new.at)))) then
        raise exception 'person % may not do that (%) with plan %', new.actor_id, new.move, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;

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
    -- A result fixes who they are, and so does a position that was left; whoever acts in his place goes on with it.
    select 'Hasil', true, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and (d.step = 5 or (d.post > 0 and d.step < 5))
        and the_person in (d.atasan_langsung_id, d.atasan_pejabat_penilai_id)
        and not exists (select from penugasan s where s.menggantikan_id = the_person and s.ended_at is null and s.selesai is null)
    union all
    select 'Tugas', true, a.id, a.user_name, null, null, null, held.office
    from accounts a cross join lateral unnest(a.offices) held (office)
    where a.pegawai_id = the_person and not exists (
        select from accounts other join pegawai p on p.id = other.pegawai_id
        where other.id <> a.id and other.is_active and p.is_active and held.office = any (other.offices))
    union all
    select 'Penugasan', true, s.id, o.nama, null, null, null, s.jenis || ' ' || o.jabatan
    from penugasan s join pegawai o on o.id = s.menggantikan_id
    where s.pelaksana_id = the_person and s.ended_at is null
        and coalesce(s.selesai, 'infinity') >= (now() at time zone 'Asia/Makassar')::date
    union all
    select 'BerkasSendiri', false, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and d.asn_id = the_person
    union all
    select 'SkpSendiri', false, p.id, o.nama, p.period_id, null, null, p.state
    from plans p join pegawai o on o.id = p.pegawai_id join periods t on t.id = p.period_id and t.is_open
    where p.pegawai_id = the_person and p.state <> 'Agreed'
$$;
