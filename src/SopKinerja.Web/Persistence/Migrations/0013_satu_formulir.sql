-- A form that was sent and did something, so that the same form sent again does nothing more.
create table form_acts (
    digest      bytea primary key check (octet_length(digest) = 32),
    account_id  integer not null references accounts,
    at          timestamptz not null,
    -- Where it led and what was said, encrypted by the program.
    answer      bytea
);
create index form_acts_at on form_acts (at);
create index form_acts_account_id on form_acts (account_id);

-- Every act on a dossier touches its row, so that of two who act at once one is told.
alter table dossiers add column acts integer not null default 0;

-- A copy is made in step 6 and nowhere else; the row is locked, so that a copy and the end of the step cannot pass each other.
create function copy_guard() returns trigger language plpgsql as $$
begin
    if not exists (select from dossiers d where d.id = new.dossier_id and d.step = 6 and d.closed_at is null for share) then
        raise exception 'dossier % takes no copy now', new.dossier_id using errcode = 'SK001';
    end if;
    return new;
end $$;
drop trigger open_dossier on copies;
create trigger guard before insert on copies for each row execute function copy_guard();
