-- Each signing in makes a session. The cookie holds its key, here stands only the SHA-256 of it. Not recorded in the ledger: nothing of
-- the SOP rests on a session, and its row goes after 90 days.
create table sessions (
    id            bigint generated always as identity primary key,
    digest        bytea       not null unique check (octet_length(digest) = 32),
    account_id    integer     not null references accounts,
    -- The security stamp of the account by which the session lives; another one of the account ends it.
    stamp         text        not null,
    created_at    timestamptz not null,
    last_seen_at  timestamptz not null,
    address       inet,
    browser       text        check (length(browser) <= 200),
    ended_at      timestamptz,
    ended_why     text        check (ended_why in ('SignedOut', 'ByOwner', 'ByAdministrator', 'PasswordChanged', 'AccountChanged')),
    check ((ended_at is null) = (ended_why is null))
);
create index sessions_account_id on sessions (account_id);
create index sessions_created_at on sessions (created_at);
