-- What the forms of angka kredit say of a person and the NIP does not, and the PAK with which this program begins to count.
alter table pegawai
    add column karpeg           text check (length(karpeg) between 1 and 30),
    add column tempat_lahir     text check (length(tempat_lahir) between 1 and 100),
    add column tmt_pangkat      date,
    add column pak_angka_kredit numeric check (pak_angka_kredit between 0 and 10000),
    add column pak_nomor        text check (length(pak_nomor) between 1 and 100),
    add column pak_tanggal      date,
    add column pak_sampai       date,
    add constraint pak_is_whole check (num_nulls(pak_angka_kredit, pak_nomor, pak_tanggal, pak_sampai) in (0, 4));

-- Who moved within the period held an earlier jenjang, whose months count by its own koefisien.
alter table keadaan_pegawai
    add column jenjang text check (jenjang in (
        'Pemula', 'Terampil', 'Mahir', 'Penyelia', 'Ahli Pertama', 'Ahli Muda', 'Ahli Madya', 'Ahli Utama')),
    add constraint jenjang_was_left check (jenjang is null or jenis = 'PindahJabatan');
