using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Seeding.PermenPanRb6;

/// <summary>SKP, realisasi and ratings under PermenPANRB 6/2022 that people of such a dinas might have; the same for the same person every
/// time.</summary>
public static class SampleHasilKerja
{
    private static readonly (string Rencana, string Kuantitas, int Jumlah, string Satuan)[] Pool =
    [
        ("Terlaksananya pembinaan usaha mikro di kecamatan", "Jumlah kelompok usaha mikro yang dibina", 24, "kelompok"),
        ("Tersusunnya laporan pelaksanaan kegiatan yang tepat waktu", "Jumlah laporan yang disusun", 12, "laporan"),
        ("Terverifikasinya permohonan izin usaha industri kecil", "Jumlah permohonan yang diverifikasi", 60, "dokumen"),
        ("Terpantaunya harga kebutuhan pokok di pasar", "Jumlah pemantauan harga", 48, "laporan"),
        ("Tertatanya arsip aktif unit kerja", "Jumlah berkas yang ditata", 120, "berkas"),
        ("Terfasilitasinya promosi produk unggulan daerah", "Jumlah pameran yang diikuti", 2, "pameran"),
        ("Terlayaninya tera dan tera ulang alat ukur", "Jumlah alat ukur yang ditera", 350, "unit"),
    ];

    /// <summary>Three rencana utama and, for some, one tambahan; leaders of the middle plan in words, everybody else by
    /// indikator.</summary>
    /// <param name="leader">The agreed SKP of the superior, from which the rencana are intervened; null where there is none.</param>
    public static SasaranKinerja Sasaran(Pegawai person, Plan? leader)
    {
        var seed = person.Nama.Sum(c => c);
        var pendekatan = person.JenisJabatan == JenisJabatan.Administrator ? Pendekatan.Kualitatif : Pendekatan.Kuantitatif;
        var kelompok = person.JenisJabatan.Kelompok(pimpinanUnitMandiri: false);
        var form = FormulirSkp.Of(kelompok, pendekatan);
        var utama = Enumerable.Range(0, 3)
            .Select(i => Rencana(form, Pool[(seed + (i * 2)) % Pool.Length], JenisHasilKerja.Utama, Diintervensi(form, leader, i)));
        RencanaHasilKerja[] tambahan = seed % 2 == 0 ? [] :
            [Rencana(
                form, ("Terselenggaranya peringatan hari jadi kabupaten", "Jumlah rapat panitia", 3, "rapat"), JenisHasilKerja.Tambahan,
                null) with { PenugasanDari = "Ketua Panitia" }];
        return new(kelompok, pendekatan, [.. utama, .. tambahan],
            [.. BerAkhlak.Rows.Select((_, i) => i == seed % 7 ? "Menjawab permintaan data paling lambat dua hari kerja" : null)],
            new(["Satu laptop dan akses data usaha"], ["Laporan bulanan kepada atasan langsung"],
                ["Usul mengikuti pelatihan bila tercapai"]));
    }

    internal static PlanContent Content(string userName, Pegawai person, Plan? leader) => Sasaran(person, leader);

    internal static TypedRealisasi Typed(Dossier dossier) =>
        Typed((PermenPanRb6Sheet)dossier.Sheet, dossier.AsnId + dossier.Bagian, dossier.Evidence).Typed;

    internal static GivenScores Rated(Dossier dossier) =>
        Rated((PermenPanRb6Sheet)dossier.Sheet, dossier.AsnId + dossier.Bagian).Given;

    private static PermenPanRb6Sheet Typed(PermenPanRb6Sheet sheet, int seed, IReadOnlyList<Evidence> evidence) => sheet with
    {
        HasilKerja = [.. sheet.HasilKerja.Index().Select(h => h.Item with
        {
            Realisasi = [.. h.Item.Realisasi.Select(
                (_, i) => i == 0 ? $"Tercapai {92 + ((seed + h.Index) % 9)} % dari target" : "Semua selesai tepat waktu")],
            Bukti = [.. evidence.Take(1).Select(e => e.Key)],
        })],
    };

    private static PermenPanRb6Sheet Rated(PermenPanRb6Sheet sheet, int seed) => sheet with
    {
        HasilKerja = [.. sheet.HasilKerja.Index()
            .Select(h => h.Item with { UmpanBalik = h.Index == 0 ? "Pertahankan, dan catat kendala sejak awal." : null })],
        UmpanBalikPerilaku = [.. BerAkhlak.Rows.Select((_, i) => i == seed % 7 ? "Sudah menjadi contoh bagi rekan kerja." : null)],
        RatingHasilKerja = (seed % 6) switch
        {
            0 =>
            RatingKinerja.DiAtasEkspektasi,
            5 => RatingKinerja.DiBawahEkspektasi,
            _ => RatingKinerja.SesuaiEkspektasi
        },
        RatingPerilaku = seed % 4 == 0 ? RatingKinerja.DiAtasEkspektasi : RatingKinerja.SesuaiEkspektasi,
        Rekomendasi = "Mengikuti pelatihan pengelolaan data kinerja.",
    };

    private static RencanaDiintervensi? Diintervensi(FormulirSkp form, Plan? leader, int i) => !form.MayIntervene ? null
        : leader?.Content is SasaranKinerja { Rencana: { Count: > 0 } above } ? new(
            above[i % above.Count].Uraian, new(leader.Id, i % above.Count))
        : new("Meningkatnya layanan dinas kepada pelaku usaha", null);

    private static RencanaHasilKerja Rencana(
        FormulirSkp form, (string Rencana, string Kuantitas, int Jumlah, string Satuan) of, JenisHasilKerja jenis,
        RencanaDiintervensi? diintervensi) =>
        form.HasIndikator
            ? new(of.Rencana, jenis, diintervensi, null,
            [
                new(form.HasAspek ? AspekIndikator.Kuantitas : null, of.Kuantitas, $"{of.Jumlah} {of.Satuan}",
                    form.HasPerspektif ? Perspektif.PenerimaLayanan : null),
                new(form.HasAspek ? AspekIndikator.Waktu : null, "Ketepatan waktu penyelesaian", "12 bulan",
                    form.HasPerspektif ? Perspektif.ProsesBisnis : null),
            ], null)
            : new(of.Rencana, jenis, diintervensi, null, [], $"{of.Kuantitas} sebanyak {of.Jumlah} {of.Satuan} dalam setahun, selesai "
                + "tepat waktu dan tanpa keluhan penerima layanan.");
}
