-- Where the jobs of the program wait: the tables are those of the job scheduler, made by it at "migrate". They are no part of the record.
create schema antrean;

-- A new account has a line in the log of changes from here on; verify asks for it after this migration's line in the ledger.
