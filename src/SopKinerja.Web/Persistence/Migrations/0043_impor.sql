-- Rows of a spreadsheet on their way into the register (docs/decisions/0052). What they did stands in the log of changes; they themselves go
-- some days later, so they are no part of the record.
create table imports (
    id          integer     generated always as identity primary key,
    kind        text        not null check (kind <> ''),
    at          timestamptz not null,
    account_id  integer     not null references accounts,
    file_nama   text        not null check (length(file_nama) <= 300),
    state       text        not null check (state in ('Judged', 'Storing', 'Cancelled', 'Done')),
    -- The heads of the file, and for each the head of the column that it was taken for, or an empty text.
    heads       text[]      not null,
    columns     text[]      not null check (cardinality(columns) = cardinality(heads)),
    -- What was noticed about the file, in sentences.
    notes       text[]      not null,
    ended_at    timestamptz
);
create index ix_imports_account_id on imports (account_id);

create table import_rows (
    import_id   integer     not null references imports on delete cascade,
    -- As the spreadsheet numbers it.
    no          integer     not null check (no > 0),
    -- Whoever is above comes first.
    rank        integer     not null,
    nama        text        not null,
    -- What tells the record from all others (a NIP, a code, a date); null where it cannot be read.
    key         text,
    cells       text[]      not null,
    verdict     text        not null check (verdict in ('New', 'Changed', 'Equal', 'Wrong')),
    is_stored   boolean     not null,
    faults      jsonb       not null,
    changes     jsonb       not null,
    primary key (import_id, no),
    check (not is_stored or verdict in ('New', 'Changed'))
);
create index ix_import_rows_waiting on import_rows (import_id, rank, no) where not is_stored and verdict in ('New', 'Changed');

-- What a head of a file means where the administrator has said so, for the next file; empty for one that is not read.
create table import_heads (
    kind        text        not null check (kind <> ''),
    -- Letters and figures in capitals, as heads are compared.
    head        text        not null check (head <> ''),
    meaning     text        not null,
    primary key (kind, head)
);
