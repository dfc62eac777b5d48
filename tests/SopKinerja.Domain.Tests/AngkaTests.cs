using System.Globalization;
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
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("1.234,567", "1234.567")]
    [InlineData("1,234.567", "1234.567")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("12 345", "12345")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("1234.567", "1234.567")]
    [InlineData("0,003", "0.003")]
    [InlineData("0.003", "0.003")]
    [InlineData("00,125", "0.125")]
    [InlineData("12,3450", "12.345")]
    [InlineData("12.3450", "12.345")]
    [InlineData("12,3456", "12.3456")]
    [InlineData("12,34", "12.34")]
    [InlineData("85,50", "85.50")]
    [InlineData("-0", "0")]
    [InlineData("−5", "-5")]
    [InlineData("–5", "-5")]
    [InlineData("'85,5", "85.5")]
    [InlineData("’85,5", "85.5")]
    [InlineData("85\u200b,5", "85.5")]
    [InlineData("\ufeff85,5\u2060", "85.5")]
    [InlineData("8\u00ad5\u202c,5", "85.5")]
    [InlineData("\u200e85,5\u200f", "85.5")]
    [InlineData("170\u202f395\u202f000", "170395000")]
    [InlineData("170\u2009395", "170395")]
    [InlineData("85,5\t", "85.5")]
    [InlineData("85,5\r\n", "85.5")]
    [InlineData("Rp1.750.000,-", "1750000")]
    public void A_figure_is_read_as_people_type_it(string typed, string expected)
    {
        Assert.True(Angka.TryParse(typed, out var value, out var error), error);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
        Assert.Null(error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Rp")]
    [InlineData("-")]
    [InlineData("Nihil")]
    [InlineData("1.23.456")]
    [InlineData("1,23,456")]
    [InlineData("750.000.00")]
    [InlineData("750,000,00")]
    [InlineData("0.750.000")]
    [InlineData("1.234,567,8")]
    [InlineData("1,234.567.8")]
    [InlineData("1234,567.8")]
    [InlineData("1.234.567 8")]
    [InlineData("8 5")]
    [InlineData("85.")]
    [InlineData(".5")]
    [InlineData("750.000.")]
    [InlineData("85 %")]
    [InlineData("８５")]
    [InlineData("1,98507E+17")]
    [InlineData("1.98507e+17")]
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
    [InlineData("1.234", "1234 (ribuan)", "1,2340 (desimal)")]
    [InlineData("1,234", "1234 (ribuan)", "1,2340 (desimal)")]
    [InlineData("12,345", "12345 (ribuan)", "12,3450 (desimal)")]
    [InlineData("-12.500", "-12500 (ribuan)", "-12,5000 (desimal)")]
    [InlineData("750,000", "750000 (ribuan)", "750,0000 (desimal)")]
    [InlineData("012.345", "12345 (ribuan)", "12,3450 (desimal)")]
    [InlineData("1\u200b,234", "1234 (ribuan)", "1,2340 (desimal)")]
    public void Three_figures_after_one_separator_could_be_either_and_are_asked_back(string typed, string thousands, string decimals)
    {
        Assert.False(Angka.TryParse(typed, out _, out var error));
        Assert.Contains(thousands, error, StringComparison.Ordinal);
        Assert.Contains(decimals, error, StringComparison.Ordinal);
        // Both ways out lead out.
        Assert.True(Angka.TryParse(thousands.Split(' ')[0], out var whole, out _));
        Assert.True(Angka.TryParse(decimals.Split(' ')[0], out var small, out _));
        Assert.Equal(whole, small * 1000);
    }

    [Theory]
    [InlineData("750.000", "750000")]
    [InlineData("750,000", "750000")]
    [InlineData("Rp 16.250", "16250")]
    [InlineData("16.250.000", "16250000")]
    [InlineData("16,250,000", "16250000")]
    [InlineData("16250000", "16250000")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("1234,5", "1234.5")]
    [InlineData("0,5", "0.5")]
    [InlineData("Rp750.000,-", "750000")]
    [InlineData("750.000,-", "750000")]
    [InlineData("750.000,–", "750000")]
    [InlineData("750.000,--", "750000")]
    [InlineData("750.000.-", "750000")]
    [InlineData("750.000,=", "750000")]
    [InlineData("Rp. 750.000,00", "750000.00")]
    [InlineData("Rp 750,000.00", "750000.00")]
    [InlineData("IDR 750.000", "750000")]
    [InlineData("750.000 rupiah", "750000")]
    [InlineData("750 000", "750000")]
    [InlineData("Rp\u00a0750\u202f000", "750000")]
    [InlineData("Rp 0", "0")]
    [InlineData("'750.000", "750000")]
    [InlineData("750\u200b.000", "750000")]
    public void In_rupiah_three_figures_after_a_separator_are_thousands(string typed, string expected)
    {
        Assert.True(Angka.TryParseRupiah(typed, out var value, out var error), error);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("0.125")]
    [InlineData("0,750")]
    [InlineData("1234,567")]
    [InlineData("1234.567")]
    [InlineData("1.234,567")]
    [InlineData("1,234.567")]
    [InlineData("12,3450")]
    [InlineData("750.000.00")]
    [InlineData("750,000,00")]
    [InlineData("tujuh")]
    [InlineData("")]
    [InlineData("1,98507E+17")]
    public void What_is_no_amount_of_rupiah_is_refused_in_a_sentence(string typed)
    {
        Assert.False(Angka.TryParseRupiah(typed, out _, out var error));
        Assert.EndsWith(".", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_Excel_shortened_is_named_as_that()
    {
        Assert.False(Angka.TryParse("1,98507E+17", out _, out var error));
        Assert.StartsWith("Excel memendekkan angka ini menjadi “1,98507E+17”", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \u200b ", true)]
    [InlineData("-", true)]
    [InlineData("–", true)]
    [InlineData("—", true)]
    [InlineData("--", true)]
    [InlineData("Nihil", true)]
    [InlineData("nihil.", true)]
    [InlineData("0", false)]
    [InlineData("-5", false)]
    [InlineData("nol", false)]
    public void A_figure_is_left_out_as_on_paper(string? typed, bool isNone) => Assert.Equal(isNone, Angka.IsNone(typed));

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

            var amount = decimal.Round(value, 2);
            Assert.True(Angka.TryParseRupiah(Angka.RupiahIsian(amount), out var rupiah, out error), error);
            Assert.Equal(amount, rupiah);
        });

    // Points and commas change places with language and program; a figure must not change with them.
    [Property(MaxTest = 5_000)]
    public Property Point_and_comma_are_read_alike() => Prop.ForAll(
        Any.OneOf("0", "1", "12", "123", "1234", "000", "5", ".", ",", " ", "-").Listed(1, 7), parts =>
        {
            var typed = string.Concat(parts);
            var turned = string.Concat(typed.Select(c => c switch { '.' => ',', ',' => '.', _ => c }));
            Assert.Equal(Angka.TryParse(typed, out var value, out _), Angka.TryParse(turned, out var other, out _));
            Assert.Equal(value, other);
            Assert.Equal(Angka.TryParseRupiah(typed, out value, out _), Angka.TryParseRupiah(turned, out other, out _));
            Assert.Equal(value, other);
        });

    // Every way to read it: each separator parts thousands or begins the decimals.
    [Property(MaxTest = 5_000)]
    public Property What_is_stored_has_one_reading() => Prop.ForAll(Any.OneOf("0", "1", "12", "123", "1234", ".", ",").Listed(1, 6), parts =>
    {
        var typed = string.Concat(parts);
        var readings = Readings(typed);
        if (Angka.TryParse(typed, out var value, out _))
        {
            Assert.Equal([value], readings);
        }

        if (Angka.TryParseRupiah(typed, out value, out _))
        {
            Assert.Equal([value], readings.Where(r => decimal.Round(r, 2) == r && (r.Scale <= 2 || r == 0)).Distinct());
        }
    });

    private static List<decimal> Readings(string typed)
    {
        var readings = new List<decimal>();
        foreach (var (thousands, point) in new[] { ('.', ','), (',', '.') })
        {
            var halves = typed.Split(point);
            var groups = halves[0].Split(thousands);
            var isWhole = halves.Length <= 2 && halves.All(h => h.Length > 0) && (halves.Length == 1 || halves[1].All(char.IsAsciiDigit))
                && groups.All(g => g.All(char.IsAsciiDigit) && g.Length > 0)
                && (groups.Length == 1 || (groups.Skip(1).All(g => g.Length == 3) && groups[0].TrimStart('0').Length is > 0 and <= 3));
            if (isWhole)
            {
                readings.Add(decimal.Parse(
                    string.Concat(groups) + "." + (halves.Length == 2 ? halves[1] : "0"), CultureInfo.InvariantCulture));
            }
        }

        return [.. readings.Distinct()];
    }

    [Theory]
    [InlineData("12.345", "12,3450")]
    [InlineData("1234.567", "1234,567")]
    [InlineData("0.003", "0,003")]
    [InlineData("12.3456", "12,3456")]
    [InlineData("85.5", "85,5")]
    public void A_stored_figure_stands_in_its_field_so_that_it_is_read_again(string value, string field) =>
        Assert.Equal(field, Angka.Isian(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("1234.565", "1.234,57")]
    [InlineData("-0.125", "-0,13")]
    [InlineData("85.5", "85,50")]
    [InlineData("170395000", "170.395.000,00")]
    public void Figures_are_written_with_comma_and_points(string value, string expected) =>
        Assert.Equal(expected, Angka.Tampil(decimal.Parse(value, CultureInfo.InvariantCulture)));

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

    [Theory]
    [InlineData("Rp 750.000 ,-", "750000")]
    [InlineData("750.000 ,-", "750000")]
    [InlineData("750.000 .- rupiah", "750000")]
    public void A_blank_before_the_dash_is_none_of_the_figure(string typed, string expected)
    {
        Assert.True(Angka.TryParseRupiah(typed, out var value, out var error), error);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("750000.50", "750.000,50")]
    [InlineData("750000.5", "750.000,50")]
    [InlineData("750000", "750.000")]
    [InlineData("0.05", "0,05")]
    public void An_amount_with_cents_comes_back_with_both(string value, string shown)
    {
        var amount = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(shown, Angka.RupiahIsian(amount));
        Assert.True(Angka.TryParseRupiah(shown, out var read, out _));
        Assert.Equal(amount, read);
    }

    [Fact]
    public void The_hint_names_a_figure_without_its_leading_zeros()
    {
        Assert.False(Angka.TryParse("010,500", out _, out var error));
        Assert.Contains("Tulis 10500 (ribuan) atau 10,5000 (desimal)", error, StringComparison.Ordinal);
    }
}
