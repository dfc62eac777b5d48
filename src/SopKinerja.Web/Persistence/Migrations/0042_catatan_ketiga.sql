-- The record holds against its keepers, third round (docs/decisions/0050).

-- Nothing that a session or a role sets decides how a row is written out.
alter function record_line() set bytea_output = 'hex';
alter function record_line() set intervalstyle = 'postgres';
alter function record_line() set extra_float_digits = 1;

-- The time is asked once the chain is held, so that it never falls within one.
create or replace function ledger_write(
    the_chain text, the_table text, the_key text, the_op text, the_digest bytea, the_cols text default null)
    returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
    head ledger_heads;
    now_ timestamptz;
    the_link bytea;
begin
    select * into head from ledger_heads where chain = the_chain for update;
    if not found then
        insert into ledger_heads (chain, no, link) values (the_chain, 0, '') on conflict do nothing;
        select * into head from ledger_heads where chain = the_chain for update;
    end if;
    now_ := clock_timestamp();
    the_link := ledger_link(
        head.link, the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_, the_cols);
    insert into ledger (chain, no, tbl, key, op, digest, tx, at, cols, link)
        values (the_chain, head.no + 1, the_table, the_key, the_op, the_digest, txid_current(), now_, the_cols, the_link);
    update ledger_heads set no = head.no + 1, link = the_link where chain = the_chain;
end $$;

-- A certificate begins as a request.
create function signing_request_guard() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if (new.authority_id, new.certificate, new.serial, new.sha256, new.not_after, new.issued_at, new.issued_by, new.ended_at,
            new.end_reason, new.ended_by, new.untrusted_from) is distinct from
        (null::integer, null::bytea, null::text, null::text, null::timestamptz, null::timestamptz, null::text, null::timestamptz,
            null::text, null::text, null::date) then
        raise exception 'certificate % was not asked for', new.id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger begins_as_request before insert on signing_certificates for each row execute function signing_request_guard();

-- Who signs in anew may be another person: each session is a reader of its own.
drop index access_events_topic;
drop function access_topic(text, integer, text, integer, bigint, text);
create function access_topic(
    kind text, account_id integer, network text, session_id bigint, pegawai_id integer, dossier_id bigint, what text) returns text
    language sql immutable parallel safe
    return kind || '|' || coalesce(account_id::text, '') || '|' || network || '|' || coalesce(session_id::text, '') || '|'
        || coalesce(pegawai_id::text, '') || '|' || coalesce(dossier_id::text, '') || '|' || coalesce(what, '');
create index access_events_topic on access_events (access_topic(kind, account_id, network, session_id, pegawai_id, dossier_id, what), at);
create or replace function note_access(
    at_ timestamptz, kind_ text, account integer, network_ text, session_digest bytea, is_hourly boolean,
    people integer[], of_dossiers bigint[], whats text[], capacities text[])
returns integer language plpgsql set search_path = public, pg_temp as $$
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
        where access_topic(e.kind, e.account_id, e.network, e.session_id, e.pegawai_id, e.dossier_id, e.what)
                = access_topic(kind_, account, network_, the_session, t.person, t.dossier, t.what)
            and e.at > at_ - interval '1 hour' and e.at <= at_ + interval '1 minute')
    order by t.person, t.dossier;
    get diagnostics written = row_count;
    return written;
end $$;
