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

        var earned = AngkaKredit.Persen.Select(p => AngkaKredit.Tahunan(row, p).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, string.Join(' ', earned));
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
}
