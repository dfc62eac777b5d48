-- Who reads with the same account from another address within the hour is another event: it may be another person.
drop index access_events_topic;
create or replace function access_topic(kind text, account_id integer, network text, pegawai_id integer, dossier_id bigint, what text) returns text
    language sql immutable parallel safe
    return kind || '|' || coalesce(account_id::text, '') || '|' || network || '|' || coalesce(pegawai_id::text, '') || '|'
        || coalesce(dossier_id::text, '') || '|' || coalesce(what, '');
create index access_events_topic on access_events (access_topic(kind, account_id, network, pegawai_id, dossier_id, what), at);
