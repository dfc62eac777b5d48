using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Seeding.Pp46;

/// <summary>Targets, realisasi and scores under PP 46/2011 that people of such a dinas might have; the same for the same person every
/// time.</summary>
public static class SampleKegiatan
{
    private static readonly (string Uraian, decimal Kuantitas, string Satuan, decimal Waktu, decimal? Biaya)[] Pool =
    [
        ("Menyusun laporan pelaksanaan kegiatan bulanan", 12, "laporan", 12, null),
        ("Melaksanakan pembinaan kelompok usaha mikro di kecamatan", 24, "kelompok", 12, 48_500_000),
        ("Memverifikasi dokumen permohonan izin usaha industri kecil", 60, "dokumen", 12, null),
        ("Menyiapkan bahan rapat koordinasi pengendalian harga bahan pokok", 8, "rapat", 10, 16_250_000),
        ("Mengelola data sarana dan prasarana perdagangan", 4, "data", 12, null),
        ("Melaksanakan tera dan tera ulang alat ukur, takar, timbang, dan perlengkapannya", 350, "unit", 11, 72_000_000),
        ("Menyusun konsep naskah dinas dan telaahan staf", 36, "naskah", 12, null),
        ("Memfasilitasi promosi produk unggulan daerah pada pameran tingkat provinsi", 2, "kegiatan", 6, 125_750_000),
        ("Melakukan pemantauan harga kebutuhan pokok di pasar", 48, "laporan", 12, null),
        ("Menata dan memelihara arsip aktif unit kerja", 12, "berkas", 12, null),
    ];

    public static IReadOnlyList<KegiatanTugasJabatan> Of(string userName)
    {
        var start = userName.Sum(c => c);
        return [.. Enumerable.Range(0, 5 + (start % 4)).Select(i => Pool[(start + (i * 3)) % Pool.Length])
            .Select(k => new KegiatanTugasJabatan(k.Uraian, null, k.Kuantitas, k.Satuan, 100, k.Waktu, SatuanWaktu.Bulan, k.Biaya))];
    }

    internal static PlanContent Content(string userName, Pegawai person, Plan? leader) => new SasaranKerja(Of(userName));

    internal static TypedRealisasi Typed(Dossier dossier) => Typed((Pp46Sheet)dossier.Sheet, dossier.AsnId).Typed;

    internal static GivenScores Rated(Dossier dossier) => Rated((Pp46Sheet)dossier.Sheet, dossier.AsnId).Given;

    private static Pp46Sheet Typed(Pp46Sheet sheet, int seed) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select((k, i) => k with
        {
            Realisasi = k.Realisasi with
            {
                Kuantitas = decimal.Floor(k.Target.Kuantitas * (95 + ((seed + i) % 9)) / 100),
                Waktu = k.Target.Waktu,
                Biaya = k.Target.Biaya is { } biaya ? biaya * (90 + ((seed + i) % 8)) / 100 : null,
            },
        })],
        TugasTambahan = seed % 2 == 0 ? [new("Menjadi anggota panitia peringatan hari jadi kabupaten", $"094/{seed:000}/DKUKMPP")] : [],
    };

    private static Pp46Sheet Rated(Pp46Sheet sheet, int seed) => sheet with
    {
        Kegiatan = [.. sheet.Kegiatan.Select(
            (k, i) => k with { Realisasi = k.Realisasi with { Kualitas = 80 + ((seed + (i * 5)) % 15) } })],
        Perilaku = new(80
            + (seed % 11), 82 + (seed % 9), 81 + (seed % 10), 78 + (seed % 13), 83 + (seed % 8), sheet.Struktural ? 80 + (seed % 7) : null),
        KondisiPenyebab = seed % 4 == 1
            ? "Sebagian keluaran belum tercapai karena anggarannya dialihkan pada perubahan APBD, di luar kemampuan pegawai. "
                + "Mutu dinilai dari keluaran yang sempat diselesaikan."
            : null,
        Rekomendasi = "Mengikuti pelatihan pengelolaan data kinerja.",
    };
}
