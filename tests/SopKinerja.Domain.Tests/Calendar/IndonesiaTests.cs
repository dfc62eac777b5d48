using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Tests.Calendar;

public sealed class IndonesiaTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 17, 5, 0, TimeSpan.Zero);

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
        Assert.True(Indonesia.TryParseAngka(typed, out var value, out var galat), galat);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
        Assert.Null(galat);
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
        Assert.False(Indonesia.TryParseAngka(typed, out _, out var galat));
        Assert.EndsWith(".", galat, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234", "1234 (ribuan)", "1,234 (desimal)")]
    [InlineData("-12.500", "-12500 (ribuan)", "-12,500 (desimal)")]
    public void A_point_before_three_figures_could_be_either_and_is_asked_back(string typed, string thousands, string decimals)
    {
        Assert.False(Indonesia.TryParseAngka(typed, out _, out var galat));
        Assert.Contains(thousands, galat, StringComparison.Ordinal);
        Assert.Contains(decimals, galat, StringComparison.Ordinal);
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
        Assert.True(Indonesia.TryParseRupiah(typed, out var value, out var galat), galat);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("1,234.56")]
    [InlineData("tujuh")]
    [InlineData("")]
    public void What_is_no_amount_of_rupiah_is_refused_in_a_sentence(string typed)
    {
        Assert.False(Indonesia.TryParseRupiah(typed, out _, out var galat));
        Assert.EndsWith(".", galat, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_characters_are_refused_briefly_and_no_emoji_is_cut_in_half()
    {
        Assert.False(Indonesia.TryParseAngka(new('9', 10_000), out _, out var galat));
        Assert.True(galat!.Length < 120);

        Assert.False(Indonesia.TryParseAngka("x" + string.Concat(Enumerable.Repeat("😀", 5_000)), out _, out var emoji));
        Assert.DoesNotContain("\ufffd", System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(emoji!)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_in_a_field_is_read_back_as_the_same_figure()
    {
        var random = new Random(5);
        for (var i = 0; i < 5_000; i++)
        {
            var value = random.NextInt64(-1_000_000_000, 1_000_000_000_000) / (decimal)Math.Pow(10, random.Next(0, 7));
            Assert.True(Indonesia.TryParseAngka(Indonesia.AngkaIsian(value), out var read, out var galat), galat);
            Assert.Equal(value, read);

            Assert.True(Indonesia.TryParseRupiah(Indonesia.RupiahIsian(value), out var rupiah, out galat), galat);
            Assert.Equal(value, rupiah);
        }
    }

    [Theory]
    [InlineData("1234.565", "1.234,57")]
    [InlineData("-0.125", "-0,13")]
    [InlineData("85.5", "85,50")]
    [InlineData("170395000", "170.395.000,00")]
    public void Figures_are_written_with_comma_and_points(string value, string expected) =>
        Assert.Equal(expected, Indonesia.Angka(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Short_figures_show_only_the_decimals_they_have()
    {
        Assert.Equal("12", Indonesia.AngkaRingkas(12.000m));
        Assert.Equal("9,12", Indonesia.AngkaRingkas(9.12m));
        Assert.Equal("1.234.567,5", Indonesia.AngkaRingkas(1234567.5m));
        Assert.Equal("171", Indonesia.Angka(170.5m, 0));
    }

    [Fact]
    public void Dates_and_times_are_those_of_Paringin()
    {
        Assert.Equal("23 November 2026", Indonesia.Tanggal(Evening));
        Assert.Equal("01.05 WITA", Indonesia.Pukul(Evening));
        Assert.Equal("23 November 2026 pukul 01.05 WITA", Indonesia.TanggalPukul(Evening));
        Assert.Equal("Senin", Indonesia.Hari(Indonesia.TanggalWita(Evening)));
        Assert.Equal("1 Januari 2026", Indonesia.Tanggal(new DateOnly(2026, 1, 1)));
        Assert.Equal("31 Desember 2026", Indonesia.Tanggal(new DateOnly(2026, 12, 31)));
        Assert.Equal("Jumat", Indonesia.Hari(new DateOnly(2026, 11, 27)));
    }

    [Theory]
    [InlineData(0, "kurang dari 1 menit")]
    [InlineData(-5, "kurang dari 1 menit")]
    [InlineData(1, "1 menit")]
    [InlineData(45, "45 menit")]
    [InlineData(60, "1 jam")]
    [InlineData(80, "1 jam 20 menit")]
    [InlineData(495, "8 jam 15 menit")]
    public void Durations_are_said_in_hours_and_minutes(int minutes, string expected) =>
        Assert.Equal(expected, Indonesia.Durasi(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(449, "7 jam 29 menit")]
    [InlineData(450, "1 hari")]
    [InlineData(495, "1 hari 45 menit")]
    [InlineData(1471, "3 hari 2 jam 1 menit")]
    public void Working_days_have_seven_and_a_half_hours(int minutes, string expected) =>
        Assert.Equal(expected, Indonesia.Durasi(TimeSpan.FromMinutes(minutes), WorkingCalendar.HoursPerDay));

    [Fact]
    public void A_period_names_its_year_once()
    {
        Assert.Equal("1 Januari s.d. 31 Desember 2020", The.Period.JangkaWaktu);
        Assert.Equal("1 Juli 2020 s.d. 30 Juni 2021", new Period("x", new(2020, 7, 1), new(2021, 6, 30), "PP46_2011", null).JangkaWaktu);
    }
}
