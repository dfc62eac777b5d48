-- The people from number {0} to {1}, each with a name of its own and 25 archived dossiers. "Supian" and "Noor" are frequent; together they are
-- the name of one person, who has 25 dossiers however many there are. Triggers are off; what they would write is written here.

set session_replication_role = replica;

insert into periods (nama, mulai, selesai, method, method_reason, is_open)
select 'Bulan ke-' || n, make_date(2018, 1, 1) + make_interval(months => n), make_date(2018, 2, 1) + make_interval(months => n) - interval '1 day',
    'PP46_2011', 'SOP dinas (Mei 2023) mengacu pada PP 46/2011.', false
from generate_series(1, 25) n
where not exists (select from periods where nama = 'Bulan ke-1');

create temporary table named as
with added as (
    insert into pegawai (nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
    select (array['Ahmad', 'Siti', 'Muhammad', 'Noor', 'Hairul', 'Rina', 'Dewi', 'Gusti', 'Fitri', 'Eko', 'Maya', 'Supian', 'Rusmini', 'Yulia', 'Hendra', 'Lina', 'Arif', 'Nurul', 'Bayu', 'Wahyu'])[1 + n % 20]
        || ' ' || (array['Rahman', 'Hidayah', 'Saputra', 'Aisyah', 'Anwar', 'Marlina', 'Safitri', 'Prasetyo', 'Zainuddin', 'Qadriah', 'Fauzan', 'Wardana', 'Kusuma', 'Pratama', 'Anggraini', 'Suryadi', 'Masniah', 'Yasin', 'Hasanah', 'Setiawan', 'Lestari', 'Ramadhan', 'Utami'])[1 + n / 20 % 23]
        || ' ' || (array['Ba', 'Ci', 'Du', 'Fe', 'Ga', 'Hi', 'Ju', 'Ke', 'La', 'Mi'])[1 + n / 460 % 10] || (array['lan', 'rin', 'sun', 'ten', 'wan', 'yas', 'zul', 'nah', 'dir', 'mas'])[1 + n / 4600 % 10]
        || (array['', ', S.E.', ', S.Sos.', ', A.Md.', ', S.T., M.T.'])[1 + n % 5],
        'III/a', 'Pengelola Data dan Pelaporan', 'Pelaksana', (select min(id) from unit_kerja), (select id from pegawai where jabatan = 'Kepala Dinas')
    from generate_series({0}, {1}) n
    returning id, nama, unit_kerja_id, atasan_id)
select * from added
union all
select id, nama, unit_kerja_id, atasan_id from pegawai p
where nama = 'Supian Noor' and not exists (select from dossiers d where d.asn_id = p.id);

insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, parties, method, sheet, step, step_since, outcome, archive_record, closed_at)
select t.id, n.unit_kerja_id, n.id, n.atasan_id,
    jsonb_build_object(
        'Asn', jsonb_build_object('PegawaiId', n.id, 'Nama', n.nama, 'Jenis', 'Pns', 'PangkatGolongan', 'Penata Muda (III/a)',
            'Jabatan', 'Pengelola Data dan Pelaporan', 'UnitKerja', 'Sekretariat', 'IsStruktural', false),
        'AtasanLangsung', jsonb_build_object('PegawaiId', n.atasan_id, 'Nama', 'Kepala Dinas', 'Jenis', 'Pns', 'PangkatGolongan', 'Pembina (IV/a)',
            'Jabatan', 'Kepala Dinas', 'UnitKerja', 'Dinas', 'IsStruktural', true)),
    'PP46_2011',
    jsonb_build_object('method', 'PP46_2011', 'Kegiatan', '[]'::jsonb, 'TugasTambahan', '[]'::jsonb, 'Kreativitas', '[]'::jsonb,
        'Perilaku', '{}'::jsonb, 'Struktural', false, 'KondisiPenyebab', md5(n.id::text) || md5(t.id::text) || md5(n.nama)),
    7, timestamptz '2026-11-20 08:00+08' - make_interval(mins => n.id % 200000), '{"Nilai": 84.37, "Sebutan": "Baik"}',
    '{"KodeKlasifikasi": "800.1.4.4", "NomorBoks": "1", "NomorFolder": "1", "NomorArsip": "1"}', timestamptz '2026-11-21 08:00+08'
from named n, periods t
where t.nama like 'Bulan ke-%';

insert into search_names (name) select distinct asn_cari from dossiers on conflict do nothing;

drop table named;
set session_replication_role = origin;
