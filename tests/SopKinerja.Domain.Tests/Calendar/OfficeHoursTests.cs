using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Tests.Calendar;

public sealed class OfficeHoursTests
{
    private const string Ramadan = "18 Februari 2026 s.d. 19-03-2026 Ramadan 1447 H:\nSenin–Kamis 08.00–12.00, 12.30–15.00\nJumat: 08:00 - 11:30, 12:30 s.d. 15:30";

    private static readonly WorkingCalendar Fasting = new(new HashSet<DateOnly>(), OfficeHours.Of(OfficeHours.UsualText, Ramadan));

    [Theory]
    [InlineData("2026-02-17", 7.5)]
    [InlineData("2026-02-18", 6.5)]
    [InlineData("2026-02-20", 6.5)] // a Friday
    [InlineData("2026-02-21", 0)]
    [InlineData("2026-03-19", 6.5)]
    [InlineData("2026-03-20", 7.5)]
    public void A_span_of_dates_has_hours_of_its_own(string day, double hours)
    {
        var at = Tanggal.Mulai(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromHours(hours), Fasting.Between(at, at.AddDays(1)));
    }

    /// <summary>The sum that is made by weeks is that of its days.</summary>
    [Theory]
    [InlineData("2026-01-01", "2027-01-01")]
    [InlineData("2026-02-20", "2026-03-02")]
    [InlineData("2026-03-19", "2026-03-21")]
    [InlineData("2026-03-01", "2026-03-01")]
    public void Long_times_are_the_sum_of_their_days(string first, string last)
    {
        var (from, until) = (DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
        var holiday = new WorkingCalendar(new HashSet<DateOnly> { new(2026, 3, 2), new(2026, 2, 21) }, Fasting.Hours);
        var days = Enumerable.Range(0, until.DayNumber - from.DayNumber).Select(from.AddDays)
            .Aggregate(TimeSpan.Zero, (sum, d) => sum + holiday.Between(Tanggal.Mulai(d), Tanggal.Mulai(d.AddDays(1))));
        Assert.Equal(days, holiday.Between(Tanggal.Mulai(from), Tanggal.Mulai(until)));
    }

    [Fact]
    public void A_week_of_six_days_and_spans_over_the_weekend_are_read()
    {
        var hours = OfficeHours.Of("Sabtu-Kamis 08.00-14.00\nJum'at 07.30–11.00", "");
        Assert.Equal(TimeSpan.FromHours(39.5), hours.Between(new(2026, 11, 23), new(2026, 11, 30)));
        Assert.Equal(new(2026, 12, 7), new WorkingCalendar(new HashSet<DateOnly>(), hours).LastDay(new(2026, 11, 23), 14, DayKind.Working));
    }

    [Theory]
    [InlineData("", "Belum ada hari kerja")]
    [InlineData("Senin", "Baris 1 tidak diawali")]
    [InlineData("Monday 08.00–12.00", "Baris 1 tidak diawali")]
    [InlineData("Senin–Rabu 08.00–12.00\n\nSelasa 08.00–12.00", "Baris 3: jam kerja hari Selasa ditulis dua kali")]
    [InlineData("Senin 08.00–12.00, 11.00–13.00", "Baris 1: jam “11.00–13.00” berakhir sebelum mulai")]
    [InlineData("Senin 12.00–08.00", "berakhir sebelum mulai")]
    [InlineData("Senin 08.00–25.00", "tidak terbaca")]
    [InlineData("Senin 08.00–12.00,", "tidak terbaca")]
    public void What_cannot_be_read_names_its_line(string text, string sentence) =>
        Assert.Contains(sentence, OfficeHours.WhyNotUsual(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Ramadan\nSenin 08.00–12.00", "Baris 1 bukan rentang tanggal")]
    [InlineData("31 Februari 2026 s.d. 19 Maret 2026\nSenin 08.00–12.00", "Baris 1 bukan rentang tanggal")]
    [InlineData("19 Maret 2026 s.d. 18 Februari 2026:\nSenin 08.00–12.00", "harus berurutan")]
    [InlineData("1 Januari 2026 s.d. 2 Maret 2027\nSenin 08.00–12.00", "paling lama setahun")]
    [InlineData("18 Februari 2026 s.d. 19 Maret 2026:", "belum ditulis")]
    [InlineData("1-2-2026 s.d. 2-2-2026\nSenin 08.00–12.00\n2/2/2026 – 3/2/2026 Cuti\nSelasa 08.00–12.00", "Baris 3: rentang tanggal ini beririsan")]
    public void A_span_that_cannot_be_read_names_its_line(string text, string sentence) =>
        Assert.Contains(sentence, OfficeHours.WhyNotSpecial(text), StringComparison.Ordinal);

    [Fact]
    public void Nothing_special_is_nothing_wrong() => Assert.Null(OfficeHours.WhyNotSpecial("\n "));
}
