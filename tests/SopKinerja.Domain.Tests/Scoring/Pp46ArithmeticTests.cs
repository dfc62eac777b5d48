using SopKinerja.Domain.Scoring.Pp46;

namespace SopKinerja.Domain.Tests.Scoring;

/// <summary>What is explained to the person scored is what was counted.</summary>
public sealed class Pp46ArithmeticTests
{
    [Fact]
    public void Every_aspect_is_a_line_with_the_persons_own_figures()
    {
        var lines = Explain(Row(target: 12, realisasi: 12, kualitas: 85.5m, tw: 12, rw: 12)).Lines;

        Assert.Equal(
            [
                "Kuantitas (laporan): realisasi / target × 100 | 12 / 12 × 100 | 100,00",
                "Kualitas: realisasi / target × 100 | 85,5 / 100 × 100 | 85,50",
                "Efisiensi waktu dalam persen | 100 − 12 / 12 × 100 | 0,00",
                "Nilai waktu (bulan) | (1,76 × 12 − 12) / 12 × 100 | 76,00",
                "Penghitungan: jumlah semua aspek | 100,00 + 85,50 + 76,00 | 261,50",
                "Nilai capaian kegiatan | 261,50 / 3 | ≈87,17",
            ],
            lines.Select(l => $"{l.Words} | {l.Formula} | {l.Result}"));
        Assert.All(lines, line => Assert.NotEmpty(line.Source));
    }

    [Fact]
    public void Who_moved_within_the_period_gets_the_average_of_the_positions_and_its_line()
    {
        var sheet = Sheet(struktural: false, Row(kualitas: 85)) with
        {
            JabatanLain = [new("Pengelola Pasar", "H. Syarif, S.E.", new(2020, 4, 30), 85.5m), new(
                "Juru Pungut", "Hj. Aminah", new(2020, 8, 31), 90m)],
        };
        var explained = Pp46Arithmetic.Of(sheet);

        var ini = (sheet with { JabatanLain = null }).Score();
        Assert.Equal((85.5m + 90m + ini.NilaiSkp) / 3, explained.Score.NilaiSkp);
        Assert.Equal(ini.NilaiSkp, explained.Score.NilaiSkpJabatanIni);
        Assert.Equal(ini.PerilakuX40, explained.Score.PerilakuX40);
        var line = Assert.Single(explained.Skp, l => l.Words == "Nilai capaian SKP, rata-rata 3 jabatan");
        Assert.StartsWith("(85,50 + 90,00 + ", line.Formula, StringComparison.Ordinal);
        Assert.EndsWith(") / 3", line.Formula, StringComparison.Ordinal);
        Assert.Contains("Pengelola Pasar; Juru Pungut", line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_from_before_moves_were_asked_has_one_position()
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(
            System.Text.Json.JsonSerializer.Serialize(Sheet(struktural: false, Row(kualitas: 85))))!.AsObject();
        Assert.True(json.Remove(nameof(Pp46Sheet.JabatanLain)));

        var old = System.Text.Json.JsonSerializer.Deserialize<Pp46Sheet>(json.ToJsonString())!;

        Assert.Null(old.JabatanLain);
        Assert.Equal(Sheet(struktural: false, Row(kualitas: 85)).Score().NilaiPrestasi, old.Score().NilaiPrestasi);
    }

    [Fact]
    public void Biaya_is_a_fourth_aspect_only_where_the_target_has_it()
    {
        var lines = Explain(Row(tb: 100_000_000, rb: 90_000_000)).Lines;

        Assert.Contains(lines, l =>
            l is { Words: "Nilai biaya (rupiah)", Formula: "(1,76 × 100.000.000 − 90.000.000) / 100.000.000 × 100", Result: "86,00" });
        Assert.EndsWith("/ 4", lines[^1].Formula, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_24_percent_is_explained_by_the_first_formula_and_more_by_the_second()
    {
        var edge = Explain(Row(tw: 12, rw: 9.12m)).Lines;
        var over = Explain(Row(tw: 12, rw: 9)).Lines;

        Assert.Contains(edge, l => l.Formula == "(1,76 × 12 − 9,12) / 12 × 100"
            && l.Result == "100,00" && l.Note!.Contains("rumus pertama", StringComparison.Ordinal));
        Assert.Contains(over, l => l.Formula == "76 − ((1,76 × 12 − 9) / 12 × 100 − 100)"
            && l.Result == "75,00" && l.Note!.Contains("rumus kedua", StringComparison.Ordinal));
    }

    [Fact]
    public void An_overrun_below_zero_says_that_it_was_raised_to_zero_and_by_whose_rule()
    {
        var line = Explain(Row(tw: 12, rw: 24)).Lines.Single(l => l.Words == "Nilai waktu (bulan)");

        Assert.Equal("0,00", line.Result);
        Assert.Contains("-24,00", line.Note, StringComparison.Ordinal);
        Assert.Contains("aturan aplikasi ini", line.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kegiatan_that_was_not_done_is_zero_on_every_line_and_needs_no_kualitas()
    {
        var explained = Explain(Row(realisasi: 0, kualitas: null, rw: 0, tb: 5_000_000, rb: 1_000_000));

        Assert.All(explained.Lines, line => Assert.Equal(0m, line.Value));
        Assert.Contains(explained.Lines, l => l.Note?.Contains("tidak dilakukan", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_parts_lead_to_the_final_figure_that_is_rounded_once()
    {
        var explained = Pp46Arithmetic.Of(Sheet(struktural: false, Row(kualitas: 85), Row(kualitas: 90), Row(kualitas: 91)));
        var score = explained.Score;

        Assert.Equal(score.RataKegiatan, explained.Skp[1].Value);
        Assert.Equal(score.NilaiSkp, explained.Skp[4].Value);
        Assert.Equal(score.SkpX60, explained.Skp[5].Value);
        Assert.Equal(score.PerilakuX40, explained.Perilaku[^1].Value);
        Assert.Equal(score.NilaiPrestasi, explained.Prestasi[0].Value);
        Assert.Equal(Angka.Tampil(score.NilaiPrestasi), explained.Prestasi[0].Result);
        Assert.Contains("Sebelum dibulatkan", explained.Prestasi[0].Note, StringComparison.Ordinal);
        Assert.Equal(score.SebutanPrestasi, explained.Prestasi[1].Result);
        Assert.True(explained.HasRoundedFigures);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 6)]
    public void Perilaku_is_divided_by_the_aspects_that_were_rated(bool struktural, int aspects)
    {
        var average = Pp46Arithmetic.Of(Sheet(struktural, Row())).Perilaku[1];

        Assert.EndsWith($" / {aspects}", average.Formula, StringComparison.Ordinal);
        Assert.Equal(80m, average.Value);
        Assert.Contains($"Dibagi {aspects} aspek", average.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("100", "100,00")]
    [InlineData("86.235", "≈86,24")]
    [InlineData("0.001", "≈0,00")]
    public void Only_a_figure_that_is_longer_than_shown_gets_the_sign(string value, string shown) =>
        Assert.Equal(shown, ArithmeticLine.Shown(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Three_thirds_are_shown_as_a_whole()
    {
        var third = 100m / 3;

        Assert.Equal("100,00", ArithmeticLine.Shown(third + third + third));
        Assert.Equal("90,01", Angka.Tampil((270.015m / 3 / 3) + (270.015m / 3 / 3) + (270.015m / 3 / 3)));
    }

    [Fact]
    public void Each_word_is_explained_by_its_bounds()
    {
        Assert.Equal("Sangat Baik", Last(100, 100).Result);
        Assert.EndsWith("mencapai 91", Last(100, 100).Formula, StringComparison.Ordinal);
        Assert.EndsWith("mencapai 76 dan di bawah 91", Last(80, 85).Formula, StringComparison.Ordinal);
        Assert.EndsWith("di bawah 51", Last(0, 0).Formula, StringComparison.Ordinal);

        static ArithmeticLine Last(decimal perilaku, decimal kualitas) => Pp46Arithmetic.Of(Sheet(
            struktural: false, Row(realisasi: kualitas == 0 ? 0 : 12, kualitas: kualitas, rw: kualitas == 0 ? 12 : 9.12m)) with
        {
            Perilaku = new(perilaku, perilaku, perilaku, perilaku, perilaku, null),
        }).Prestasi[1];
    }

    [Fact]
    public void Tugas_tambahan_and_kreativitas_are_counted_in_plain_sight()
    {
        var sheet = Sheet(struktural: false, Row()) with
        {
            TugasTambahan = [.. Enumerable.Range(1, 4).Select(i => new TugasTambahan($"Tugas {i}", null))],
            Kreativitas = [new("Aplikasi", ManfaatKreativitas.UnitKerja, null), new("Alat", ManfaatKreativitas.Organisasi, null)],
        };

        var skp = Pp46Arithmetic.Of(sheet).Skp;

        Assert.Equal(("4 tugas", 2m), (skp[2].Formula, skp[2].Value));
        Assert.Equal(("tertinggi dari 3, 6", 6m), (skp[3].Formula, skp[3].Value));
    }

    [Fact]
    public void A_sheet_without_all_scores_is_not_explained() =>
        Assert.Throws<InvalidOperationException>(() => Pp46Arithmetic.Of(Sheet(struktural: false, Row(kualitas: null))));

    private static KegiatanArithmetic Explain(Kegiatan row) => KegiatanArithmetic.Of(row, Pp46Editions.RoundedOnce);

    private static Kegiatan Row(
        decimal target = 12, decimal realisasi = 12, decimal? kualitas = 80, decimal tw = 12, decimal rw = 12, decimal? tb = null,
        decimal? rb = null) =>
        new(new("Menyusun laporan", null, target, "laporan", 100, tw, SatuanWaktu.Bulan, tb), new(null, realisasi, rw, rb, kualitas));

    private static Pp46Sheet Sheet(bool struktural, params Kegiatan[] rows) =>
        new(rows, [], [], new(80, 80, 80, 80, 80, struktural ? 80 : null), struktural, null, null);
}
