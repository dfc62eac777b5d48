-- 4,000 people in 48 units and 25 periods, each with an agreed plan and a dossier: 100,000 of each.
-- The triggers are off (session_replication_role = replica), so what they would insist on is kept here by hand.
-- No bytes of documents and no old versions of sheets are made: no page that is measured reads them.

set session_replication_role = replica;

insert into unit_kerja (kode, nama, induk_id)
select 'U' || lpad(n::text, 2, '0'), 'Unit Pelaksana Teknis Daerah Nomor ' || n, (select id from unit_kerja where kode = 'DINAS')
from generate_series(1, 40) n;

insert into periods (nama, mulai, selesai, method, method_reason, is_open)
select 'Triwulan ' || (array['I', 'II', 'III', 'IV'])[q] || ' ' || y, make_date(y, q * 3 - 2, 1), (make_date(y, q * 3 - 2, 1) + interval '3 months - 1 day')::date,
    'PP46_2011', 'SOP dinas (Mei 2023) mengacu pada PP 46/2011.', false
from generate_series(2019, 2024) y, generate_series(1, 4) q
where (y, q) <> (2019, 1);

-- Eighty heads of sections, and their people; those who hold an office in the SOP are not rated, to keep the duties apart.
insert into pegawai (nip, nama, golongan, jabatan, jenis_jabatan, unit_kerja_id, atasan_id)
select to_char(date '1966-01-01' + (n * 3779 % 9000), 'YYYYMMDD') || to_char(date '1991-01-01' + (n * 3779 % 9000), 'YYYYMM') || (1 + n % 2) || lpad((n % 900 + 50)::text, 3, '0'),
    (array['Ahmad', 'Siti', 'Muhammad', 'Noor', 'Hairul', 'Rina', 'Dewi', 'Gusti', 'Fitri', 'Eko', 'Maya', 'Supian', 'Rusmini', 'Yulia', 'Hendra', 'Lina', 'Arif', 'Nurul', 'Bayu', 'Wahyu'])[1 + n % 20]
    || ' ' || (array['Rahman', 'Hidayah', 'Saputra', 'Aisyah', 'Anwar', 'Marlina', 'Safitri', 'Prasetyo', 'Zainuddin', 'Qadriah', 'Fauzan', 'Wardana', 'Kusuma', 'Pratama', 'Anggraini', 'Suryadi', 'Masniah', 'Yasin', 'Hasanah', 'Setiawan', 'Lestari', 'Ramadhan', 'Utami'])[1 + n / 20 % 23]
    || (array['', ', S.E.', ', S.Sos.', ', A.Md.', ', S.T., M.T.'])[1 + n % 5],
    case when n <= 80 then 'III/d' else (array['II/b', 'II/d', 'III/a', 'III/c'])[1 + n % 4] end,
    case when n <= 80 then 'Kepala Seksi Pelayanan Nomor ' || n else 'Pengelola Data dan Pelaporan' end,
    case when n <= 80 then 'Pengawas' else 'Pelaksana' end,
    (select id from unit_kerja where kode = 'U' || lpad((n % 40 + 1)::text, 2, '0')),
    (select id from pegawai where jabatan = 'Kepala Dinas')
from generate_series(1, 4000 - 16) n;

update pegawai p set atasan_id = chief.id
from (select id, row_number() over (order by id) - 1 as no, count(*) over () as number from pegawai where jenis_jabatan in ('Administrator', 'Pengawas')) chief
where p.jabatan = 'Pengelola Data dan Pelaporan' and p.id % chief.number = chief.no;

-- Who is rated, as the forms print them.
create function pg_temp.party(p pegawai) returns jsonb language sql stable as $$
    select case when p.id is not null then jsonb_build_object(
        'PegawaiId', p.id, 'Nama', p.nama, 'Nip', p.nip, 'Jenis', case when substr(p.nip, 13, 2) = '21' then 'Pppk' else 'Pns' end,
        'PangkatGolongan', case p.golongan when 'III/d' then 'Penata Tingkat I (III/d)' else 'Pengatur (' || p.golongan || ')' end,
        'Jabatan', p.jabatan, 'UnitKerja', coalesce((select u.nama from unit_kerja u where u.id = p.unit_kerja_id), 'Pemerintah Kabupaten'),
        'IsStruktural', p.jenis_jabatan in ('PimpinanTinggi', 'Administrator', 'Pengawas')) end
$$;

create temporary table crowd as
select p.id, p.unit_kerja_id, p.atasan_id, a.atasan_id as atasan_penilai_id,
    row_number() over (order by p.id) as no,
    p.jenis_jabatan in ('PimpinanTinggi', 'Administrator', 'Pengawas') as struktural,
    jsonb_strip_nulls(jsonb_build_object('Asn', pg_temp.party(p), 'AtasanLangsung', pg_temp.party(a), 'AtasanPejabatPenilai', pg_temp.party(b))) as parties
from pegawai p
join pegawai a on a.id = p.atasan_id
left join pegawai b on b.id = a.atasan_id
where p.unit_kerja_id is not null and not exists (select from accounts o where o.pegawai_id = p.id and cardinality(o.offices) > 0);

-- Eight kegiatan, whose figures differ from person to person: as targets, and with realisasi and mutu.
create temporary table sheets as
select c.id as pegawai_id, jsonb_agg(k.target order by i) as targets,
    jsonb_agg(jsonb_build_object('Target', k.target, 'Realisasi', '{}'::jsonb) order by i) as empty,
    jsonb_agg(jsonb_build_object('Target', k.target, 'Realisasi', k.typed) order by i) as typed,
    jsonb_agg(jsonb_build_object('Target', k.target, 'Realisasi', k.typed || jsonb_build_object('Kualitas', 78 + (c.id + i) % 18)) order by i) as rated
from crowd c, generate_series(1, 8) i, lateral (select
    jsonb_strip_nulls(jsonb_build_object(
        'Uraian', (array['Menyusun', 'Mengolah', 'Memverifikasi', 'Melaksanakan', 'Menyiapkan', 'Memantau', 'Mendata', 'Melaporkan'])[i] || ' '
            || (array['laporan pembinaan koperasi dan usaha kecil menengah', 'data pedagang pasar menurut jenis dagangan dan los', 'dokumen rencana kerja dan anggaran bidang', 'kegiatan tera dan tera ulang alat ukur'])[1 + (c.id + i) % 4]
            || ' di wilayah kerja untuk bahan laporan pimpinan',
        'Kuantitas', 4 + (c.id * i) % 40, 'Satuan', (array['dokumen', 'laporan', 'paket', 'kegiatan'])[1 + i % 4],
        'Kualitas', 100, 'Waktu', 12, 'SatuanWaktu', 'Bulan', 'Biaya', case when i % 3 = 0 then 5000000 * (1 + (c.id + i) % 30) end)) as target,
    jsonb_strip_nulls(jsonb_build_object(
        'Kuantitas', 3 + (c.id * i) % 40, 'Waktu', 10 + (c.id + i) % 3, 'Biaya', case when i % 3 = 0 then 4800000 * (1 + (c.id + i) % 30) end)) as typed) k
group by c.id;

insert into plans (period_id, pegawai_id, atasan_id, lines, content, state, agreed_at)
select t.id, c.id, c.atasan_id, 1, jsonb_build_object('method', t.method, 'Kegiatan', s.targets), 'Agreed', t.mulai::timestamptz + interval '9 days'
from periods t, crowd c join sheets s on s.pegawai_id = c.id
where t.method = 'PP46_2011';

insert into plan_history (plan_id, no, actor_id, actor_nama, move, "to", at)
select p.id, 1, p.atasan_id, g.nama, 'Agreed', 'Agreed', p.agreed_at from plans p join pegawai g on g.id = p.atasan_id;

-- The four newest periods are at work, spread over all steps; of the others one in forty is still somewhere on its way.
create temporary table standing as
select *, row_number() over (order by period_no, no) as dossier_no, clock - make_interval(mins => (dossier_no_hash % 200000)::int) as since
from (
    select t.id as period_id, t.mulai, t.no as period_no, c.*,
        case when t.no > 21 or (c.no + t.no * 7) % 40 = 0 then (1 + (c.no * 5 + t.no) % 7)::smallint else 7::smallint end as step,
        not (t.no > 21 or (c.no + t.no * 7) % 40 = 0) or (c.no * 5 + t.no) % 7 = 6 and c.no % 2 = 0 as closed,
        abs(hashint8(c.no * 1000 + t.no)::bigint) as dossier_no_hash,
        (c.no % 5) = 0 as sent_back,
        case c.no % 2 when 0 then 'analis' else 'analis2' end as analis,
        case c.no % 2 when 0 then 'kasubbag' else 'kasubbag2' end as kasubbag,
        timestamptz '2026-11-20 08:00+08' as clock
    from (select *, row_number() over (order by mulai, id) as no from periods where method = 'PP46_2011') t, crowd c) at;

insert into dossiers (period_id, unit_kerja_id, asn_id, atasan_langsung_id, atasan_pejabat_penilai_id, parties, method, sheet, step, step_since,
    receipt, evidence, checklist, outcome, last_day_to_object, archive_record, closed_at)
select d.period_id, d.unit_kerja_id, d.id, d.atasan_id, d.atasan_penilai_id, d.parties, 'PP46_2011',
    jsonb_build_object('method', 'PP46_2011',
        'Kegiatan', case when d.step >= 5 then s.rated when d.step = 4 then s.typed else s.empty end,
        'TugasTambahan', case when d.step >= 4 and d.no % 3 = 0 then '[{"Uraian": "Anggota panitia peringatan hari jadi kabupaten"}]'::jsonb else '[]' end,
        'Kreativitas', '[]'::jsonb,
        'Perilaku', case when d.step < 5 then '{}'::jsonb
            else '{"OrientasiPelayanan": 82, "Integritas": 85, "Komitmen": 84, "Disiplin": 83, "KerjaSama": 86}'::jsonb
                || case when d.struktural then '{"Kepemimpinan": 84}'::jsonb else '{}' end end,
        'Struktural', d.struktural),
    d.step, d.since,
    case when d.step > 1 then jsonb_build_object('HandedInBy', d.parties -> 'Asn' ->> 'Nama', 'Date', d.since::date - 10) end,
    case when d.step > 1 then jsonb_build_array(jsonb_build_object(
        'Key', left(md5('berkas' || d.dossier_no), 24), 'OriginalName', 'formulir kinerja.pdf', 'ContentType', 'application/pdf',
        'Size', 180000 + d.dossier_no_hash % 90000, 'Sha256', encode(sha256(d.dossier_no::text::bytea), 'hex'), 'AddedBy', 'Dewi Safitri, S.Kom.',
        'AddedAt', d.since - interval '10 days')) else '[]' end,
    case when d.step > 2 then '{"General": [true, true, true, true], "Kegiatan": [true, true, true, true, true, true, true, true]}'::jsonb end,
    case when d.step >= 5 then jsonb_build_object('Nilai', 84 + d.no % 9 + 0.37, 'Sebutan', case when d.no % 9 >= 7 then 'Sangat Baik' else 'Baik' end) end,
    case when d.step >= 5 then d.since::date + 14 end,
    case when d.closed then jsonb_build_object('KodeKlasifikasi', '800.1.4.4', 'NomorBoks', (1 + d.dossier_no / 50)::text, 'NomorFolder', '1', 'NomorArsip', (1 + d.dossier_no % 50)::text) end,
    case when d.closed then d.since end
from standing d join sheets s on s.pegawai_id = d.id
order by d.dossier_no;

insert into search_names (name) select distinct asn_cari from dossiers on conflict do nothing;

-- What happened: opened, the steps that were finished, one in five sent back once, and the closing.
insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at, reason)
select d.id, row_number() over (partition by d.id order by line.no), actor.id, actor.nama, line.capacity, line.move, line.f, line.t,
    d.step_since - make_interval(hours => (12 - line.no) * 9), line.reason
from standing x
join dossiers d on d.period_id = x.period_id and d.asn_id = x.id
join lateral (values
    (1, x.analis, 'Analis', 'Opened', 1, 1, null, true),
    (2, x.analis, 'Analis', 'Worked', 1, 1, null, x.step = 1),
    (3, x.analis, 'Analis', 'Completed', 1, 2, null, x.step > 1),
    (4, x.kasubbag, 'Kasubbag', 'SentBack', 2, 1, 'Formulir belum ditandatangani pegawai yang bersangkutan.', x.sent_back and x.step > 1),
    (5, x.analis, 'Analis', 'Completed', 1, 2, null, x.sent_back and x.step > 1),
    (6, x.kasubbag, 'Kasubbag', 'Completed', 2, 3, null, x.step > 2),
    (7, x.analis, 'Analis', 'Completed', 3, 4, null, x.step > 3),
    (8, null, 'AtasanLangsung', 'Completed', 4, 5, null, x.step > 4),
    (9, null, 'Asn', 'Completed', 5, 6, null, x.step > 5),
    (10, 'sekretaris', 'Sekretaris', 'Completed', 6, 7, null, x.step > 6),
    (11, 'sekretaris', 'Sekretaris', 'Closed', 7, 7, null, x.closed)
) line (no, user_name, capacity, move, f, t, reason, happened) on line.happened
left join accounts a on a.user_name = line.user_name
join pegawai actor on actor.id = case line.capacity when 'Asn' then x.id when 'AtasanLangsung' then x.atasan_id else a.pegawai_id end
order by d.id, line.no;

insert into documents (dossier_id, kind, sha256, size, drawn_at)
select d.id, kind, encode(sha256((d.id || kind)::bytea), 'hex'), 90000 + d.id % 9000, d.step_since
from dossiers d join (values ('Approved', 5), ('Final', 6)) v (kind, from_step) on d.step >= from_step
order by d.id;

insert into copies (dossier_id, no, for_whom, made_by, made_at)
select d.id, n, (array['Pegawai yang dinilai', 'Badan Kepegawaian'])[n], 'Gusti Rahmadi, S.Sos., M.A.P.', d.step_since
from dossiers d, generate_series(1, 2) n
where d.step = 7
order by d.id, n;

drop table standing, sheets, crowd;
set session_replication_role = origin;
