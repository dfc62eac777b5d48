-- The steps of time whose one-time code an account has used: each opens once, on however many servers. Key and recovery codes stand in
-- account_tokens. Not recorded in the ledger: a row is over in minutes.
create table used_codes (
    account_id  integer not null references accounts,
    -- Of 30 seconds each since 1970 (RFC 6238).
    step        bigint  not null,
    primary key (account_id, step)
);
