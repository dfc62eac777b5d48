using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
namespace SopKinerja.Domain.Tests;

public sealed class AngkaTests
{
    [Theory]
    [InlineData("85,5", "85.5")]
    [InlineData("85.5", "85.5")]
    [InlineData("0,5", "0.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("170.395.000", "170395000")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("Rp 1.000,00", "1000")]
    [InlineData("Rp. 1.000.000", "1000000")]
    [InlineData("rp170.395.000", "170395000")]
    [InlineData("  85 ", "85")]
    [InlineData("170 395 000", "170395000")]
    [InlineData("170\u00a0395", "170395")]
    [InlineData("-5", "-5")]
    [InlineData("-1.234,5", "-1234.5")]
    [InlineData("007", "7")]
    public void A_figure_is_read_as_people_type_it(string typed, string expected)
    {
        Assert.True(Angka.TryParse(typed, out var value, out var error), error);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        Assert.Null(error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Rp")]
    [InlineData("-")]
    [InlineData("1,234.56")]
    [InlineData("1,234,567")]
    [InlineData("1.23.456")]
    [InlineData("12.34.567")]
    [InlineData("85,")]
    [InlineData(",5")]
    [InlineData("1..5")]
    [InlineData("delapan")]
    [InlineData("85a")]
    [InlineData("1e5")]
    [InlineData("+5")]
    [InlineData("--5")]
    [InlineData("٨٥")]
    [InlineData("😀")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("999999999999999999999999999999")]
    public void What_is_no_figure_is_refused_in_a_sentence(string? typed)
    {
        Assert.False(Angka.TryParse(typed, out _, out var error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234", "1234 (ribuan)", "1,234 (desimal)")]
    [InlineData("-12.500", "-12500 (ribuan)", "-12,500 (desimal)")]
    public void A_point_before_three_figures_could_be_either_and_is_asked_back(string typed, string thousands, string decimals)
    {
        Assert.False(Angka.TryParse(typed, out _, out var error));
        Assert.Contains(thousands, error, StringComparison.Ordinal);
        Assert.Contains(decimals, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("750.000", "750000")]
    [InlineData("Rp 16.250", "16250")]
    [InlineData("16.250.000", "16250000")]
    [InlineData("16250000", "16250000")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("0.125", "0.125")]
    public void In_rupiah_a_point_before_three_figures_parts_thousands(string typed, string expected)
    {
        Assert.True(Angka.TryParseRupiah(typed, out var value, out var error), error);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("1,234.56")]
    [InlineData("tujuh")]
    [InlineData("")]
    public void What_is_no_amount_of_rupiah_is_refused_in_a_sentence(string typed)
    {
        Assert.False(Angka.TryParseRupiah(typed, out _, out var error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_briefly_and_no_emoji_is_cut_in_half()
    {
        Assert.False(Angka.TryParse(new('9', 10_000), out _, out var error));
        Assert.True(error!.Length < 120);

        Assert.False(Angka.TryParse("x" + string.Concat(Enumerable.Repeat("😀", 5_000)), out _, out var emoji));
        Assert.DoesNotContain(
            "\ufffd", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(emoji!)), StringComparison.Ordinal);
    }

    [Property(MaxTest = 5_000)]
    public Property What_stands_in_a_field_is_read_back_as_the_same_figure() =>
        Prop.ForAll(Any.Int(-1_000, 1_000_000), Any.Int(0, 999_999), Any.Int(0, 6), (millions, units, decimals) =>
        {
            var value = ((millions * 1_000_000L) + units) / (decimal)Math.Pow(10, decimals);
            Assert.True(Angka.TryParse(Angka.Isian(value), out var read, out var error), error);
            Assert.Equal(value, read);

            Assert.True(Angka.TryParseRupiah(Angka.RupiahIsian(value), out var rupiah, out error), error);
            Assert.Equal(value, rupiah);
        });

    [Theory]
    [InlineData("1234.565", "1.234,57")]
    [InlineData("-0.125", "-0,13")]
    [InlineData("85.5", "85,50")]
    [InlineData("170395000", "170.395.000,00")]
    public void Figures_are_written_with_comma_and_points(string value, string expected) =>
        Assert.Equal(expected, Angka.Tampil(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Short_figures_show_only_the_decimals_they_have()
    {
        Assert.Equal("12", Angka.Ringkas(12.000m));
        Assert.Equal("9,12", Angka.Ringkas(9.12m));
        Assert.Equal("0,003", Angka.Exact(0.003m));
        Assert.Equal("999,9999", Angka.Exact(999.9999m));
        Assert.Equal("90,00", Angka.Exact(90m));
        Assert.Equal("1.234,50", Angka.Exact(1234.5m));
        Assert.Equal("750.000,50", Angka.Rupiah(750000.5m));
        Assert.Equal("750.000", Angka.Rupiah(750000.00m));
        Assert.Equal("1.234.567,5", Angka.Ringkas(1234567.5m));
        Assert.Equal("171", Angka.Tampil(170.5m, 0));
    }
}
