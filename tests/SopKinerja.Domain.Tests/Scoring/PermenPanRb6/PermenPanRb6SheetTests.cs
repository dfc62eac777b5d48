using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using Outcome = SopKinerja.Domain.Scoring.Outcome;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

public sealed class PermenPanRb6SheetTests
{
    private const int Times = 500;

    [Fact]
    public void A_new_sheet_asks_for_every_realisasi_and_three_choices()
    {
        var plan = Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);
        var sheet = PermenPanRb6Sheet.From(plan);

        Assert.Equal(3, sheet.JumlahKegiatan);
        Assert.Equal(
            ["HasilKerja[0].Realisasi[0]", "HasilKerja[0].Realisasi[1]", "HasilKerja[1].Realisasi[0]",
             "HasilKerja[2].Realisasi[0]", "HasilKerja[2].Realisasi[1]", "HasilKerja[2].Realisasi[2]"],
            sheet.MissingRealisasi().Select(f => f.Place));
        Assert.Equal(
            "Realisasi “Terlayaninya koperasi bagian 3” belum diisi: tulis yang dicapai menurut bukti dukung.",
            sheet.MissingRealisasi()[^1].Sentence);
        Assert.Equal(["RatingHasilKerja", "RatingPerilaku"], sheet.MissingScores().Select(f => f.Place));
        Assert.Null(sheet.PredikatPegawai);
    }

    [Fact]
    public void Without_rows_of_indikator_one_realisasi_is_asked_for_each_rencana()
    {
        var sheet = PermenPanRb6Sheet.From(Some.Plan(KelompokJabatan.Fungsional, Pendekatan.Kualitatif));

        Assert.Equal(3, sheet.MissingRealisasi().Count);
        Assert.Contains("“Tersusunnya laporan”", sheet.MissingRealisasi()[0].Sentence, StringComparison.Ordinal);
    }

    [Property(MaxTest = Times)]
    public Property A_complete_sheet_concludes_with_the_word_of_the_matrix_and_no_figure() => Prop.ForAll(AnySkp.CompleteSheet, any =>
    {
        foreach (var row in Predikat.Rows)
        {
            var sheet = any with { RatingHasilKerja = row.HasilKerja, RatingPerilaku = row.Perilaku };

            Assert.True(sheet is { HasAllRealisasi: true, HasAllScores: true });
            Assert.Equal(new Outcome(null, row.Predikat.Nama()), sheet.Conclude());
            Assert.Equal(row.Predikat, Predikat.Of(row.HasilKerja, row.Perilaku));
        }
    });

    [Property(MaxTest = Times)]
    public Property The_result_depends_on_the_sheet_alone_and_survives_the_way_through_JSON() => Prop.ForAll(AnySkp.CompleteSheet, sheet =>
    {
        var json = JsonSerializer.Serialize<Sheet>(sheet);
        var back = Assert.IsType<PermenPanRb6Sheet>(JsonSerializer.Deserialize<Sheet>(json));

        Assert.Equal(sheet.Conclude(), back.Conclude());
        Assert.Equal(json, JsonSerializer.Serialize<Sheet>(back));
        Assert.Equal(ScoringMethods.PermenPanRb6, JsonNode.Parse(json)!["method"]!.GetValue<string>());
    });

    [Property(MaxTest = Times)]
    public Property The_result_depends_on_nothing_but_the_two_ratings() =>
        Prop.ForAll(AnySkp.CompleteSheet, AnySkp.CompleteSheet, (one, other) =>
    {
        var outcome = (other with { RatingHasilKerja = one.RatingHasilKerja, RatingPerilaku = one.RatingPerilaku }).Conclude();

        Assert.Equal(one.Conclude(), outcome);
    });

    [Property(MaxTest = 100)]
    public Property A_sheet_with_any_gap_is_not_concluded() =>
        Prop.ForAll(AnySkp.CompleteSheet, Any.Int(0, 4), Any.Int(0, 2), (sheet, anyRow, anyGap) =>
    {
        var row = anyRow % sheet.HasilKerja.Count;
        var gap = anyGap % sheet.HasilKerja[row].Realisasi.Count;
        PermenPanRb6Sheet[] gaps =
        [
            sheet with { RatingHasilKerja = null },
            sheet with { RatingPerilaku = null },
            sheet with
            {
                HasilKerja = sheet.HasilKerja.With(
                    row, sheet.HasilKerja[row] with { Realisasi = sheet.HasilKerja[row].Realisasi.With(gap, " ") }),
            },
        ];

        Assert.All(gaps, g =>
        {
            Assert.False(g.HasAllScores);
            Assert.Single(g.MissingRealisasi().Concat(g.MissingScores()));
            Assert.Throws<InvalidOperationException>(() => g.Conclude());
        });
        Assert.Equal([true, true, false], gaps.Select(g => g.HasAllRealisasi));
    });

    [Property(MaxTest = Times)]
    public Property The_capaian_is_that_of_the_unit_and_changes_neither_the_result_nor_what_was_given() =>
        Prop.ForAll(AnySkp.CompleteSheet, AnySkp.CompleteSheet, (sheet, other) =>
    {
        var without = (PermenPanRb6Sheet)sheet.WithCapaian(null);

        Assert.True(without is { LacksCapaian: true, HasAllScores: true });
        Assert.Equal(sheet.Conclude(), without.Conclude());
        Assert.Equal(sheet with { CapaianOrganisasi = other.CapaianOrganisasi }, without.WithCapaian(other.CapaianOrganisasi));
        var given = (other with { HasilKerja = sheet.HasilKerja }).Given;
        Assert.Equal(sheet.CapaianOrganisasi, ((PermenPanRb6Sheet)sheet.With(given)).CapaianOrganisasi);
        Assert.Same(sheet, sheet.WithCapaian(sheet.CapaianOrganisasi));
    });

    [Fact]
    public void A_sheet_without_rencana_is_never_complete()
    {
        var empty = PermenPanRb6Sheet.From(SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif)) with
        {
            RatingHasilKerja = RatingKinerja.SesuaiEkspektasi,
            RatingPerilaku = RatingKinerja.SesuaiEkspektasi,
            CapaianOrganisasi = CapaianOrganisasi.Baik,
        };

        Assert.Empty(empty.MissingRealisasi());
        Assert.Empty(empty.MissingScores());
        Assert.False(empty.HasAllRealisasi);
        Assert.Throws<InvalidOperationException>(() => empty.Conclude());
    }

    [Property(MaxTest = Times)]
    public Property The_analis_types_realisasi_and_changes_nothing_else() => Prop.ForAll(AnySkp.Pair, pair =>
    {
        var (mine, typed) = (pair.One, pair.Other with { Sasaran = Copy(pair.Other.Sasaran) });

        var result = Assert.IsType<PermenPanRb6Sheet>(mine.With(typed.Typed));

        Assert.Equal(typed.HasilKerja.SelectMany(h => h.Realisasi), result.HasilKerja.SelectMany(h => h.Realisasi));
        Assert.Equal(Json(mine), Json(WithRealisasi(result, mine)));
    });

    [Property(MaxTest = Times)]
    public Property The_penilai_gives_scores_and_umpan_balik_and_changes_nothing_else() => Prop.ForAll(AnySkp.Pair, pair =>
    {
        var (mine, rated) = (pair.One, pair.Other with { Sasaran = Copy(pair.Other.Sasaran) });

        var result = Assert.IsType<PermenPanRb6Sheet>(mine.With(rated.Given));

        // Everything is the penilai's but the realisasi, the targets and the capaian of the unit.
        Assert.Equal(Json(WithRealisasi(rated, mine) with { CapaianOrganisasi = mine.CapaianOrganisasi }), Json(result));
        Assert.Same(mine.Sasaran, result.Sasaran);
    });

    [Fact]
    public void What_was_typed_or_given_for_other_rencana_is_refused()
    {
        var sheet = PermenPanRb6Sheet.From(Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif));
        var fewer = sheet with { HasilKerja = [.. sheet.HasilKerja.Skip(1)] };
        var other = Domain.Scoring.Pp46.Pp46Sheet.From(The.Targets.Kegiatan, struktural: false);

        Assert.Throws<ArgumentException>(() => sheet.With(fewer.Typed));
        Assert.Throws<ArgumentException>(
            () => sheet.With((sheet with { HasilKerja = [new([null], null, []), .. sheet.HasilKerja.Skip(1)] }).Typed));
        Assert.Throws<ArgumentException>(() => sheet.With(other.Typed));
        Assert.Throws<ArgumentException>(() => sheet.With(fewer.Given));
        Assert.Throws<ArgumentException>(() => sheet.With(other.Given));
    }

    [Fact]
    public void There_is_a_place_for_umpan_balik_on_each_value_and_no_more() =>
        Assert.Throws<ArgumentException>(() => Some.CompleteSheet with { UmpanBalikPerilaku = [] });

    [Fact]
    public void The_predikat_is_never_better_for_a_worse_rating()
    {
        var ratings = Enum.GetValues<RatingKinerja>();
        Assert.Equal(9, Predikat.Rows.DistinctBy(r => (r.HasilKerja, r.Perilaku)).Count());
        foreach (var (better, worse) in ratings.Zip(ratings.Skip(1)))
        {
            Assert.All(ratings, r =>
            {
                Assert.True(Predikat.KuadranSiasn(Predikat.Of(better, r)) <= Predikat.KuadranSiasn(Predikat.Of(worse, r)));
                Assert.True(Predikat.KuadranSiasn(Predikat.Of(r, better)) <= Predikat.KuadranSiasn(Predikat.Of(r, worse)));
            });
        }
    }

    private static SasaranKinerja Copy(SasaranKinerja plan) => JsonSerializer.Deserialize<SasaranKinerja>(JsonSerializer.Serialize(plan))!;

    private static PermenPanRb6Sheet WithRealisasi(PermenPanRb6Sheet sheet, PermenPanRb6Sheet of) => sheet with
    {
        HasilKerja = [.. sheet.HasilKerja.Zip(of.HasilKerja, (h, o) => h with { Realisasi = o.Realisasi })],
    };

    private static string Json(Sheet sheet) => JsonSerializer.Serialize(sheet);
}
