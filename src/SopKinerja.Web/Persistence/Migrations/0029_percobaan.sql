-- Tries of passwords that were not right, so that the next one waits longer. Nobody's account is locked by another: what waits is a name
-- at an address. Not recorded in the ledger: a row is over in a day.
create table password_tries (
    -- SHA-256 of the name as it was typed, since many type their password there; empty for all names.
    name        bytea       not null,
    -- The address, of IPv6 its network; empty for all.
    network     text        not null,
    failures    integer     not null check (failures >= 0),
    -- From when they are counted.
    since       timestamptz not null,
    wait_until  timestamptz,
    primary key (name, network)
);
create index password_tries_since on password_tries (since);

-- An account is known at the addresses from which it came in.
alter table sessions add column network text not null default '';
create index sessions_network on sessions (account_id, network);

-- Counts a try before it is judged, under each of the given names and networks. Null when it may be judged; otherwise until when to wait,
-- and nothing is counted. Rows are locked in one order, so that many at one moment come one after the other.
create function count_try(
    names bytea[], networks text[], free integer[], longest interval[], forgotten interval[], tried_at timestamptz)
returns timestamptz language plpgsql as $$
declare
    steps constant interval[] := array['5 seconds', '15 seconds', '1 minute', '5 minutes', '15 minutes'];
    until timestamptz;
begin
    -- There is a row of each now, and it is locked until the try is counted.
    insert into password_tries as p (name, network, failures, since)
    select n, w, 0, tried_at from unnest(names, networks) t (n, w) order by n, w
    on conflict (name, network) do update set failures = p.failures;
    select max(p.wait_until) into until from password_tries p join unnest(names, networks) t (n, w) on p.name = t.n and p.network = t.w;
    -- What lies further ahead was written before a clock was put right.
    if until > tried_at and until < tried_at + interval '1 hour' then
        return until;
    end if;
    update password_tries p
    set failures = c.failures,
        since = case when c.failures = 1 then tried_at else p.since end,
        wait_until = case when c.failures > c.free then tried_at + least(c.longest, steps[least(c.failures - c.free, 5)]) end
    from (
        select q.name, q.network, t.free, t.longest, case when q.since <= tried_at - t.forgotten then 1 else q.failures + 1 end as failures
        from password_tries q
        join unnest(names, networks, free, longest, forgotten) t (name, network, free, longest, forgotten) using (name, network)) c
    where p.name = c.name and p.network = c.network;
    return null;
end $$;

-- After the right password: the first name and network begin anew, the others are as if it had not been counted. What is over goes.
create function forgive_try(names bytea[], networks text[], tried_at timestamptz) returns void language plpgsql as $$
begin
    perform from password_tries p join unnest(names, networks) t (n, w) on p.name = t.n and p.network = t.w
    order by p.name, p.network for update of p;
    delete from password_tries where name = names[1] and network = networks[1];
    update password_tries p set failures = greatest(p.failures - 1, 0), wait_until = null
    from unnest(names, networks) t (n, w) where p.name = t.n and p.network = t.w;
    delete from password_tries where (name, network) in (
        select name, network from password_tries where since < tried_at - interval '1 day' for update skip locked);
end $$;
