-- An account whose password somebody else has set, or which was given an office that confirms others, does nothing that binds until its person
-- was confirmed by a second officer, or by the passphrase of the certificate in use.
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

create function unconfirmed_binds_nobody() returns trigger language plpgsql as $$
begin
    if exists (select from accounts a where a.pegawai_id = new.actor_id and a.reset_at is not null and a.confirmed_at is null) then
        raise exception 'the account of person % was reset and is not confirmed', new.actor_id using errcode = 'SK004';
    end if;
    return new;
end $$;
-- What is only typed binds nobody; an objection would be lost with its day, and can be taken back.
create trigger by_confirmed before insert on history for each row
    when (new.actor_id is not null and new.move not in ('Worked', 'Objected')) execute function unconfirmed_binds_nobody();
create trigger by_confirmed before insert on plan_history for each row
    when (new.actor_id is not null and new.move not in ('Created', 'Written')) execute function unconfirmed_binds_nobody();

-- True where two people hold the passphrase of the authority, a part each; null where one holds it, so that the digests of older rows stay.
alter table signing_authorities add column is_shared boolean check (is_shared);
