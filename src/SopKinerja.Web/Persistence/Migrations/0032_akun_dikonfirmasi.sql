-- An account whose password somebody else has set signs nothing until its person was confirmed by a second officer, or by the passphrase of
-- the certificate in use.
alter table accounts
    add column reset_at     timestamptz,
    add column reset_by     text,
    -- What the person shows to the officer.
    add column confirm_code text check (length(confirm_code) = 12),
    add column confirmed_at timestamptz,
    add column confirmed_by text,
    add constraint reset_by_somebody check (num_nulls(reset_at, reset_by, confirm_code) in (0, 3)),
    add constraint confirmed_after_reset check (
        num_nulls(confirmed_at, confirmed_by) in (0, 2) and (confirmed_at is null or (reset_at is not null and confirmed_at >= reset_at)));

create function unconfirmed_signs_nothing() returns trigger language plpgsql as $$
begin
    if exists (select from accounts a where a.pegawai_id = new.actor_id and a.reset_at is not null and a.confirmed_at is null) then
        raise exception 'the account of person % was reset and is not confirmed', new.actor_id using errcode = 'SK004';
    end if;
    return new;
end $$;
create trigger signs_confirmed before insert on history for each row
    when ((new.move = 'Completed' and new."from" in (4, 5)) or new.move in ('Received', 'Reserved', 'Decided', 'Ratified', 'Determined'))
    execute function unconfirmed_signs_nothing();
create trigger signs_confirmed before insert on plan_history for each row when (new.move = 'Agreed')
    execute function unconfirmed_signs_nothing();

-- Whether two people hold the passphrase of the authority, a part each.
alter table signing_authorities add column is_shared boolean not null default false;
