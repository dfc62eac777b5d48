using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

/// <summary>Complete plans and sheets under PermenPANRB 6/2022, and random ones from a seed.</summary>
internal static class Some
{
    public static readonly LampiranSkp Lampiran = new(["Dua staf dan satu laptop"], ["Laporan bulanan"], ["Penghargaan pegawai teladan"]);

    /// <summary>A plan that can be proposed on the given form: two utama and one tambahan.</summary>
    public static SasaranKinerja Plan(KelompokJabatan kelompok, Pendekatan pendekatan)
    {
        var form = FormulirSkp.Of(kelompok, pendekatan);
        return new(
            kelompok, pendekatan,
            [
                Rencana(form, JenisHasilKerja.Utama, "Tersusunnya laporan", 2),
                Rencana(form, JenisHasilKerja.Tambahan, "Terselenggaranya pameran", 1),
                Rencana(form, JenisHasilKerja.Utama, "Terlayaninya koperasi", 3),
            ],
            [.. BerAkhlak.Empty.Skip(1), "Menjawab surat dalam satu hari"],
            Lampiran);
    }

    public static RencanaHasilKerja Rencana(FormulirSkp form, JenisHasilKerja jenis, string uraian, int indikator) => new(
        uraian,
        jenis,
        form.MayIntervene ? new("Meningkatnya kinerja dinas", new(7, 2)) : null,
        form.HasDiintervensi ? null : "Bupati",
        form.HasIndikator
            ? [.. Enumerable.Range(1, indikator).Select(i => new IndikatorKinerjaIndividu(
                form.HasAspek ? (AspekIndikator)(i % 4) : null, $"{uraian} bagian {i}", $"{i} laporan", form.HasPerspektif ? (Perspektif)(i % 4) : null))]
            : [],
        form.HasIndikator ? null : $"{uraian} tepat waktu");

    /// <summary>Any plan, complete or not, on any form.</summary>
    public static SasaranKinerja Plan(Random random)
    {
        var form = FormulirSkp.Rows[random.Next(FormulirSkp.Rows.Count)];
        return new(
            form.Kelompok, form.Pendekatan,
            [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Rencana(form, (JenisHasilKerja)random.Next(2), $"Rencana {i}", random.Next(1, 4)))],
            Texts(random, BerAkhlak.Rows.Count),
            Lampiran);
    }

    /// <summary>Any sheet for a plan: each field filled in or not.</summary>
    public static PermenPanRb6Sheet Sheet(Random random, SasaranKinerja plan) => new(
        plan,
        [.. plan.Rencana.Select(r => new HasilKerja(Texts(random, r.JumlahRealisasi), Text(random), []))],
        Texts(random, BerAkhlak.Rows.Count),
        Maybe<RatingKinerja>(random), Maybe<RatingKinerja>(random), Maybe<CapaianOrganisasi>(random), Text(random), Text(random));

    /// <summary>A sheet with everything that a result needs.</summary>
    public static PermenPanRb6Sheet CompleteSheet(Random random)
    {
        var sheet = Sheet(random, Plan(random));
        return sheet with
        {
            HasilKerja = [.. sheet.HasilKerja.Select(h => h with { Realisasi = [.. h.Realisasi.Select(r => r ?? "tercapai")] })],
            RatingHasilKerja = One<RatingKinerja>(random),
            RatingPerilaku = One<RatingKinerja>(random),
            CapaianOrganisasi = One<CapaianOrganisasi>(random),
        };
    }

    private static IReadOnlyList<string?> Texts(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Text(random))];

    private static string? Text(Random random) => random.Next(3) == 0 ? null : $"teks {random.Next(1_000_000)}";

    private static T? Maybe<T>(Random random)
        where T : struct, Enum => random.Next(3) == 0 ? null : One<T>(random);

    private static T One<T>(Random random)
        where T : struct, Enum => random.GetItems(Enum.GetValues<T>(), 1)[0];
}
