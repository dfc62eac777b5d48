using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Sop;

/// <summary>Whose signature the published SOP bears; his NIP is printed whole, as on the received paper (docs/decisions/0014).</summary>
public sealed record Pengesah(string Jabatan, string Nama, string Pangkat, Nip Nip);

/// <summary>The first page of the SOP (bagian identitas): what it is, what it rests on and what it needs.</summary>
/// <param name="Dilengkapi">Where this form differs from the received one, besides what a row of <see cref="SopTable"/> says
/// itself.</param>
public sealed record SopIdentitas(
    string Nama, string Dinas, string Kabupaten, string Alamat, string Nomor, string TanggalPembuatan, string TanggalRevisi,
    string TanggalPengesahan, Pengesah DisahkanOleh, IReadOnlyList<string> DasarHukum, IReadOnlyList<string> KualifikasiPelaksana,
    IReadOnlyList<string> Keterkaitan, IReadOnlyList<string> Peralatan, IReadOnlyList<string> Peringatan, IReadOnlyList<string> Pencatatan,
    IReadOnlyList<string> Dilengkapi)
{
    /// <summary>The SOP of May 2023, in its own words.</summary>
    public static SopIdentitas PengukuranKinerja { get; } = new(
        Nama: "Pelaksanaan Pengukuran Kinerja/Penilaian SKP",
        Dinas: "Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan",
        Kabupaten: "Kabupaten Balangan",
        Alamat: "Jl. Ahmad Yani Km 4,5 Kel. Batu Piring Kec. Paringin Selatan Kode Pos 71662",
        Nomor: "-",
        TanggalPembuatan: "Mei 2023",
        TanggalRevisi: "-",
        TanggalPengesahan: "-",
        DisahkanOleh: new(
            "Kepala Dinas Koperasi, Usaha Kecil dan Menengah, Perindustrian dan Perdagangan Kabupaten Balangan",
            "H. RIBOWO, S.Pd, M.AP", "Pembina Utama Muda (IV/c)", Nip.Stored("196610021990011002")),
        DasarHukum:
        [
            "Undang-Undang Republik Indonesia Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
            "Peraturan Pemerintah Republik Indonesia Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah",
            "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah "
                + "Provinsi dan Kabupaten/Kota",
            "Peraturan Menteri Dalam Negeri Nomor 73 Tahun 2009 tentang Tata Cara Pelaksanaan Evaluasi Kinerja Penyelenggaraan "
                + "Pemerintahan Daerah",
            "Peraturan Pemerintah Nomor 46 Tahun 2011 tentang Penilaian Prestasi Kerja Pegawai Negeri Sipil",
            "Peraturan Kepala Badan Kepegawaian Negara Nomor 1 Tahun 2013 tentang Ketentuan Pelaksanaan Peraturan Pemerintah "
                + "Nomor 46 Tahun 2011 tentang Penilaian Prestasi Kerja Pegawai Negeri Sipil",
            "Peraturan Menteri Dalam Negeri Republik Indonesia Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, Pengendalian dan "
                + "Evaluasi Pembangunan Daerah, Tata Cara Evaluasi Rancangan Peraturan Daerah tentang Rencana Pembangunan Jangka Panjang "
                + "Daerah dan Rencana Pembangunan Jangka Menengah Daerah, serta Tata Cara Perubahan Rencana Pembangunan",
        ],
        KualifikasiPelaksana:
        [
            "Memahami peraturan perundang-undangan tentang kepegawaian",
            "Mengetahui tugas dan fungsi Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            "Mengetahui tugas dan fungsi dalam pembuatan laporan kinerja",
            "Memahami cara penilaian SKP",
        ],
        Keterkaitan:
        [
            "SOP Pembuatan Pelaksanaan Kegiatan",
            "SOP Penyusunan Laporan Evaluasi Kinerja",
            "SOP Pengumpulan Data Kinerja",
            "SOP Usulan Promosi Jabatan",
        ],
        Peralatan: ["Renja", "Dokumen Laporan Fisik dan Kegiatan", "Format Indikator Kinerja Utama", "Perangkat Komputer"],
        Peringatan: ["Jika SOP tidak dilaksanakan maka sasaran kinerja pegawai tidak berjalan dengan baik."],
        Pencatatan: ["Disimpan sebagai dokumen pengendalian dan evaluasi kinerja"],
        Dilengkapi:
        [
            "Keterangan (kolom terakhir) kosong pada naskah; diisi menurut aturan program ini.",
            "Belah ketupat, Ya, Tidak, dan Selesai tidak ada pada naskah; digambar dari jalan kembali tiap langkah.",
            "Tanda tangan Kepala Dinas pada naskah di bawah tabel; di sini pada lembar identitas, menurut format SOP.",
            "Salah ketik «Mutu Buku» dan «Analisis Monitoring, Evaluasi dan Pelaporan» dibetulkan, huruf besar disamakan, dan "
                + "«Permendagri No. 73» ditulis lengkap.",
        ]);
}
