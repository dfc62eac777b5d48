-- A seal is of days that are over, and an account that belongs to no person has a name that is nobody else's (docs/decisions/0056).

-- Makes the seal of a day, once, when that day has begun by the clock of the database: of the lines that came since the one before, at most
-- so many that they fit into memory; the next takes the rest. The role that serves writes none by itself, and one with a day ahead would
-- leave all that comes until then under none. Who writes in the record waits meanwhile, so that no smaller key can still come.
create or replace function make_seal(the_time timestamptz, the_guards bytea) returns setof seals
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    most constant bigint := 2000000;
    today constant date := (clock_timestamp() at time zone 'Asia/Makassar')::date;
    the_day constant date := (the_time at time zone 'Asia/Makassar')::date;
    last_day date;
    before seals;
    s seals;
begin
    if the_day > today then
        raise exception 'the day of a seal (%) has not begun', the_day using errcode = 'SK002';
    end if;
    perform pg_advisory_xact_lock(hashtext('seals'));
    select * into before from seals order by no desc limit 1;
    last_day := (before.made_at at time zone 'Asia/Makassar')::date;
    -- After one that was dated ahead, while that could be, days are sealed as ever.
    if the_day = last_day or (the_day < last_day and last_day <= today) then
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

-- As a reader takes two names for one: letters without accents and capitals, and figures.
create function name_form(words text) returns text language sql immutable strict parallel safe
    return regexp_replace(lower(normalize(words, NFKD) collate "C"), '[^a-z0-9]', '', 'g');

-- Under which names a pegawai is known: whole, without the degrees behind it, and without those before it too.
create function person_forms(nama text) returns text[] language sql immutable strict parallel safe
    return array[name_form(nama), name_form(split_part(nama, ',', 1)),
        name_form(regexp_replace(split_part(nama, ',', 1), '^(\s*[[:alpha:]]{1,5}\.)+', ''))];

-- The account without a person that bears one of these names; none for null.
create function account_named(forms text[], but integer) returns integer language sql stable set search_path = public, pg_temp as $$
    select a.id from accounts a where a.pegawai_id is null and a.id is distinct from but and name_form(a.nama) = any (forms) limit 1
$$;

-- Whoever belongs to no person has a name that is no pegawai's and no other such account's, in letters that look like no others.
create function account_name_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('accounts.nama'));
    if regexp_replace(normalize(new.nama, NFKD), '[\u0300-\u036f]', '', 'g') !~ '^[ -~\u2018\u2019\u2013]*$'
        or name_form(new.nama) = '' or account_named(array[name_form(new.nama)], new.id) is not null
        or exists (select from pegawai p where name_form(new.nama) = any (person_forms(p.nama))) then
        raise exception 'account % has the name of somebody else', new.id using errcode = 'SK011';
    end if;
    return new;
end $$;
create trigger own_name before insert on accounts for each row when (new.pegawai_id is null) execute function account_name_guard();
create trigger own_name_kept before update on accounts for each row
    when (new.pegawai_id is null and new.nama is distinct from old.nama) execute function account_name_guard();

create function pegawai_name_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('accounts.nama'));
    if account_named(person_forms(new.nama), null) is not null then
        raise exception 'person % has the name of an account that belongs to nobody', new.id using errcode = 'SK011';
    end if;
    return new;
end $$;
create trigger no_accounts_name before insert on pegawai for each row execute function pegawai_name_guard();
create trigger no_accounts_name_kept before update on pegawai for each row
    when (new.nama is distinct from old.nama) execute function pegawai_name_guard();

-- Who was confirmed under another name was not confirmed.
create function auditor_name_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if new.confirmed_at is not null or new.reset_at is null or new.confirm_code is not distinct from old.confirm_code then
        raise exception 'auditor % is confirmed anew under another name', new.id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger confirmed_anew before update on accounts for each row
    when ('Auditor' = any (new.offices) and (new.nama is distinct from old.nama or new.user_name is distinct from old.user_name))
    execute function auditor_name_guard();
