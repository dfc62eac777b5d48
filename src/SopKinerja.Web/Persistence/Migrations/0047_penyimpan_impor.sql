-- Who had the rows of a run stored: in his name and with his rights it is done, whoever handed the file in. Null until then. Since this
-- migration the other name or number of a person is told of his account too.
alter table imports
    add column stored_by integer references accounts;
create index ix_imports_stored_by on imports (stored_by);
