using FsCheck;
using FsCheck.Fluent;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

/// <summary>Any plan and any sheet under PermenPANRB 6/2022; fewer rencana and fewer words are smaller.</summary>
internal static class AnySkp
{
    private static readonly Gen<string?> Text = Gen.Frequency(
        (1, Gen.Constant<string?>(null)), (2, Gen.Choose(0, 999_999).Select(i => (string?)$"teks {i}")));

    /// <summary>Complete or not, on any form.</summary>
    public static Arbitrary<SasaranKinerja> Plan { get; } = Arb.From(
        from form in Gen.Elements<FormulirSkp>(FormulirSkp.Rows)
        from count in Gen.Choose(1, 5)
        from rencana in Gen.Choose(0, 1).Zip(Gen.Choose(1, 3)).ListOf(count)
        from ekspektasi in Texts(BerAkhlak.Rows.Count)
        select new SasaranKinerja(
            form.Kelompok, form.Pendekatan,
            [.. rencana.Select((r, i) => Some.Rencana(form, (JenisHasilKerja)r.Item1, $"Rencana {i}", r.Item2))], ekspektasi,
            Some.Lampiran),
        Smaller);

    /// <summary>Each field filled in or not.</summary>
    public static Arbitrary<PermenPanRb6Sheet> Sheet { get; } = Arb.From(Plan.Generator.SelectMany(SheetFor), Smaller);

    /// <summary>Two for the same plan.</summary>
    public static Arbitrary<(PermenPanRb6Sheet One, PermenPanRb6Sheet Other)> Pair { get; } = Arb.From(
        from plan in Plan.Generator from one in SheetFor(plan) from other in SheetFor(plan) select (one, other),
        pair => Enumerable.Range(0, pair.one.HasilKerja.Count > 1 ? pair.one.HasilKerja.Count : 0)
            .Select(row => (Without(pair.one, row), Without(pair.other, row)))
            .Concat(FewerWords(pair.one).Select(one => (one, pair.other)))
            .Concat(FewerWords(pair.other).Select(other => (pair.one, other))));

    /// <summary>With everything that a result needs.</summary>
    public static Arbitrary<PermenPanRb6Sheet> CompleteSheet { get; } = Arb.From(
        from sheet in Sheet.Generator
        from hasilKerja in Any.OneOf<RatingKinerja>().Generator
        from perilaku in Any.OneOf<RatingKinerja>().Generator
        from capaian in Any.OneOf<CapaianOrganisasi>().Generator
        select Completed(sheet) with { RatingHasilKerja = hasilKerja, RatingPerilaku = perilaku, CapaianOrganisasi = capaian },
        sheet => Smaller(sheet).Where(smaller => smaller.HasAllScores));

    private static Gen<PermenPanRb6Sheet> SheetFor(SasaranKinerja plan) =>
        from realisasi in Texts(plan.Rencana.Sum(r => r.JumlahRealisasi))
        from umpanBalik in Texts(plan.Rencana.Count)
        from umpanBalikPerilaku in Texts(BerAkhlak.Rows.Count)
        from hasilKerja in Maybe<RatingKinerja>()
        from perilaku in Maybe<RatingKinerja>()
        from capaian in Maybe<CapaianOrganisasi>()
        from kondisi in Text
        from rekomendasi in Text
        select new PermenPanRb6Sheet(
            plan,
            [.. plan.Rencana.Select((r, i) => new HasilKerja(
                [.. realisasi.Skip(plan.Rencana.Take(i).Sum(before => before.JumlahRealisasi)).Take(r.JumlahRealisasi)], umpanBalik[i],
                []))],
            umpanBalikPerilaku, hasilKerja, perilaku, capaian, kondisi, rekomendasi);

    private static PermenPanRb6Sheet Completed(PermenPanRb6Sheet sheet) =>
        sheet with { HasilKerja = [.. sheet.HasilKerja.Select(h => h with { Realisasi = [.. h.Realisasi.Select(r => r ?? "tercapai")] })] };

    private static IEnumerable<SasaranKinerja> Smaller(SasaranKinerja plan) =>
        Any.Fewer(plan.Rencana, 1).Select(fewer => plan with { Rencana = fewer })
        .Concat(plan.Rencana.Index().Where(r => r.Item.Indikator.Count > 1)
            .Select(r => plan with { Rencana = plan.Rencana.With(r.Index, r.Item with { Indikator = [.. r.Item.Indikator.SkipLast(1)] }) }))
        .Concat(Emptier(plan.Ekspektasi).Select(emptier => plan with { Ekspektasi = emptier }));

    private static IEnumerable<PermenPanRb6Sheet> Smaller(PermenPanRb6Sheet sheet) =>
        Enumerable.Range(0, sheet.HasilKerja.Count > 1 ? sheet.HasilKerja.Count : 0)
            .Select(row => Without(sheet, row)).Concat(FewerWords(sheet));

    private static PermenPanRb6Sheet Without(PermenPanRb6Sheet sheet, int row) => sheet with
    {
        Sasaran = sheet.Sasaran with { Rencana = [.. sheet.Sasaran.Rencana.Where((_, i) => i != row)] },
        HasilKerja = [.. sheet.HasilKerja.Where((_, i) => i != row)],
    };

    private static IEnumerable<PermenPanRb6Sheet> FewerWords(PermenPanRb6Sheet sheet) =>
        sheet.HasilKerja.Index().SelectMany(h => Emptier(h.Item.Realisasi).Select(r => h.Item with { Realisasi = r })
                .Concat(h.Item.UmpanBalik is null ? [] : [h.Item with { UmpanBalik = null }])
                .Select(smaller => sheet with { HasilKerja = sheet.HasilKerja.With(h.Index, smaller) }))
            .Concat(Emptier(sheet.UmpanBalikPerilaku).Select(emptier => sheet with { UmpanBalikPerilaku = emptier }))
            .Concat(sheet.KondisiPenyebab is null ? [] : [sheet with { KondisiPenyebab = null }])
            .Concat(sheet.Rekomendasi is null ? [] : [sheet with { Rekomendasi = null }]);

    private static IEnumerable<IReadOnlyList<string?>> Emptier(IReadOnlyList<string?> texts) =>
        texts.Index().Where(t => t.Item is not null).Select(t => texts.With(t.Index, null));

    private static Gen<IReadOnlyList<string?>> Texts(int count) => Text.ListOf(count).Select(all => (IReadOnlyList<string?>)[.. all]);

    private static Gen<T?> Maybe<T>()
        where T : struct, Enum => Gen.Frequency((1, Gen.Constant<T?>(null)), (2, Any.OneOf<T>().Generator.Select(t => (T?)t)));
}
