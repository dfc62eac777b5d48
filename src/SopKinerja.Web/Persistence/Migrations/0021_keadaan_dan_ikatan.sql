-- More states of a person, and those that hold from their first day on have no last one.
alter table keadaan_pegawai
    alter column selesai drop not null,
    drop constraint keadaan_pegawai_jenis_check,
    add constraint keadaan_pegawai_jenis_check check (jenis in (
        'PindahJabatan', 'TugasBelajar', 'Cuti', 'Plt', 'CutiDiLuarTanggungan', 'Cpns', 'Dipekerjakan', 'DiberhentikanSementara',
        'Pensiun', 'MeninggalDunia', 'PindahInstansi', 'PerjanjianBerakhir')),
    add constraint ends_unless_for_good check (
        (selesai is null) = (jenis in ('Pensiun', 'MeninggalDunia', 'PindahInstansi', 'PerjanjianBerakhir')));

-- The letter by which someone below pengawas rates others.
alter table pegawai
    add column pendelegasian_nomor   text check (length(pendelegasian_nomor) between 1 and 100),
    add column pendelegasian_tanggal date,
    add constraint pendelegasian_is_whole check (num_nulls(pendelegasian_nomor, pendelegasian_tanggal) in (0, 2));

-- Rated by the IPK is only who studies, as it is recorded; each of the two looks at the other, so that neither slips past.
create function study_is_recorded() returns trigger language plpgsql as $$
declare
    the_person int := case tg_table_name when 'dossiers' then (to_jsonb(new) ->> 'asn_id')::int else (to_jsonb(new) ->> 'pegawai_id')::int end;
begin
    perform from keadaan_pegawai where period_id = new.period_id and pegawai_id = the_person and jenis = 'TugasBelajar' for share;
    if not found then
        raise exception '% % speaks of a study that is not recorded', tg_table_name, new.id using errcode = 'SK002';
    end if;
    return new;
end $$;
create trigger study_is_recorded before insert or update of sheet on dossiers for each row
    when (coalesce(jsonb_typeof(new.sheet -> 'TugasBelajar'), 'null') <> 'null') execute function study_is_recorded();
create trigger study_is_recorded before insert or update of content on plans for each row
    when (coalesce(jsonb_typeof(new.content -> 'TugasBelajar'), 'null') <> 'null') execute function study_is_recorded();

create function study_is_relied_on() returns trigger language plpgsql as $$
begin
    if exists (select from dossiers d where d.period_id = old.period_id and d.asn_id = old.pegawai_id and d.cancelled_at is null
            and coalesce(jsonb_typeof(d.sheet -> 'TugasBelajar'), 'null') <> 'null')
        and not exists (select from keadaan_pegawai k where k.period_id = old.period_id and k.pegawai_id = old.pegawai_id
            and k.jenis = 'TugasBelajar' and k.id <> old.id) then
        raise exception 'a dossier is rated by the study %', old.id using errcode = 'SK008';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger relied_on before delete on keadaan_pegawai for each row
    when (old.jenis = 'TugasBelajar') execute function study_is_relied_on();
create trigger relied_on_changed before update on keadaan_pegawai for each row
    when (old.jenis = 'TugasBelajar' and (new.jenis, new.period_id, new.pegawai_id) is distinct from (old.jenis, old.period_id, old.pegawai_id))
    execute function study_is_relied_on();
