-- Plans follow the register as dossiers do; what waits for a person is one question; nobody becomes inactive while something waits for him.

alter table plan_history
    drop constraint plan_history_move_check,
    add constraint plan_history_move_check check (move in (
        'Created', 'Written', 'Proposed', 'Agreed', 'Returned', 'Withdrawn', 'Revised', 'Recorded', 'Followed'));

create or replace function plan_guard() returns trigger language plpgsql as $$
begin
    -- Another atasan langsung, as the register names him, until there is a result; the counted lines ask for one of the history.
    if old.state = 'Agreed' and tg_op = 'UPDATE' and new.state = 'Agreed' and new.atasan_id <> old.atasan_id
        and (new.content, new.pegawai_id, new.period_id) is not distinct from (old.content, old.pegawai_id, old.period_id)
        and not exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.bagian = 0
            and d.outcome is not null) then
        return new;
    end if;
    if old.state = 'Agreed' then
        if tg_op = 'DELETE' or new.state <> 'Draft'
            or (new.content, new.atasan_id, new.pegawai_id, new.period_id)
                is distinct from (old.content, old.atasan_id, old.pegawai_id, old.period_id) then
            raise exception 'plan % is agreed and locked', old.id using errcode = 'SK001';
        end if;
        if exists (select from dossiers where period_id = old.period_id and asn_id = old.pegawai_id
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
        end;
    if fits is not true or new.no <> coalesce(last.no, 0) + 1 then
        raise exception 'line % of the history of plan % is out of order', new.no, new.plan_id using errcode = 'SK002';
    end if;
    if (new.actor_id is null) <> (new.move = 'Followed')
        or (new.actor_id is not null and (new.move in ('Agreed', 'Returned', 'Revised')) <> (new.actor_id <> p.pegawai_id
            and (new.actor_id = p.atasan_id or acts_for(new.actor_id, p.atasan_id, new.at)))) then
        raise exception 'person % may not do that (%) with plan %', new.actor_id, new.move, new.plan_id using errcode = 'SK004';
    end if;
    return new;
end $$;

-- What was missed while plans did not follow.
insert into plan_history (plan_id, no, actor_nama, move, "to", at, other)
select p.id, p.lines + 1, 'SopKinerja', 'Followed', p.state, now(), 'dari ' || was.nama || ' menjadi ' || is_now.nama
from plans p join pegawai o on o.id = p.pegawai_id join periods t on t.id = p.period_id and t.is_open
    join pegawai was on was.id = p.atasan_id join pegawai is_now on is_now.id = o.atasan_id
where o.atasan_id <> p.atasan_id and o.atasan_id <> o.id
    and not exists (select from dossiers d where d.period_id = p.period_id and d.asn_id = p.pegawai_id and d.bagian = 0
        and d.outcome is not null);
update plans p set lines = h.no, atasan_id = o.atasan_id
from plan_history h, pegawai o
where h.plan_id = p.id and h.no = p.lines + 1 and h.move = 'Followed' and o.id = p.pegawai_id;

-- What waits for a person, or stands below him; without him somebody else must be named. What is his own does not hold him: a dossier of
-- somebody who is gone is determined or cancelled by others.
create function waits_for(the_person integer) returns table (
    kind text, blocks boolean, id bigint, nama text, period_id integer, bagian smallint, stage smallint, office text)
language sql stable as $$
    select 'Bawahan', true, b.id, b.nama, null::integer, null::smallint, null::smallint, null
    from pegawai b where b.atasan_id = the_person and b.is_active
    union all
    select 'Skp', true, p.id, o.nama, p.period_id, null, null, p.state
    from plans p join pegawai o on o.id = p.pegawai_id and o.is_active join periods t on t.id = p.period_id and t.is_open
    where p.atasan_id = the_person and p.state in ('Proposed', 'Agreed')
        and not exists (select from dossiers d where d.period_id = p.period_id and d.asn_id = p.pegawai_id and d.bagian = 0
            and d.outcome is not null)
    union all
    select 'Berkas', true, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and d.step <= 4 and d.atasan_langsung_id = the_person
    union all
    -- A result fixes who they are; whoever acts in his place goes on with it.
    select 'Hasil', true, d.id, d.asn_nama, d.period_id, d.bagian, (d.step * 10 + d.substep)::smallint, null
    from dossiers d
    where d.closed_at is null and d.cancelled_at is null and d.step = 5
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

create function nobody_waits() returns trigger language plpgsql as $$
declare
    the_person integer := case tg_table_name when 'pegawai' then (to_jsonb(new) ->> 'id')::int else (to_jsonb(new) ->> 'pegawai_id')::int end;
begin
    if exists (select from waits_for(the_person) w where w.blocks) then
        raise exception 'something waits for person %', the_person using errcode = 'SK010';
    end if;
    return null;
end $$;
-- At the end of the transaction: handing over and closing the account are one act.
create constraint trigger handed_over after update on pegawai
    deferrable initially deferred for each row when (old.is_active and not new.is_active) execute function nobody_waits();
create constraint trigger handed_over after update on accounts
    deferrable initially deferred for each row when (old.is_active and not new.is_active and new.pegawai_id is not null)
    execute function nobody_waits();

-- One at a time acts in the place of an official. Where several do already, the one that was recorded last goes on.
create extension if not exists btree_gist;
update penugasan p set ended_at = now()
where p.ended_at is null and exists (
    select from penugasan o where o.menggantikan_id = p.menggantikan_id and o.ended_at is null and o.id > p.id
        and daterange(o.mulai, o.selesai, '[]') && daterange(p.mulai, p.selesai, '[]'));
alter table penugasan add constraint one_at_a_time
    exclude using gist (menggantikan_id with =, daterange(mulai, selesai, '[]') with &&) where (ended_at is null);
