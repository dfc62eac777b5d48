using SopKinerja.Domain.Scoring.Pp46;
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
        "Prof. Dr. dr. Hj. Raden Roro Kusumaningtyas Wulandari Prameswari Hadiningrat-Sastroamidjojo, S.Ked., M.Kes., Sp.PD-KGEH., "
        + "FINASIM.",
        "198012312005012001",
        "Pembina Utama Madya, IV/d",
        "Analis Kebijakan Ahli Utama pada Bidang Pencegahan, Pengendalian Penyakit Menular dan Tidak "
        + "Menular/Surveilans/Imunisasi/KesehatanJiwa",
        "Unit Pelaksana Teknis Daerah Pusat Kesehatan Masyarakat Perawatan Kecamatan Contoh Selatan");

    /// <summary>What the pejabat penilai wrote of the cause, as long as it may be, and its last words.</summary>
    public static readonly string KondisiPenyebab = string.Join('\n', Enumerable.Range(1, 16).Select(i =>
        $"Anggaran kegiatan nomor {i} dialihkan pada perubahan anggaran, sehingga pelatihan baru dapat dimulai pada bulan Oktober (P-{i})."))
            + "\nSelesai.";

    public static readonly DocumentProof Proof = new(
        "PPK-2026-000123",
        "ABCD-EFGH-JKMN",
        "https://kinerja.contohkab.go.id/periksa/ABCD-EFGH-JKMN",
        "Dokumen ini disetujui secara elektronik dengan akun masing-masing (tanda tangan elektronik tidak tersertifikasi).",
        "Versi 2. Menggantikan PPK-2026-000123 versi 1 (kode 2345-6789-ABCD) setelah keberatan.");

    /// <summary>A year of notes: short ones, one as long as may be, one of many lines, and one by another with a long name.</summary>
    public static IReadOnlyList<CatatanBertanggal> Notes(int count) => [.. Enumerable.Range(1, count).Select(i => new CatatanBertanggal(
        new DateOnly(2026, 1, 5).AddDays(i * 8 % 340),
        (i % 7) switch
        {
            2 => string.Join(' ', Enumerable.Repeat("Menyelesaikan laporan bulanan lebih cepat dari jadwal dan membantu rekan di bidang lain.", 30))[..1990] + $" (C-{i})",
            3 => string.Join('\n', Enumerable.Range(1, 12).Select(line => $"{line}. Hal yang diamati")) + $"\n(C-{i})",
            _ => $"Datang tepat waktu dan melayani tamu dengan ramah (C-{i}).",
        },
        i % 5 == 0 ? LongNamed : Penilai))];

    public static FormDescription Document(
        int kegiatan, bool acknowledged = false, PegawaiTercetak? asn = null, string? kondisiPenyebab = null, bool ratified = true) =>
        new DokumenPengukuranForm(Prestasi(acknowledged, asn ?? Asn) with { HasPengesahan = ratified }, Weighed(Capaian(kegiatan, asn ?? Asn), kondisiPenyebab))
            .Describe(Letterhead, Approved);

    /// <summary>With room for three signatures, and a proof.</summary>
    public static FormDescription ForSigning(int kegiatan = 3, PegawaiTercetak? asn = null) =>
        new DokumenPengukuranForm(Prestasi(acknowledged: false, asn ?? Asn) with { IsSignedInFile = true, IsDatedInFile = true },
                Capaian(kegiatan, asn ?? Asn))
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
        Sheet = Sheet(1),
        Score = Score,
        Dibuat = new(Penilai.Nama, Approved),
        Diterima = acknowledged ? new(asn.Nama, Approved.AddDays(1).AddMinutes(37)) : null,
        HasPengesahan = true,
    };

    public static PenilaianCapaianForm Capaian(int kegiatan, PegawaiTercetak asn) => new()
    {
        Tempat = "Paringin",
        Mulai = new DateOnly(2026, 1, 1),
        Sampai = new DateOnly(2026, 12, 31),
        YangDinilai = asn,
        PejabatPenilai = Penilai,
        Sheet = Sheet(kegiatan),
        Score = Score,
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
        Kegiatan = [.. Enumerable.Range(1, kegiatan).Select(no => Kegiatan(no).Target)],
        Draf = draf,
        Disetujui = draf is null ? new(Penilai.Nama, Approved) : null,
    };

    private static PenilaianCapaianForm Weighed(PenilaianCapaianForm form, string? kondisiPenyebab) =>
        form with { Sheet = form.Sheet with { KondisiPenyebab = kondisiPenyebab } };

    private static Pp46Sheet Sheet(int kegiatan) => new(
        [.. Enumerable.Range(1, kegiatan).Select(Kegiatan)],
        [new("Panitia peringatan Hari Kesehatan Nasional", null), new("Pelaksana harian Kepala Subbagian Keuangan selama sepuluh hari kerja", null)],
        [new("Aplikasi antrean poliklinik", ManfaatKreativitas.UnitKerja, null)],
        new(81.25m, 82.5m, 83.75m, 91m, 80m, null), Struktural: false, KondisiPenyebab: null, Rekomendasi: null);

    // The same result however many kegiatan there are: 87,46 and 83,70, together 85,96.
    private static PrestasiKerja Score => PrestasiKerja.Of([83.46m], 2, 3, [81.25m, 82.5m, 83.75m, 91m, 80m]);

    private static Kegiatan Kegiatan(int no)
    {
        var uraian = (no % 4) switch
        {
            0 => "Menyusun laporan bulanan pengelolaan data kepegawaian dan kinerja pegawai di lingkungan dinas beserta rekapitulasinya "
                + "per bidang",
            1 => "Memelihara jaringan komputer",
            2 => "Mengelola pengadaan perangkat keras dan perangkat lunak untuk puskesmas",
            _ => "Melaksanakan monitoring, evaluasi/pelaporan aplikasi",
        };
        var hasAk = no % 3 == 0;
        var isDocument = no % 2 == 0;
        return new(
            new(
                $"{uraian} (K-{no})", hasAk ? 1.25m : null, 12 + no, isDocument ? "dokumen" : "laporan", 100, 12, SatuanWaktu.Bulan,
                isDocument ? 125_000_000m + no : null),
            new(hasAk ? 1.10m : null, 11 + no, 11, isDocument ? 120_750_500m + no : null, 85.5m));
    }
}
