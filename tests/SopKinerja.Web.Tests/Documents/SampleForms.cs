using SopKinerja.Web.Documents;
using SopKinerja.Web.Documents.Pp46;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Fictional documents of any length.</summary>
internal static class SampleForms
{
    public static readonly DateTimeOffset Approved = new(2026, 11, 22, 6, 5, 0, TimeSpan.Zero);

    public static readonly Letterhead Letterhead = new(
    [
        "PEMERINTAH KABUPATEN CONTOH",
        "DINAS KESEHATAN, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
        "Jalan Jenderal Ahmad Yani Km. 2,5 Kelurahan Contoh 71611, telepon (0526) 000000",
    ]);

    public static readonly PegawaiTercetak Asn = new(
        "Siti Rahmawati, S.Kom.", "199003152015032004", "Penata Muda Tingkat I, III/b", "Pranata Komputer Ahli Pertama", "Sekretariat");

    public static readonly PegawaiTercetak Penilai = new(
        "Drs. H. Ahmad Fauzi, M.Si.", "197001011995031001", "Pembina, IV/a", "Kepala Subbagian Umum dan Kepegawaian", "Sekretariat");

    public static readonly PegawaiTercetak Atasan = new(
        "dr. Hj. Noor Aisyah, M.Kes.", "196805051993032002", "Pembina Utama Muda, IV/c", "Sekretaris Dinas", "Sekretariat");

    public static readonly PegawaiTercetak LongNamed = new(
        "Prof. Dr. dr. Hj. Raden Roro Kusumaningtyas Wulandari Prameswari Hadiningrat-Sastroamidjojo, S.Ked., M.Kes., Sp.PD-KGEH., FINASIM.",
        "198012312005012001",
        "Pembina Utama Madya, IV/d",
        "Analis Kebijakan Ahli Utama pada Bidang Pencegahan, Pengendalian Penyakit Menular dan Tidak Menular/Surveilans/Imunisasi/KesehatanJiwa",
        "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Perawatan Kecamatan Contoh Selatan");

    /// <summary>What the pejabat penilai wrote of the cause, as long as it may be, and its last words.</summary>
    public static readonly string KondisiPenyebab = string.Join('\n', Enumerable.Range(1, 16).Select(i =>
        $"Anggaran kegiatan nomor {i} dialihkan pada perubahan anggaran, sehingga pelatihan baru dapat dimulai pada bulan Oktober (P-{i}).")) + "\nSelesai.";

    public static readonly DocumentProof Proof = new(
        "PPK-2026-000123",
        "ABCD-EFGH-JKMN",
        "https://kinerja.contohkab.go.id/periksa/ABCD-EFGH-JKMN",
        "Dokumen ini disetujui secara elektronik dengan akun masing-masing (tanda tangan elektronik tidak tersertifikasi).",
        "Versi 2. Menggantikan PPK-2026-000123 versi 1 (kode 2345-6789-ABCD) setelah keberatan.");

    public static FormDescription Document(int kegiatan, bool acknowledged = false, PegawaiTercetak? asn = null, string? kondisiPenyebab = null) =>
        new DokumenPengukuranForm(Prestasi(acknowledged, asn ?? Asn), Capaian(kegiatan, asn ?? Asn) with { KondisiPenyebab = kondisiPenyebab })
            .Describe(Letterhead, Approved);

    /// <summary>With room for three signatures, and a proof.</summary>
    public static FormDescription ForSigning(int kegiatan = 3, PegawaiTercetak? asn = null) =>
        new DokumenPengukuranForm(Prestasi(acknowledged: false, asn ?? Asn) with { IsSignedInFile = true }, Capaian(kegiatan, asn ?? Asn))
            .Describe(Letterhead, Approved).ProvenBy(Proof);

    public static PenilaianPrestasiKerjaForm Prestasi(bool acknowledged, PegawaiTercetak asn) => new()
    {
        NomorDokumen = "800.1.4.4/0123/DINKES/2026",
        Instansi = "Pemerintah Kabupaten Contoh",
        Mulai = new DateOnly(2026, 1, 1),
        Sampai = new DateOnly(2026, 12, 31),
        YangDinilai = asn,
        PejabatPenilai = Penilai,
        AtasanPejabatPenilai = Atasan,
        NilaiSkp = 87.46m,
        NilaiSkpTerbobot = 52.476m,
        Perilaku =
        [
            new("Orientasi Pelayanan", 81.25m, "Baik"),
            new("Integritas", 82.5m, "Baik"),
            new("Komitmen", 83.75m, "Baik"),
            new("Disiplin", 91m, "Sangat Baik"),
            new("Kerja Sama", 80m, "Baik"),
            new("Kepemimpinan", null, null),
        ],
        JumlahPerilaku = 418.5m,
        RataRataPerilaku = 83.7m,
        SebutanPerilaku = "Baik",
        NilaiPerilakuTerbobot = 33.48m,
        NilaiPrestasiKerja = 85.956m,
        Sebutan = "Baik",
        Dibuat = new(Penilai.Nama, Approved),
        Diterima = acknowledged ? new(asn.Nama, Approved.AddDays(1).AddMinutes(37)) : null,
    };

    public static PenilaianCapaianForm Capaian(int kegiatan, PegawaiTercetak asn) => new()
    {
        Mulai = new DateOnly(2026, 1, 1),
        Sampai = new DateOnly(2026, 12, 31),
        YangDinilai = asn,
        PejabatPenilai = Penilai,
        Kegiatan = [.. Enumerable.Range(1, kegiatan).Select(Kegiatan)],
        TugasTambahan = ["Panitia peringatan Hari Kesehatan Nasional", "Pelaksana harian Kepala Subbagian Keuangan selama sepuluh hari kerja"],
        NilaiTugasTambahan = 1,
        Kreativitas = ["Aplikasi antrean poliklinik"],
        NilaiKreativitas = 3,
        NilaiCapaianSkp = 87.46m,
        Sebutan = "Baik",
        Dibuat = new(Penilai.Nama, Approved),
    };

    public static FormulirSasaranKerjaForm Skp(int kegiatan, string? draf = null) => new()
    {
        Nomor = "SKP 17",
        Instansi = "Dinas Kesehatan",
        Tempat = "Contoh",
        Mulai = new DateOnly(2026, 1, 1),
        Sampai = new DateOnly(2026, 12, 31),
        PejabatPenilai = Penilai,
        YangDinilai = Asn,
        Kegiatan = [.. Enumerable.Range(1, kegiatan).Select(Kegiatan).Select(k => new TargetTercetak(k.Uraian, k.Target))],
        Draf = draf,
        Disetujui = draf is null ? new(Penilai.Nama, Approved) : null,
    };

    private static KegiatanTercetak Kegiatan(int no)
    {
        var uraian = (no % 4) switch
        {
            0 => "Menyusun laporan bulanan pengelolaan data kepegawaian dan kinerja pegawai di lingkungan dinas beserta rekapitulasinya per bidang",
            1 => "Memelihara jaringan komputer",
            2 => "Mengelola pengadaan perangkat keras dan perangkat lunak untuk puskesmas",
            _ => "Melaksanakan monitoring, evaluasi/pelaporan aplikasi",
        };
        return new($"{uraian} (K-{no})",
            new(no % 3 == 0 ? 1.25m : null, 12 + no, no % 2 == 0 ? "dokumen" : "laporan", 100, 12, "bulan", no % 2 == 0 ? 125_000_000m + no : null),
            new(no % 3 == 0 ? 1.10m : null, 11 + no, no % 2 == 0 ? "dokumen" : "laporan", 85.5m, 11, "bulan", no % 2 == 0 ? 120_750_500m + no : null),
            250.17m + no,
            80.01m + (no * 0.13m));
    }
}
