-- Nobody stands above himself in the chain of superiors, not even when two administrators save at the same moment.

-- One change of a superior at a time: the walk that follows the lock sees what the one before it committed. It stands after
-- the change, so that it sees all rows of one statement, and uses "union", so that it ends even where a circle stands already.
create function pegawai_superior_guard() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(5077002);
    if exists (
        with recursive above (id, atasan_id) as (
            select id, atasan_id from pegawai where id = new.atasan_id
            union
            select p.id, p.atasan_id from pegawai p join above a on p.id = a.atasan_id)
        select from above where id = new.id) then
        raise exception 'person % would stand above himself', new.id using errcode = 'SK006';
    end if;
    return null;
end $$;
create trigger superior_of_new after insert on pegawai
    for each row when (new.atasan_id is not null) execute function pegawai_superior_guard();
create trigger superior_changed after update of atasan_id on pegawai
    for each row when (new.atasan_id is not null and new.atasan_id is distinct from old.atasan_id) execute function pegawai_superior_guard();
