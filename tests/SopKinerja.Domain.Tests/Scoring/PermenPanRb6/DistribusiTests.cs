using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring.PermenPanRb6;

public sealed class DistribusiTests
{
    private static readonly PredikatKinerja[] LeftToRight =
        [PredikatKinerja.SangatKurang, PredikatKinerja.Kurang, PredikatKinerja.ButuhPerbaikan, PredikatKinerja.Baik,
            PredikatKinerja.SangatBaik];

    [Theory]
    [InlineData(CapaianOrganisasi.Istimewa, PredikatKinerja.SangatBaik)]
    [InlineData(CapaianOrganisasi.Baik, PredikatKinerja.Baik)]
    [InlineData(CapaianOrganisasi.ButuhPerbaikan, PredikatKinerja.ButuhPerbaikan)]
    [InlineData(CapaianOrganisasi.Kurang, PredikatKinerja.Kurang)]
    [InlineData(CapaianOrganisasi.SangatKurang, PredikatKinerja.SangatKurang)]
    public void Each_curve_has_one_peak_where_the_regulation_draws_it_and_falls_away_from_it(
        CapaianOrganisasi capaian, PredikatKinerja peak)
    {
        var heights = PolaDistribusi.Kurva.Single(k => k.Capaian == capaian).Heights;
        var at = Array.IndexOf(LeftToRight, peak);

        Assert.Equal(LeftToRight, heights.Select(h => h.Predikat));
        Assert.Equal(24, heights.Sum(h => h.Height));
        Assert.Single(heights, h => h.Height >= heights[at].Height);
        Assert.All(heights.Take(at).Zip(heights.Skip(1)), pair => Assert.True(pair.First.Height < pair.Second.Height));
        Assert.All(heights.Skip(at).Zip(heights.Skip(at + 1)), pair => Assert.True(pair.First.Height > pair.Second.Height));
    }

    [Property(MaxTest = 2000)]
    public Property Shares_sum_to_exactly_one_and_follow_the_counts() =>
        Prop.ForAll(Any.OneOf<CapaianOrganisasi>(), Any.Int(0, 29).Listed(LeftToRight.Length, LeftToRight.Length), (capaian, team) =>
        {
            var counts = Team([.. team]);
            counts[PredikatKinerja.Baik]++;

            var rows = Distribusi.Of(capaian, counts).Rows;

            Assert.Equal(1m, rows.Sum(r => r.Expected));
            Assert.Equal(1m, rows.Sum(r => r.Actual!.Value));
            Assert.All(rows, r =>
            {
                Assert.Equal(counts[r.Predikat], r.Count);
                Assert.Equal(counts[r.Predikat] / (decimal)counts.Values.Sum(), r.Actual!.Value, 20);
            });
        });

    [Fact]
    public void Expected_shares_are_those_of_the_curve() => Assert.Equal(
        [2, 3, 6, 11, 2],
        Distribusi.Of(CapaianOrganisasi.Baik, Team()).Rows.Select(r => (int)decimal.Round(r.Expected * 24, 10)));

    [Theory]
    [InlineData(CapaianOrganisasi.Istimewa)]
    [InlineData(CapaianOrganisasi.SangatKurang)]
    public void An_empty_team_has_no_shares_and_is_told_so(CapaianOrganisasi capaian)
    {
        var empty = Distribusi.Of(capaian, new Dictionary<PredikatKinerja, int>());

        Assert.All(empty.Rows, r => Assert.Null(r.Actual));
        Assert.Equal(1m, empty.Rows.Sum(r => r.Expected));
        Assert.StartsWith("Belum ada predikat pada tim ini", empty.Advice, StringComparison.Ordinal);
    }

    [Theory]
    // Sangat Kurang, Kurang, Butuh Perbaikan, Baik, Sangat Baik
    [InlineData(CapaianOrganisasi.Istimewa, "0 0 0 3 7", null)]
    [InlineData(CapaianOrganisasi.Istimewa, "0 0 0 2 8", "Sangat Baik 80 %, dianjurkan paling banyak 70 %")]
    [InlineData(CapaianOrganisasi.Baik, "0 0 2 7 1", null)]
    [InlineData(CapaianOrganisasi.Baik, "0 1 0 8 0", "Baik 88,9 %, dianjurkan paling banyak 70 %")]
    [InlineData(CapaianOrganisasi.ButuhPerbaikan, "0 0 6 3 1", null)]
    [InlineData(CapaianOrganisasi.ButuhPerbaikan, "0 0 5 3 2", "Butuh Perbaikan 50 %, dianjurkan paling sedikit 60 %; Sangat Baik 20 %, "
        + "dianjurkan paling banyak 10 %")]
    [InlineData(CapaianOrganisasi.Kurang, "0 6 1 2 1", null)]
    [InlineData(CapaianOrganisasi.Kurang, "1 8 0 1 0", "Butuh Perbaikan 0 %, dianjurkan paling sedikit 10 %")]
    [InlineData(CapaianOrganisasi.SangatKurang, "6 1 0 3 0", null)]
    [InlineData(CapaianOrganisasi.SangatKurang, "8 0 0 1 1", "Kurang atau Butuh Perbaikan 0 %, dianjurkan paling sedikit 10 %; Sangat Baik "
        + "10 %, dianjurkan paling banyak 0 %")]
    public void Advice_names_what_lies_outside_the_guide_and_forbids_nothing(CapaianOrganisasi capaian, string team, string? outside)
    {
        var distribusi = Distribusi.Of(capaian, Team([.. team.Split(' ').Select(int.Parse)]));

        Assert.Equal(outside is not null, distribusi.IsOutside);
        Assert.Equal(
            outside is null
                ? $"Sebaran tim ini sesuai dengan panduan untuk capaian organisasi {capaian.Nama()} (SE Menteri PANRB 3/2023*)."
                : $"Sebaran tim ini berbeda dari panduan untuk capaian organisasi {capaian.Nama()} (SE Menteri PANRB 3/2023*): {outside}. "
                    + "Ini anjuran, bukan larangan: periksa kembali dasar penilaiannya.",
            distribusi.Advice);
    }

    [Fact]
    public void A_team_of_four_is_too_small_to_compare_and_one_of_five_is_not()
    {
        Assert.StartsWith(
            "Tim ini hanya 4 orang", Distribusi.Of(CapaianOrganisasi.Baik, Team(0, 0, 0, 4, 0)).Advice, StringComparison.Ordinal);
        Assert.False(Distribusi.Of(CapaianOrganisasi.Baik, Team(0, 0, 0, 4, 0)).IsOutside);
        Assert.Contains("Baik 100 %", Distribusi.Of(CapaianOrganisasi.Baik, Team(0, 0, 0, 5, 0)).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_nobody_is_a_bug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Distribusi.Of(CapaianOrganisasi.Baik, Team(0, 0, 0, 2, -1)));

    private static Dictionary<PredikatKinerja, int> Team(params int[] counts) =>
        LeftToRight.Zip(counts).ToDictionary(x => x.First, x => x.Second);
}
