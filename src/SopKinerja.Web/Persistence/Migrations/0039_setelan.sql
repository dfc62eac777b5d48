-- The settings of the dinas: what each became, when and by whom; the newest line of a name is what holds (docs/decisions/0049).
create table setting_changes (
    id          bigint generated always as identity primary key,
    -- As in the environment, with a colon: "Dinas:Nama".
    name        text        not null check (name ~ '^[A-Za-z]+:[A-Za-z]+$'),
    -- Of the lines of its name, so that of two who change the same at one moment one is told.
    no          integer     not null check (no > 0),
    value       text        not null check (length(value) <= 10000),
    at          timestamptz not null,
    -- Null for what a migration wrote.
    account_id  integer     references accounts,
    actor_nama  text        not null,
    unique (name, no)
);
create index ix_setting_changes_account_id on setting_changes (account_id);

-- The picture in the letterhead by its SHA-256, which is the value of its setting.
create table letterhead_pictures (
    sha256          text    primary key check (sha256 = encode(sha256(bytes), 'hex')),
    content_type    text    not null check (content_type in ('image/png', 'image/jpeg')),
    bytes           bytea   not null check (length(bytes) <= 300000)
);

-- All settings as they stood at a moment, or for null as they stand, and since when; one question for whoever asks.
create function settings_as_of(moment timestamptz) returns text language sql stable set search_path = public, pg_temp as $$
    select jsonb_build_object('Since', max(at), 'Values', coalesce(jsonb_object_agg(name, value), '{}'))::text
    from (select distinct on (name) name, value, at from setting_changes where moment is null or at <= moment order by name, no desc) s
$$;

-- The account of a session that lives; notes that it was seen. In a function, so that what it gives can be joined.
create function session_seen(
    the_digest bytea, old_digest bytea, rekeyed timestamptz, born timestamptz, seen_at timestamptz, written timestamptz,
    -- What the environment sets, else null; and what holds where nobody has set anything.
    locked_minutes integer, usual_minutes integer)
returns setof accounts language sql volatile set search_path = public, pg_temp as $$
    with idle as (
        select make_interval(mins => coalesce(
            locked_minutes,
            (select nullif(value, '')::integer from setting_changes where name = 'Sesi:MenitDiam' order by no desc limit 1),
            usual_minutes)) as most),
    living as (
        select s.id, s.account_id, s.last_seen_at from sessions s join accounts a on a.id = s.account_id
        where (s.digest = the_digest or (s.previous_digest = old_digest and s.rekeyed_at > rekeyed))
            and s.ended_at is null and s.created_at > born and s.last_seen_at > seen_at - (select most from idle)
            and a.is_active and a.security_stamp = s.stamp),
    seen as (
        update sessions s set last_seen_at = seen_at from living l
        where s.id = l.id and l.last_seen_at <= written and s.ended_at is null)
    select a.* from accounts a join living l on l.account_id = a.id
$$;

-- An existing dinas goes on printing what it printed: the names that the program had until now, since its first line of history. Where the
-- environment sets others, those hold as before. An empty database has none.
insert into setting_changes (name, no, value, at, actor_nama)
select d.name, 1, d.value, f.at, 'Pembaruan program'
from (values
    ('Dinas:Nama', 'Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan'),
    ('Dinas:NamaPendek', 'DKUKMPP'),
    ('Dinas:Pemerintah', 'Pemerintah Kabupaten Balangan'),
    ('Dinas:Alamat', 'Jl. Ahmad Yani Km 4,5 Kel. Batu Piring Kec. Paringin Selatan Kode Pos 71662'),
    ('Dinas:Tempat', 'Paringin')) d (name, value)
cross join (select least((select min(at) from history), (select min(at) from plan_history)) as at) f
where f.at is not null
order by d.name;

-- Who sets, and when: one who may, not before the line before and not in the future (the clocks of servers differ by less than a day).
create function setting_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    last_line setting_changes;
begin
    select * into last_line from setting_changes where name = new.name order by no desc limit 1;
    if new.no <> coalesce(last_line.no, 0) + 1 then
        raise exception 'setting % has changed meanwhile', new.name using errcode = 'unique_violation';
    end if;
    if not exists (select from accounts a where a.id = new.account_id and a.is_active and 'Administrator' = any (a.offices)) then
        raise exception 'setting % is the administrator''s', new.name using errcode = 'SK004';
    end if;
    if new.at < last_line.at - interval '1 day' or new.at > clock_timestamp() + interval '1 day' then
        raise exception 'setting % is changed now', new.name using errcode = 'SK002';
    end if;
    if new.name = 'Dinas:GambarKop' and new.value <> '' and not exists (select from letterhead_pictures p where p.sha256 = new.value) then
        raise exception 'there is no picture %', new.value using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger guard before insert on setting_changes for each row execute function setting_guard();

create trigger append_only before update or delete on setting_changes for each row execute function refuse();
create trigger append_only_all before truncate on setting_changes execute function refuse();
create trigger recorded after insert or update or delete on setting_changes for each row
    execute function record_line('setelan', 'name', 'id', '');
create trigger append_only before update or delete on letterhead_pictures for each row execute function refuse();
create trigger append_only_all before truncate on letterhead_pictures execute function refuse();
create trigger recorded after insert or update or delete on letterhead_pictures for each row
    execute function record_line('setelan', '', 'sha256', '');
select record_again('setting_changes'::regclass);
