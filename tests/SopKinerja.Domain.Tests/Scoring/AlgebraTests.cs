using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Tests.Scoring;

/// <summary>Properties of the formulas of PP 46/2011, over thousands of figures.</summary>
public sealed class AlgebraTests
{
    private const int Times = 20_000;

    [Property(MaxTest = Times)]
    public Property Up_to_24_percent_efisiensi_adds_to_76_and_beyond_it_only_the_share_used_counts() =>
        Prop.ForAll(Any.Figure(1, 60), Any.Figure(1, 120), (tw, rw) =>
        {
            var efisiensi = 100 - (rw / tw * 100);
            var law = rw * 100 >= tw * 76
                ? Math.Max(0, ((1.76m * tw) - rw) / tw * 100)
                : 76 - ((((1.76m * tw) - rw) / tw * 100) - 100);

            Assert.Equal(law, Efisiensi.Nilai(tw, rw), 18);
            Assert.Equal(efisiensi, Efisiensi.Persen(tw, rw), 18);
            Assert.Equal(rw * 100 >= tw * 76 ? Math.Max(0, 76 + efisiensi) : 100 - efisiensi, Efisiensi.Nilai(tw, rw), 18);
            Assert.InRange(Efisiensi.Nilai(tw, rw), 0, 100);
        });

    [Theory]
    [InlineData("12", "9.12")]
    [InlineData("3", "2.28")]
    [InlineData("6", "4.56")]
    [InlineData("11", "8.36")]
    [InlineData("24", "18.24")]
    [InlineData("365", "277.4")]
    public void Exactly_24_percent_is_100_and_a_hair_more_is_less_than_76(string target, string realisasi)
    {
        var (tw, rw) = (Parse(target), Parse(realisasi));

        Assert.Equal(100m, Efisiensi.Nilai(tw, rw));
        Assert.InRange(Efisiensi.Nilai(tw, rw - 0.0000000001m), 75.9999m, 75.99999999999m);
    }

    [Property(MaxTest = Times)]
    public Property The_jump_at_24_percent_stands_at_every_target() => Prop.ForAll(Any.Figure(1, 366), tw =>
    {
        Assert.Equal(100m, Efisiensi.Nilai(tw, tw * 0.76m));
        Assert.True(Efisiensi.Nilai(tw, (tw * 0.76m) - 0.000001m) < 76);
    });

    [Property(MaxTest = Times)]
    public Property On_target_is_76_an_overrun_is_less_and_176_percent_is_nothing() =>
        Prop.ForAll(Any.Figure(1, 60), Any.Figure(0, 60), (tw, figure) =>
    {
        var more = figure + 0.01m;
        Assert.Equal(76m, Efisiensi.Nilai(tw, tw));
        Assert.True(Efisiensi.Nilai(tw, tw + more) < 76);
        Assert.Equal(0m, Efisiensi.Nilai(tw, tw * 1.76m));
        Assert.Equal(0m, Efisiensi.Nilai(tw, (tw * 1.76m) + more));
        Assert.Equal(0m, Efisiensi.Nilai(tw, 0));
    });

    [Property(MaxTest = Times)]
    public Property Kuantitas_has_no_ceiling_and_the_divisor_is_four_only_where_the_target_has_biaya() => Prop.ForAll(
        Any.Figure(1, 100).And(Any.Figure(1, 1000)), Any.Figure(0, 100), Any.Figure(1, 1_000_000).And(Any.Figure(0, 2_000_000)),
        (kuantitas, rk, biaya) =>
        {
            var ((to, ro), (tb, rb)) = (kuantitas, biaya);

            var without = KegiatanScore.Of(to, ro, 100, rk, 12, 12, null, rb);
            var with = KegiatanScore.Of(to, ro, 100, rk, 12, 12, tb, rb);

            Assert.Equal(ro / to * 100, without.Kuantitas, 18);
            Assert.Null(without.Biaya);
            Assert.Equal(without, KegiatanScore.Of(to, ro, 100, rk, 12, 12, 0, rb));
            Assert.Equal((without.Kuantitas + rk + 76) / 3, without.Nilai, 18);
            Assert.Equal((without.Kuantitas + rk + 76 + Efisiensi.Nilai(tb, rb)) / 4, with.Nilai, 18);
        });

    [Fact]
    public void A_kegiatan_not_done_is_zero_and_still_counts()
    {
        var notDone = KegiatanScore.Of(12, 0, 100, 90, 12, 0, 1000, 800);

        Assert.Equal(new KegiatanScore(0, 0, 0, 0), notDone);
        Assert.Equal(40m, PrestasiKerja.Of([80, notDone.Nilai], 0, 0, [80, 80, 80, 80, 80]).RataKegiatan);
    }

    [Property(MaxTest = 500)]
    public Property Scoring_is_pure_and_survives_the_way_through_JSON() => Prop.ForAll(
        Any.Figure(1, 40).And(Any.Figure(0, 60)).And(Any.Figure(1, 12).And(Any.Figure(0, 20)))
            .And(Any.OneOf(false, true).And(Any.Figure(1000, 1_000_000).And(Any.Figure(0, 1_500_000))).And(Any.Figure(0, 100)))
            .Listed(1, 11),
        Any.Int(0, 8).And(Any.OneOf(false, true)),
        Any.Figure(0, 100).Listed(5, 5),
        (kegiatan, more, perilaku) =>
        {
            var sheet = SheetOf(kegiatan, more.One, more.Other, perilaku);
            var first = sheet.Score();

            var json = JsonSerializer.Serialize<Sheet>(sheet);
            var back = Assert.IsType<Pp46Sheet>(JsonSerializer.Deserialize<Sheet>(json));

            Assert.Equal(first, sheet.Score());
            Assert.Equal(first, back.Score());
            Assert.Equal(Digits(first), Digits(back.Score()));
            Assert.Equal(json, JsonSerializer.Serialize<Sheet>(back));
        });

    [Fact]
    public void The_final_figure_is_rounded_once()
    {
        // Rounded at each line of the form these figures end at 85.32.
        decimal[] kegiatan = [85.45m, 88.205m, 86.915m];
        decimal[] perilaku = [85.39m, 88.72m, 78.88m, 81.21m, 80.81m];

        var early = Pembulatan.DuaDesimal(Pembulatan.DuaDesimal(Pembulatan.DuaDesimal(kegiatan.Sum() / 3) * 0.6m)
            + Pembulatan.DuaDesimal(Pembulatan.DuaDesimal(perilaku.Sum() / 5) * 0.4m));

        Assert.Equal(85.32m, early);
        Assert.Equal(85.31m, PrestasiKerja.Of(kegiatan, 0, 0, perilaku).NilaiPrestasi);
    }

    [Property(MaxTest = 500)]
    public Property In_edition_2_a_calculator_finds_every_figure_from_the_printed_ones() => Prop.ForAll(
        Any.Figure(1, 40).And(Any.Figure(0, 60)).And(Any.Figure(1, 12).And(Any.Figure(0, 20)))
            .And(Any.OneOf(false, true).And(Any.Figure(1000, 1_000_000).And(Any.Figure(0, 1_500_000))).And(Any.Figure(0, 100)))
            .Listed(1, 11),
        Any.Int(0, 8).And(Any.OneOf(false, true)),
        Any.Figure(0, 100).Listed(5, 5),
        (kegiatan, more, perilaku) =>
        {
            var sheet = SheetOf(kegiatan, more.One, more.Other, perilaku) with { Edition = Pp46Editions.AsPrinted };
            var score = sheet.Score();
            decimal[] nilai = [.. sheet.Kegiatan.Select(k => k.Score(sheet.Edition).Nilai)];

            Assert.All(sheet.Kegiatan.Select(k => k.Score(sheet.Edition)), k => Assert.Equal(
                Pembulatan.DuaDesimal(k.Penghitungan / (k.Biaya is null ? 3 : 4)), k.Nilai));
            Assert.Equal(
                Pembulatan.DuaDesimal(nilai.Sum() / nilai.Length) + score.NilaiTugasTambahan + score.NilaiKreativitas,
                score.NilaiSkpJabatanIni);
            Assert.Equal(Pembulatan.DuaDesimal(score.NilaiSkp * 0.6m), score.SkpX60);
            Assert.Equal(perilaku.Sum(), score.PerilakuJumlah);
            Assert.Equal(Pembulatan.DuaDesimal(score.PerilakuJumlah / score.JumlahAspek), score.PerilakuRata);
            Assert.Equal(Pembulatan.DuaDesimal(score.PerilakuRata * 0.4m), score.PerilakuX40);
            Assert.Equal(score.SkpX60 + score.PerilakuX40, score.NilaiPrestasi);
            Assert.All(
                [.. nilai, score.RataKegiatan, score.NilaiSkp, score.SkpX60, score.PerilakuRata, score.PerilakuX40],
                figure => Assert.Equal(Pembulatan.DuaDesimal(figure), figure));
        });

    [Fact]
    public void A_sheet_that_names_no_edition_is_of_the_first_and_a_new_one_is_of_the_newest()
    {
        var old = JsonSerializer.Deserialize<Sheet>(
            JsonSerializer.Serialize(The.Targets.NewSheet(struktural: false)).Replace("\"Edition\":2,", "", StringComparison.Ordinal));

        Assert.Equal(Pp46Editions.RoundedOnce, ((Pp46Sheet)old!).Edition);
        Assert.DoesNotContain("Edition", JsonSerializer.Serialize(old), StringComparison.Ordinal);
        Assert.Equal(The.Dossier.MethodEdition, ((Pp46Sheet)The.Dossier.Sheet).Edition);
        Assert.Equal(Pp46Editions.AsPrinted, The.Dossier.MethodEdition);
        Assert.Throws<ArgumentOutOfRangeException>(() => Pp46Editions.Carried(1, 3));
    }

    [Property(MaxTest = Times)]
    public Property The_last_digit_of_a_third_does_not_decide_a_half() => Prop.ForAll(
        Any.Int(150_000, 299_999).Listed(3, 3).Listed(1, 4), Any.Int(60, 100).Listed(5, 5), (threes, jumlah) =>
        {
            // n parts of k/3 whose sum is exact; the average times 60 % plus 40 % of the rest, by integers.
            var thirds = threes.SelectMany(t => t).ToList();
            var score = PrestasiKerja.Of([.. thirds.Select(t => t / 1000m / 3)], 0, 0, [.. jumlah.Select(j => (decimal)j)]);

            // In units of 1 / (5000 × n): 0.6 × Σ t/3000/n + 0.4 × j/5.
            long n = thirds.Count;
            var numerator = thirds.Sum(t => (long)t) + (jumlah.Sum() * 400 * n);
            var hundredths = ((2 * numerator * 100) + (5000 * n)) / (2 * 5000 * n);

            Assert.Equal(hundredths / 100m, score.NilaiPrestasi);
        });

    [Fact]
    public void The_bands_are_total_and_monotone()
    {
        var ranks = Sebutan.Bands.Select(b => b.Nama).Reverse().ToList();
        var last = 0;
        for (var nilai = 0m; nilai <= 120; nilai += 0.005m)
        {
            var rank = ranks.IndexOf(Sebutan.Of(nilai));
            Assert.True(rank >= last, $"{nilai}");
            last = rank;
        }

        Assert.Equal(4, last);
        Assert.Equal("Buruk", Sebutan.Of(decimal.MinValue / 10));
        Assert.Equal("Sangat Baik", Sebutan.Of(decimal.MaxValue / 10));
    }

    [Fact]
    public void Only_the_highest_kreativitas_counts_and_kepemimpinan_only_for_struktural()
    {
        var sheet = Complete with
        {
            Kreativitas = [new("a", ManfaatKreativitas.UnitKerja, null), new("b", ManfaatKreativitas.Organisasi, null)],
            Struktural = true,
            Perilaku = new(80, 80, 80, 80, 80, null),
        };

        Assert.Equal(6, sheet.NilaiKreativitas);
        Assert.False(sheet.HasAllScores);
        Assert.Equal(6, (sheet with { Perilaku = new(80, 80, 80, 80, 80, 92) }).Score().JumlahAspek);
        Assert.Equal(80m, (sheet with { Struktural = false, Perilaku = new(80, 80, 80, 80, 80, 92) }).Score().PerilakuRata);
    }

    [Fact]
    public void What_was_weighed_of_the_cause_changes_no_figure()
    {
        var sheet = Complete;

        Assert.Equal(sheet.Score(), (sheet with { KondisiPenyebab = "Anggaran dialihkan." }).Score());
    }

    [Fact]
    public void A_sheet_with_a_gap_is_not_scored()
    {
        var sheet = Complete;
        var gap = sheet with { Kegiatan = [sheet.Kegiatan[0] with { Realisasi = Realisasi.Empty }] };

        Assert.Throws<InvalidOperationException>(() => gap.Score());
        Assert.Throws<InvalidOperationException>(() => gap.Conclude());
        Assert.False((sheet with { Kegiatan = [] }).HasAllRealisasi);
    }

    private static Pp46Sheet Complete => SheetOf(
        [(((12, 11), (12, 10.5m)), ((false, (1, 1)), 85.5m)), (((1, 1), (12, 12)), ((true, (170_395_000, 169_000_000)), 90))], 2,
        isKreatif: true, [81, 82, 83, 84, 85]);

    private static Pp46Sheet SheetOf(
        IReadOnlyList<(((decimal, decimal), (decimal, decimal)), ((bool, (decimal, decimal)), decimal))> kegiatan, int tugas,
        bool isKreatif, IReadOnlyList<decimal> perilaku) => new(
        [
            .. kegiatan.Select((any, i) =>
            {
                var (((to, ro), (tw, rw)), ((hasBiaya, (tb, rb)), rk)) = any;
                return new Kegiatan(
                    new($"Kegiatan {i}", null, to, "laporan", 100, tw, SatuanWaktu.Bulan, hasBiaya ? tb : null),
                    new(null, ro, rw, hasBiaya ? rb : null, rk));
            }),
        ],
        [.. Enumerable.Range(0, tugas).Select(i => new TugasTambahan($"Tugas {i}", null))],
        isKreatif ? [new("Aplikasi", ManfaatKreativitas.UnitKerja, "1")] : [],
        new(perilaku[0], perilaku[1], perilaku[2], perilaku[3], perilaku[4], null),
        Struktural: false,
        KondisiPenyebab: null,
        Rekomendasi: null);

    private static string Digits(PrestasiKerja score) =>
        FormattableString.Invariant(
            $"{score.RataKegiatan} {score.NilaiSkp} {score.SkpX60} {score.PerilakuRata} {score.PerilakuX40} {score.NilaiPrestasi}");

    private static decimal Parse(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
