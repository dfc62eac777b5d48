-- Nobody stands above himself in the chain of superiors, and no unit above itself, not even when two administrators save at once.

-- One change of a superior (or of a unit above) at a time: the walk that follows the lock sees what the one before it committed. It
-- stands after the change, so that it sees all rows of one statement, and uses "union", so that it ends even where a circle stands
-- already. The argument is the column that names who is above.
create function circle_guard() returns trigger language plpgsql as $$
declare
    closed boolean;
begin
    perform pg_advisory_xact_lock(5077002, tg_relid::int);
    execute format(
        'with recursive above (id, next) as (
             select id, %1$I from %2$I where id = $1
             union
             select t.id, t.%1$I from %2$I t join above a on t.id = a.next)
         select exists (select from above where id = $2)', tg_argv[0], tg_table_name)
    into closed using (to_jsonb(new) ->> tg_argv[0])::int, new.id;
    if closed then
        raise exception '% % would stand above itself', tg_table_name, new.id using errcode = 'SK006';
    end if;
    return null;
end $$;

create trigger superior_of_new after insert on pegawai
    for each row when (new.atasan_id is not null) execute function circle_guard('atasan_id');
create trigger superior_changed after update of atasan_id on pegawai
    for each row when (new.atasan_id is not null and new.atasan_id is distinct from old.atasan_id) execute function circle_guard('atasan_id');
create trigger above_of_new after insert on unit_kerja
    for each row when (new.induk_id is not null) execute function circle_guard('induk_id');
create trigger above_changed after update of induk_id on unit_kerja
    for each row when (new.induk_id is not null and new.induk_id is distinct from old.induk_id) execute function circle_guard('induk_id');
