-- Who looked and who tried: each sign-in, each failure, each refusal, and each opening of somebody's result (docs/decisions/0046).
create table access_events (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    -- A row of the table of kinds in the program.
    kind        text        not null,
    -- Null where a name was typed that belongs to no account; the name itself is kept nowhere, since many type their password there.
    account_id  integer     references accounts,
    -- The name of the account at that time, and in which capacity it read.
    actor_nama  text,
    sebagai     text,
    -- Whose data; null where it is nobody's.
    pegawai_id  integer     references pegawai,
    dossier_id  bigint      references dossiers,
    -- Which document, or the pattern of the route that was refused: never what stood in the address.
    what        text        check (length(what) <= 200),
    -- The address, of IPv6 its network; "-" where there is none.
    network     text        not null,
    -- No reference: a session goes after 90 days.
    session_id  bigint,
    -- By whose data it is, else by who did it, so that two who read of two people do not wait for each other.
    chain       text        not null generated always as (
        case when pegawai_id is not null then 'p' || pegawai_id::text when account_id is not null then 'a' || account_id::text
            else network end) stored,
    check ((account_id is null) = (actor_nama is null))
);

-- What is the same event when it happens again within the hour.
create function access_topic(kind text, account_id integer, network text, pegawai_id integer, dossier_id bigint, what text) returns text
    language sql immutable parallel safe as $$
    select kind || '|' || coalesce(account_id::text, network) || '|' || coalesce(pegawai_id::text, '') || '|' || coalesce(dossier_id::text, '')
        || '|' || coalesce(what, '')
$$;
create index access_events_topic on access_events (access_topic(kind, account_id, network, pegawai_id, dossier_id, what), at);
create index access_events_at on access_events (at, id);
create index access_events_pegawai on access_events (pegawai_id, at, id);
create index access_events_account on access_events (account_id, at, id);
create index access_events_chain on access_events (chain, at);

-- Writes an event about each of the given people (one about nobody for a null), in one order, so that two never wait for each other. Where
-- it is written once an hour, whoever does the same at one moment waits for the first and adds nothing. How many were written.
create function note_access(
    at_ timestamptz, kind_ text, account integer, network_ text, session_digest bytea, is_hourly boolean,
    people integer[], of_dossiers bigint[], whats text[], capacities text[])
returns integer language plpgsql as $$
declare
    the_name text := (select coalesce(p.nama, a.nama) from accounts a left join pegawai p on p.id = a.pegawai_id where a.id = account);
    the_session bigint := (select s.id from sessions s where s.digest = session_digest);
    written integer;
begin
    if is_hourly then
        perform pg_advisory_xact_lock(7463, coalesce(account, hashtext(network_)));
    end if;
    insert into access_events (at, kind, account_id, actor_nama, sebagai, pegawai_id, dossier_id, what, network, session_id)
    select at_, kind_, account, the_name, t.capacity, t.person, t.dossier, t.what, network_, the_session
    from unnest(people, of_dossiers, whats, capacities) t (person, dossier, what, capacity)
    where not is_hourly or not exists (
        select from access_events e
        where access_topic(e.kind, e.account_id, e.network, e.pegawai_id, e.dossier_id, e.what)
                = access_topic(kind_, account, network_, t.person, t.dossier, t.what)
            and e.at > at_ - interval '1 hour' and e.at <= at_ + interval '1 minute')
    order by t.person, t.dossier;
    get diagnostics written = row_count;
    return written;
end $$;

-- How long an event stays at least, whatever is set.
create function access_kept_least() returns interval language sql immutable parallel safe as $$ select interval '6 months' $$;

-- No event is changed, and none goes before its time, by the clock of the ledger and not by what stands in the row.
create function access_event_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or not exists (
        select from ledger l where l.tbl = tg_table_name and l.key = old.id::text and l.op in ('I', 'B')
            and l.at < clock_timestamp() - access_kept_least()) then
        raise exception 'access event % stays as it is', old.id using errcode = 'SK001';
    end if;
    return old;
end $$;
create trigger stays before update or delete on access_events for each row execute function access_event_stays();
create trigger kept_all before truncate on access_events execute function refuse();

-- Takes off events that are older than so many months, of one chain at a time, so that nobody who writes waits for more than one. How many
-- went; 0 when there are no more. The role that serves may delete none by itself.
create function forget_access(months integer, most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
declare
    until timestamptz := clock_timestamp() - make_interval(months => months);
    the_chain text;
    gone integer;
begin
    if months is null or make_interval(months => months) < access_kept_least() then
        raise exception 'access events are kept % at least', access_kept_least() using errcode = 'SK001';
    end if;
    -- Both are asked: the time in the row, and the time at which the ledger saw it.
    select e.chain into the_chain from access_events e join ledger l on l.tbl = 'access_events' and l.key = e.id::text and l.op in ('I', 'B')
    where e.at < until and l.at < until order by e.at limit 1;
    delete from access_events where id in (
        select e.id from access_events e join ledger l on l.tbl = 'access_events' and l.key = e.id::text and l.op in ('I', 'B')
        where e.chain = the_chain and e.at < until and l.at < until order by e.at limit most);
    get diagnostics gone = row_count;
    return gone;
end $$;

create trigger recorded after insert or update or delete on access_events for each row
    execute function record_line('akses', 'chain', 'id', 'chain');

-- What somebody asks to be put right in the data that are kept about him, and what became of it.
create table corrections (
    id          integer generated always as identity primary key,
    pegawai_id  integer     not null references pegawai,
    asked_at    timestamptz not null,
    wrong       text        not null check (length(trim(wrong)) > 0),
    should_be   text        not null check (length(trim(should_be)) > 0),
    answered_at timestamptz,
    answered_by text,
    -- Whether it was done; null while it is open.
    is_done     boolean,
    answer      text        check (length(trim(answer)) > 0),
    check (num_nulls(answered_at, answered_by, is_done, answer) in (0, 4))
);
create index corrections_pegawai on corrections (pegawai_id, id);
create index corrections_open on corrections (id) where answered_at is null;
create function correction_guard() returns trigger language plpgsql as $$
begin
    if old.answered_at is not null
        or (new.pegawai_id, new.asked_at, new.wrong, new.should_be) is distinct from (old.pegawai_id, old.asked_at, old.wrong, old.should_be) then
        raise exception 'correction % is asked and answered once', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger answered_once before update on corrections for each row execute function correction_guard();
create trigger kept before delete on corrections for each row execute function refuse();
create trigger kept_all before truncate on corrections execute function refuse();
create trigger recorded after insert or update or delete on corrections for each row
    execute function record_line('pembetulan', 'pegawai_id', 'id', '');

-- The auditor reads everything and acts on nothing; his account is nobody's who is measured here.
alter table accounts
    drop constraint offices_belong_to_a_person,
    add constraint offices_belong_to_a_person check (
        pegawai_id is not null or offices <@ array['Administrator'] or offices <@ array['Auditor']),
    add constraint auditor_stands_alone check (not ('Auditor' = any (offices)) or (pegawai_id is null and cardinality(offices) = 1));

create function auditor_acts_on_nothing() returns trigger language plpgsql as $$
declare
    line jsonb := to_jsonb(new);
begin
    if line ->> 'capacity' = 'Auditor' or exists (
        select from accounts a where 'Auditor' = any (a.offices)
            and case tg_table_name
                -- What he does to his own account is no act on anything.
                when 'changes' then a.id = (line ->> 'account_id')::integer
                    and (line ->> 'subject', line ->> 'subject_id') is distinct from ('Akun', a.id::text)
                else line ->> 'actor_id' is null and a.nama = line ->> 'actor_nama' end) then
        raise exception 'an auditor acts on nothing' using errcode = 'SK004';
    end if;
    return new;
end $$;
create trigger by_no_auditor before insert on history for each row execute function auditor_acts_on_nothing();
create trigger by_no_auditor before insert on plan_history for each row execute function auditor_acts_on_nothing();
create trigger by_no_auditor before insert on changes for each row execute function auditor_acts_on_nothing();
