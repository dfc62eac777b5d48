-- No unit stands above itself, not even when two administrators save at the same moment; as with superiors (0002), one change at a time.
create function unit_above_guard() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(5077004);
    if exists (
        with recursive above (id, induk_id) as (
            select id, induk_id from unit_kerja where id = new.induk_id
            union
            select u.id, u.induk_id from unit_kerja u join above a on u.id = a.induk_id)
        select from above where id = new.id) then
        raise exception 'unit % would stand above itself', new.id using errcode = 'SK006';
    end if;
    return null;
end $$;
create trigger above_of_new after insert on unit_kerja
    for each row when (new.induk_id is not null) execute function unit_above_guard();
create trigger above_changed after update of induk_id on unit_kerja
    for each row when (new.induk_id is not null and new.induk_id is distinct from old.induk_id) execute function unit_above_guard();
