-- What a jabatan fungsional earns depends on its jenjang and on how long it has been held.
alter table pegawai
    add column jenjang text check (jenjang in (
        'Pemula', 'Terampil', 'Mahir', 'Penyelia', 'Ahli Pertama', 'Ahli Muda', 'Ahli Madya', 'Ahli Utama')),
    add column tmt_jabatan date,
    add constraint jenjang_belongs_to_fungsional check (jenjang is null or jenis_jabatan = 'Fungsional');

-- What reports count and export of a sheet under PermenPANRB 6/2022, beside it, so that nobody reads thousands of sheets for it.
alter table dossiers
    add column rating_hasil_kerja text generated always as (sheet ->> 'RatingHasilKerja') stored,
    add column rating_perilaku text generated always as (sheet ->> 'RatingPerilaku') stored,
    add column capaian_organisasi text generated always as (sheet ->> 'CapaianOrganisasi') stored;
