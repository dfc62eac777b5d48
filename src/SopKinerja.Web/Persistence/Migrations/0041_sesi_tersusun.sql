-- Asked at every request: a function of SQL is planned anew each time, one of PL/pgSQL once in a connection.
create or replace function settings_as_of(moment timestamptz) returns text language plpgsql stable set search_path = public, pg_temp as $$
begin
    return (
        select jsonb_build_object('Since', max(at), 'Values', coalesce(jsonb_object_agg(name, value), '{}'))::text
        from (
            select distinct on (name) name, value, at from setting_changes where moment is null or at <= moment order by name, no desc) s);
end $$;

create or replace function session_seen(
    the_digest bytea, old_digest bytea, rekeyed timestamptz, born timestamptz, seen_at timestamptz, written timestamptz,
    locked_minutes integer, usual_minutes integer)
returns setof accounts language plpgsql volatile set search_path = public, pg_temp as $$
declare
    most interval := make_interval(mins => coalesce(
        locked_minutes,
        (select nullif(value, '')::integer from setting_changes where name = 'Sesi:MenitDiam' order by no desc limit 1),
        usual_minutes));
begin
    return query
    with living as (
        select s.id, s.account_id, s.last_seen_at from sessions s join accounts a on a.id = s.account_id
        where (s.digest = the_digest or (s.previous_digest = old_digest and s.rekeyed_at > rekeyed))
            and s.ended_at is null and s.created_at > born and s.last_seen_at > seen_at - most
            and a.is_active and a.security_stamp = s.stamp),
    seen as (
        update sessions s set last_seen_at = seen_at from living l
        where s.id = l.id and l.last_seen_at <= written and s.ended_at is null)
    select a.* from accounts a join living l on l.account_id = a.id;
end $$;
