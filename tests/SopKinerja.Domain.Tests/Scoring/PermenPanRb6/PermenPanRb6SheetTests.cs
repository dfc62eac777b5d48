using System.Text.Json;
using System.Text.Json.Nodes;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

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
        Assert.Equal(["RatingHasilKerja", "RatingPerilaku", "CapaianOrganisasi"], sheet.MissingScores().Select(f => f.Place));
        Assert.Null(sheet.PredikatPegawai);
    }

    [Fact]
    public void Without_rows_of_indikator_one_realisasi_is_asked_for_each_rencana()
    {
        var sheet = PermenPanRb6Sheet.From(Some.Plan(KelompokJabatan.Fungsional, Pendekatan.Kualitatif));

        Assert.Equal(3, sheet.MissingRealisasi().Count);
        Assert.Contains("“Tersusunnya laporan”", sheet.MissingRealisasi()[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_complete_sheet_concludes_with_the_word_of_the_matrix_and_no_figure()
    {
        var random = new Random(9);
        var seen = new HashSet<(RatingKinerja, RatingKinerja)>();
        for (var i = 0; i < Times; i++)
        {
            var sheet = Some.CompleteSheet(random);
            seen.Add((sheet.RatingHasilKerja!.Value, sheet.RatingPerilaku!.Value));

            Assert.True(sheet is { HasAllRealisasi: true, HasAllScores: true });
            Assert.Equal(new Outcome(null, Predikat.Of(sheet.RatingHasilKerja.Value, sheet.RatingPerilaku.Value).Nama()), sheet.Conclude());
        }

        Assert.Equal(9, seen.Count);
    }

    [Fact]
    public void The_result_depends_on_the_sheet_alone_and_survives_the_way_through_JSON()
    {
        var random = new Random(2022);
        for (var i = 0; i < Times; i++)
        {
            var sheet = Some.CompleteSheet(random);

            var json = JsonSerializer.Serialize<Sheet>(sheet);
            var back = Assert.IsType<PermenPanRb6Sheet>(JsonSerializer.Deserialize<Sheet>(json));

            Assert.Equal(sheet.Conclude(), back.Conclude());
            Assert.Equal(json, JsonSerializer.Serialize<Sheet>(back));
            Assert.Equal(ScoringMethods.PermenPanRb6, JsonNode.Parse(json)!["method"]!.GetValue<string>());
        }
    }

    [Fact]
    public void The_result_depends_on_nothing_but_the_two_ratings()
    {
        var random = new Random(22);
        for (var i = 0; i < Times; i++)
        {
            var (one, other) = (Some.CompleteSheet(random), Some.CompleteSheet(random));

            var outcome = (other with { RatingHasilKerja = one.RatingHasilKerja, RatingPerilaku = one.RatingPerilaku }).Conclude();

            Assert.Equal(one.Conclude(), outcome);
        }
    }

    [Fact]
    public void A_sheet_with_any_gap_is_not_concluded()
    {
        var random = new Random(5);
        for (var i = 0; i < 100; i++)
        {
            var sheet = Some.CompleteSheet(random);
            var row = random.Next(sheet.HasilKerja.Count);
            var gap = random.Next(sheet.HasilKerja[row].Realisasi.Count);
            PermenPanRb6Sheet[] gaps =
            [
                sheet with { RatingHasilKerja = null },
                sheet with { RatingPerilaku = null },
                sheet with { CapaianOrganisasi = null },
                sheet with
                {
                    HasilKerja = [.. sheet.HasilKerja.Select((h, at) => at != row
                        ? h
                        : h with { Realisasi = [.. h.Realisasi.Select((r, n) => n == gap ? " " : r)] })],
                },
            ];

            Assert.All(gaps, g =>
            {
                Assert.False(g.HasAllScores);
                Assert.Single(g.MissingRealisasi().Concat(g.MissingScores()));
                Assert.Throws<InvalidOperationException>(() => g.Conclude());
            });
            Assert.Equal([true, true, true, false], gaps.Select(g => g.HasAllRealisasi));
        }
    }

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

    [Fact]
    public void The_analis_types_realisasi_and_changes_nothing_else()
    {
        var random = new Random(3);
        for (var i = 0; i < Times; i++)
        {
            var plan = Some.Plan(random);
            var (mine, typed) = (Some.Sheet(random, plan), Some.Sheet(random, Copy(plan)));

            var result = Assert.IsType<PermenPanRb6Sheet>(mine.WithRealisasiOf(typed));

            Assert.Equal(typed.HasilKerja.SelectMany(h => h.Realisasi), result.HasilKerja.SelectMany(h => h.Realisasi));
            Assert.Equal(Json(mine), Json(WithRealisasi(result, mine)));
        }
    }

    [Fact]
    public void The_penilai_gives_scores_and_umpan_balik_and_changes_nothing_else()
    {
        var random = new Random(4);
        for (var i = 0; i < Times; i++)
        {
            var plan = Some.Plan(random);
            var (mine, rated) = (Some.Sheet(random, plan), Some.Sheet(random, Copy(plan)));

            var result = Assert.IsType<PermenPanRb6Sheet>(mine.WithScoresOf(rated));

            // Everything is the penilai's but the realisasi and the targets.
            Assert.Equal(Json(WithRealisasi(rated, mine)), Json(result));
            Assert.Same(mine.Sasaran, result.Sasaran);
        }
    }

    [Fact]
    public void A_sheet_for_other_targets_is_refused()
    {
        var plan = Some.Plan(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif);
        var sheet = PermenPanRb6Sheet.From(plan);
        var rencana = plan.Rencana[0];
        Sheet[] others =
        [
            PermenPanRb6Sheet.From(plan with { Pendekatan = Pendekatan.Kualitatif }),
            PermenPanRb6Sheet.From(plan with { Kelompok = KelompokJabatan.Fungsional }),
            PermenPanRb6Sheet.From(plan with { Rencana = [.. plan.Rencana.Skip(1)] }),
            PermenPanRb6Sheet.From(plan with { Rencana = [rencana with { Indikator = [rencana.Indikator[0] with { Target = "1 saja" }, rencana.Indikator[1]] }, .. plan.Rencana.Skip(1)] }),
            PermenPanRb6Sheet.From(plan with { Ekspektasi = BerAkhlak.Empty }),
            PermenPanRb6Sheet.From(plan with { Lampiran = LampiranSkp.Empty }),
            sheet with { HasilKerja = [.. sheet.HasilKerja.Skip(1)] },
            sheet with { HasilKerja = [new([null], null, []), .. sheet.HasilKerja.Skip(1)] },
            Domain.Scoring.Pp46.Pp46Sheet.From(The.Targets.Kegiatan, struktural: false),
        ];

        Assert.All(others, other =>
        {
            Assert.Throws<ArgumentException>(() => sheet.WithRealisasiOf(other));
            Assert.Throws<ArgumentException>(() => sheet.WithScoresOf(other));
        });
    }

    [Fact]
    public void There_is_a_place_for_umpan_balik_on_each_value_and_no_more() =>
        Assert.Throws<ArgumentException>(() => Some.CompleteSheet(new(1)) with { UmpanBalikPerilaku = [] });

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
