-- A key that others know is not to be trusted from a day on, which lies before the day on which it was ended. Null where it ended for another
-- reason, so that the digests of older rows stay.
alter table signing_certificates
    add column untrusted_from date,
    add constraint untrusted_before_its_end check (
        untrusted_from is null or (end_reason = 'Compromised'
            and untrusted_from <= (ended_at at time zone 'Asia/Makassar')::date
            and untrusted_from >= (issued_at at time zone 'Asia/Makassar')::date));
