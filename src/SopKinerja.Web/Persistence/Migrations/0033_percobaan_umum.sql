-- What is counted is no longer only wrong passwords: also what anybody may ask (docs/decisions/0044).
alter table password_tries rename to tries;
alter table tries rename constraint password_tries_pkey to tries_pkey;
alter table tries rename constraint password_tries_failures_check to tries_failures_check;
-- When the row says nothing any more.
alter table tries add column over_at timestamptz;
update tries set over_at = greatest(since + interval '1 day', wait_until);
alter table tries alter column over_at set not null;
drop index password_tries_since;
create index tries_over_at on tries (over_at);
-- A crash of the database may forget the counts; in return nobody who is counted waits for its disk.
alter table tries set unlogged;

-- Counts a try before it is judged, under each of the given names and networks. Null when it may be judged; otherwise until when to wait,
-- and nothing is counted. Rows are locked in one order, so that many at one moment come one after the other. What is over goes.
create or replace function count_try(
    names bytea[], networks text[], free integer[], longest interval[], forgotten interval[], tried_at timestamptz)
returns timestamptz language plpgsql as $$
declare
    steps constant interval[] := array['5 seconds', '15 seconds', '1 minute', '5 minutes', '15 minutes'];
    until timestamptz;
begin
    -- There is a row of each now, and it is locked until the try is counted.
    insert into tries as p (name, network, failures, since, over_at)
    select n, w, 0, tried_at, tried_at from unnest(names, networks) t (n, w) order by n, w
    on conflict (name, network) do update set failures = p.failures;
    select max(p.wait_until) into until from tries p join unnest(names, networks) t (n, w) on p.name = t.n and p.network = t.w;
    -- What lies further ahead was written before a clock was put right.
    if until > tried_at and until < tried_at + interval '1 hour' then
        return until;
    end if;
    update tries p
    set failures = c.failures,
        since = c.since,
        wait_until = c.wait_until,
        over_at = greatest(c.since + c.forgotten, c.wait_until)
    from (
        select b.*, case when b.failures > b.free then tried_at + least(b.longest, steps[least(b.failures - b.free, 5)]) end as wait_until
        from (
            select q.name, q.network, t.free, t.longest, t.forgotten,
                case when q.since <= tried_at - t.forgotten then 1 else q.failures + 1 end as failures,
                case when q.since <= tried_at - t.forgotten or q.failures = 0 then tried_at else q.since end as since
            from tries q
            join unnest(names, networks, free, longest, forgotten) t (name, network, free, longest, forgotten) using (name, network)) b) c
    where p.name = c.name and p.network = c.network;
    -- Last, when nothing is waited for any more, so that two never wait for each other.
    delete from tries where (name, network) in (
        select name, network from tries where over_at < tried_at order by over_at limit 100 for update skip locked);
    return null;
end $$;

-- After the right password: the first name and network begin anew, the others are as if it had not been counted.
create or replace function forgive_try(names bytea[], networks text[], tried_at timestamptz) returns void language plpgsql as $$
begin
    perform from tries p join unnest(names, networks) t (n, w) on p.name = t.n and p.network = t.w
    order by p.name, p.network for update of p;
    delete from tries where name = names[1] and network = networks[1];
    update tries p set failures = greatest(p.failures - 1, 0), wait_until = null
    from unnest(names, networks) t (n, w) where p.name = t.n and p.network = t.w;
end $$;

-- A file that is handed in is looked up by its hash before anything in it is read.
create index documents_sha256 on documents (sha256);
