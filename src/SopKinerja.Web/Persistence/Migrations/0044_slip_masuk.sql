-- An account is entered for the first time with the code on a printed slip, until its owner has chosen a password (docs/decisions/0053). Null
-- where there was never one, so that the digests of older rows stay.
alter table accounts
    -- 16 bytes of salt and 32 of PBKDF2 with SHA-512.
    add column entry_digest bytea       check (length(entry_digest) = 48),
    add column entry_until  timestamptz,
    -- How many slips were made for it.
    add column entry_slips  integer     check (entry_slips > 0),
    add constraint entry_until_a_day check (num_nulls(entry_digest, entry_until) in (0, 2)),
    -- Where a slip opens, no password does.
    add constraint entry_or_password check (
        entry_digest is null or (entry_slips is not null and must_change_password and password_hash is null));

-- How somebody comes in is told as his password is, and is no right.
drop trigger recorded_rights on accounts;
create trigger recorded_rights after insert or update or delete on accounts for each row
    execute function record_line('akun', 'id', 'id', 'nama,must_change_password,user_name,normalized_user_name,email,normalized_email,email_confirmed,password_hash,security_stamp,concurrency_stamp,phone_number,phone_number_confirmed,two_factor_enabled,lockout_end,lockout_enabled,access_failed_count,entry_digest,entry_until,entry_slips', 'accounts.hak');

-- The codes of slips on their way to a printer, in cipher, for the administrator who made them; empty when he says that they are printed,
-- gone within a day.
create table entry_batches (
    id          integer     generated always as identity primary key,
    account_id  integer     not null references accounts,
    at          timestamptz not null,
    sealed      bytea       not null
);
create index ix_entry_batches_account_id on entry_batches (account_id);
