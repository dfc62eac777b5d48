-- Under PermenPANRB 6/2022 people are evaluated within the period too, month by month or quarter by quarter: each such part is a dossier.
alter table periods
    add column kala text check (kala in ('Bulanan', 'Triwulanan')),
    add constraint kala_belongs_to_its_regulation check (kala is null or method = 'PERMENPANRB_6_2022');

-- Bagian 0 is the whole period. The edition tells by which reading of the regulation an old dossier is computed again.
alter table dossiers
    add column bagian smallint not null default 0 check (bagian between 0 and 12),
    add column method_edition smallint not null default 1 check (method_edition > 0),
    drop constraint dossiers_period_id_asn_id_key,
    add constraint dossiers_period_id_asn_id_bagian_key unique (period_id, asn_id, bagian),
    add constraint sheet_is_of_its_method check (sheet ->> 'method' = method);

-- What a dossier is about never changes.
create function dossier_is_about() returns trigger language plpgsql as $$
begin
    if (new.bagian, new.method_edition) is distinct from (old.bagian, old.method_edition) then
        raise exception 'the part of the period and the edition of the method of dossier % are fixed', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger is_about before update of bagian, method_edition on dossiers for each row execute function dossier_is_about();

-- A period that people have planned for is measured as it was when they did.
create function period_guard() returns trigger language plpgsql as $$
begin
    if new.method <> old.method and exists (select from plans where period_id = old.id) then
        raise exception 'period % has plans: its regulation is fixed', old.id using errcode = 'SK001';
    end if;
    if (new.kala is distinct from old.kala or new.mulai <> old.mulai or new.selesai <> old.selesai)
        and exists (select from dossiers where period_id = old.id) then
        raise exception 'period % has dossiers: its dates and parts are fixed', old.id using errcode = 'SK001';
    end if;
    return new;
end $$;
create trigger guard before update on periods for each row execute function period_guard();

-- A plan is written for the regulation of its period.
create function plan_fits_period() returns trigger language plpgsql as $$
begin
    if (select method from periods where id = new.period_id)
        <> (case when new.sasaran is null then 'PP46_2011' else 'PERMENPANRB_6_2022' end) then
        raise exception 'the plan is for another regulation than its period' using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger suits_period before insert or update of period_id, sasaran on plans for each row execute function plan_fits_period();
