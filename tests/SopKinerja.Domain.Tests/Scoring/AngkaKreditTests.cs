using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Domain.Tests.Scoring;

public sealed class AngkaKreditTests
{
    [Theory]
    [InlineData("Pemula", "5.63 3.75 2.81 1.88 0.94")]
    [InlineData("Terampil", "7.50 5.00 3.75 2.50 1.25")]
    [InlineData("Mahir", "18.75 12.50 9.38 6.25 3.13")]
    [InlineData("Penyelia", "37.50 25.00 18.75 12.50 6.25")]
    [InlineData("Ahli Pertama", "18.75 12.50 9.38 6.25 3.13")]
    [InlineData("Ahli Muda", "37.50 25.00 18.75 12.50 6.25")]
    [InlineData("Ahli Madya", "56.25 37.50 28.13 18.75 9.38")]
    [InlineData("Ahli Utama", "75.00 50.00 37.50 25.00 12.50")]
    public void Every_jenjang_earns_its_share_by_predikat(string jenjang, string expected)
    {
        var row = AngkaKredit.Jenjang.Single(r => r.Jenjang == jenjang);

        var earned = AngkaKredit.Persen.Select(
            p => AngkaKredit.Tahunan(row, p).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', earned));
    }

    [Fact]
    public void A_jenjang_asks_the_sum_of_its_pangkat_and_the_last_of_a_category_none()
    {
        foreach (var rows in AngkaKredit.Kebutuhan.GroupBy(r => r.Jenjang))
        {
            Assert.Single(rows.Select(r => r.NaikJenjang).Distinct());
            Assert.Equal(rows.Key is "Penyelia" or "Ahli Utama" ? null : rows.Sum(r => r.Pangkat), rows.First().NaikJenjang);
            Assert.All(rows, r => Assert.Contains(SopKinerja.Domain.People.Golongan.Pns, g => g.Kode == r.Golongan));
        }

        Assert.Equal(AngkaKredit.Jenjang.Select(j => j.Jenjang), AngkaKredit.Kebutuhan.Select(r => r.Jenjang).Distinct());
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(2, 3, 4)]
    [InlineData(3, 1, 3)]
    [InlineData(3, 2, 3)]
    [InlineData(3, 3, 5)]
    public void The_matrix_of_PermenPANRB_6_2022_is_total(int hasilKerja, int perilaku, int kuadran) =>
        Assert.Equal(kuadran, Predikat.KuadranSiasn(Predikat.Of((RatingKinerja)hasilKerja, (RatingKinerja)perilaku)));

    [Fact]
    public void Two_months_of_Ahli_Pertama_at_Baik_earn_2_08() =>
        Assert.Equal(2.08m, AngkaKredit.Proporsional(
            AngkaKredit.Jenjang.Single(r => r.Jenjang == "Ahli Pertama"), Earning(PredikatKinerja.Baik), 2));

    [Fact]
    public void A_part_of_the_year_is_rounded_once_and_half_up()
    {
        // By integers: koefisien and persen are whole in hundredths and in ones.
        foreach (var (jenjang, persen, bulan) in All())
        {
            var numerator = (long)(jenjang.Koefisien * 100) * (long)persen.Persen * bulan;
            var hundredths = ((2 * numerator) + 1200) / 2400;

            Assert.Equal(hundredths / 100m, AngkaKredit.Proporsional(jenjang, persen, bulan));
        }
    }

    [Fact]
    public void Rounding_the_year_first_would_give_another_figure_somewhere() =>
        Assert.Contains(All(), x =>
            decimal.Round(AngkaKredit.Tahunan(x.Jenjang, x.Persen) * x.Bulan / 12, 2, MidpointRounding.AwayFromZero)
            != AngkaKredit.Proporsional(x.Jenjang, x.Persen, x.Bulan));

    [Fact]
    public void Twelve_months_are_the_year_and_every_month_adds_something()
    {
        foreach (var (jenjang, persen, bulan) in All())
        {
            var earned = AngkaKredit.Proporsional(jenjang, persen, bulan);
            Assert.True(bulan == 12 ? earned == AngkaKredit.Tahunan(jenjang, persen) : earned < AngkaKredit.Proporsional(
                jenjang, persen, bulan + 1));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(13)]
    public void A_year_has_no_such_number_of_months(int bulan) => Assert.Throws<ArgumentOutOfRangeException>(
        () => AngkaKredit.Proporsional(AngkaKredit.Jenjang[0], AngkaKredit.Persen[0], bulan));

    private static PersenRow Earning(PredikatKinerja predikat) => AngkaKredit.Persen.Single(p => p.Predikat == predikat);

    private static IEnumerable<(JenjangRow Jenjang, PersenRow Persen, int Bulan)> All() =>
        from jenjang in AngkaKredit.Jenjang
        from persen in AngkaKredit.Persen
        from bulan in Enumerable.Range(1, 12)
        select (jenjang, persen, bulan);
}
