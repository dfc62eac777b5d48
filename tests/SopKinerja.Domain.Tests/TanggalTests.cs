using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Periods;

namespace SopKinerja.Domain.Tests;

public sealed class TanggalTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 22, 17, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Dates_and_times_are_those_of_Paringin()
    {
        Assert.Equal("23 November 2026", Tanggal.Tampil(Evening));
        Assert.Equal("01.05 WITA", Tanggal.Pukul(Evening));
        Assert.Equal("23 November 2026 pukul 01.05 WITA", Tanggal.TampilPukul(Evening));
        Assert.Equal("Senin", Tanggal.Hari(Tanggal.DiWita(Evening)));
        Assert.Equal("1 Januari 2026", Tanggal.Tampil(new DateOnly(2026, 1, 1)));
        Assert.Equal("31 Desember 2026", Tanggal.Tampil(new DateOnly(2026, 12, 31)));
        Assert.Equal("Jumat", Tanggal.Hari(new DateOnly(2026, 11, 27)));
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
        Assert.Equal(expected, Tanggal.Durasi(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(449, "7 jam 29 menit")]
    [InlineData(450, "1 hari")]
    [InlineData(495, "1 hari 45 menit")]
    [InlineData(1471, "3 hari 2 jam 1 menit")]
    public void Working_days_have_seven_and_a_half_hours(int minutes, string expected) =>
        Assert.Equal(expected, Tanggal.Durasi(TimeSpan.FromMinutes(minutes), WorkingCalendar.HoursPerDay));

    [Fact]
    public void A_period_names_its_year_once()
    {
        Assert.Equal("1 Januari s.d. 31 Desember 2020", The.Period.JangkaWaktu);
        Assert.Equal("1 Juli 2020 s.d. 30 Juni 2021", new Period("x", new(2020, 7, 1), new(2021, 6, 30), "PP46_2011", null).JangkaWaktu);
    }
}
