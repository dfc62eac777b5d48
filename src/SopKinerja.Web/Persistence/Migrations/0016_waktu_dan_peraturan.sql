-- Which kinds of civil servants a regulation measures: ScoringMethods in the program says the same, and a test compares the two.
create table method_asn (
    method  text not null,
    jenis   text not null,
    primary key (method, jenis)
);
insert into method_asn (method, jenis) values
    ('PP46_2011', 'Pns'),
    ('PERMENPANRB_6_2022', 'Pns'), ('PERMENPANRB_6_2022', 'Pppk');
create trigger fixed before insert or update or delete on method_asn for each row execute function refuse();
create trigger fixed_all before truncate on method_asn execute function refuse();

-- Only from now on: a dossier that was opened before this was known goes its way to the end.
create function dossier_law_guard() returns trigger language plpgsql as $$
begin
    if not exists (select from method_asn m where m.method = new.method and m.jenis = new.parties -> 'Asn' ->> 'Jenis') then
        raise exception '% does not measure %', new.method, new.parties -> 'Asn' ->> 'Jenis' using errcode = 'SK003';
    end if;
    return new;
end $$;
create trigger law before insert on dossiers for each row execute function dossier_law_guard();

-- One after the other, so that two at once do not miss each other. What overlapped before may stay, and may be closed or renamed.
create function period_apart_guard() returns trigger language plpgsql as $$
declare
    other periods;
begin
    perform pg_advisory_xact_lock(hashtext('periods'));
    if tg_op = 'INSERT' or lower(new.nama) <> lower(old.nama) then
        select * into other from periods p where lower(p.nama) = lower(new.nama) and p.id <> new.id limit 1;
        if found then
            raise exception 'period % has that name', other.id using errcode = '23505', constraint = 'periods_nama_key';
        end if;
    end if;
    if tg_op = 'INSERT' or (new.mulai, new.selesai, new.method) is distinct from (old.mulai, old.selesai, old.method) then
        select * into other from periods p
        where p.method = new.method and p.mulai <= new.selesai and p.selesai >= new.mulai and p.id <> new.id limit 1;
        if found then
            raise exception 'period % overlaps', other.id using errcode = 'SK007';
        end if;
    end if;
    return new;
end $$;
create trigger apart before insert or update on periods for each row execute function period_apart_guard();

-- An agreement that comes late has a reason too.
alter table plan_history drop constraint coming_back_has_a_reason, add constraint coming_back_has_a_reason check (
    move = 'Agreed' or (move in ('Returned', 'Withdrawn', 'Revised')) = (coalesce(length(trim(reason)), 0) > 0));
