using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Tests.Calendar;

/// <summary>November 2026: the 23rd is a Monday.</summary>
public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Plain = WorkingCalendar.WithoutHolidays;
    private static readonly WorkingCalendar WithHoliday = new(new HashSet<DateOnly> { new(2026, 11, 24) }, OfficeHours.Usual);

    [Theory]
    [InlineData(23, 9, 0, 23, 10, 20, 80)]
    [InlineData(23, 7, 0, 23, 23, 0, 450)] // a whole day
    [InlineData(23, 11, 30, 23, 13, 0, 60)] // over the break
    [InlineData(23, 12, 0, 23, 12, 30, 0)] // only the break
    [InlineData(27, 7, 30, 27, 16, 30, 450)] // a whole Friday
    [InlineData(27, 11, 0, 27, 13, 30, 60)] // over the Friday prayer
    [InlineData(27, 16, 0, 30, 8, 30, 60)] // across a weekend
    [InlineData(28, 9, 0, 29, 17, 0, 0)] // a weekend
    [InlineData(23, 15, 0, 24, 9, 0, 120)] // across a night
    [InlineData(23, 9, 0, 23, 9, 0, 0)]
    [InlineData(24, 9, 0, 23, 9, 0, 0)] // backwards
    public void Only_office_hours_count(
        int fromDay, int fromHour, int fromMinute, int untilDay, int untilHour, int untilMinute, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Plain.Between(At(fromDay, fromHour, fromMinute), At(untilDay, untilHour, untilMinute)));

    [Fact]
    public void A_holiday_does_not_count()
    {
        Assert.Equal(TimeSpan.FromHours(2), WithHoliday.Between(At(23, 15), At(25, 9)));
        Assert.Equal(TimeSpan.FromHours(9.5), Plain.Between(At(23, 15), At(25, 9)));
        Assert.Equal(TimeSpan.Zero, WithHoliday.Between(At(24, 8), At(24, 16)));
    }

    [Fact]
    public void The_zone_of_the_moments_does_not_matter()
    {
        var from = At(23, 9).ToUniversalTime();
        var until = At(23, 10).ToOffset(TimeSpan.FromHours(-5));

        Assert.Equal(TimeSpan.FromHours(1), Plain.Between(from, until));
    }

    [Fact]
    public void Months_apart_is_the_number_of_working_days()
    {
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, Tanggal.Wita);
        var until = from.AddYears(1);
        var days = Enumerable.Range(0, 365).Count(d => from.AddDays(d).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

        Assert.Equal(TimeSpan.FromHours(7.5 * days), Plain.Between(from, until));
        Assert.Equal(TimeSpan.FromHours(7.5 * (days - 1)), WithHoliday.Between(from, until));
    }

    [Property(MaxTest = 2_000)]
    public Property Time_adds_up_over_any_moment_between() => Prop.ForAll(Any.Int(0, (60 * 24 * 60) - 1).Listed(3, 3), minutes =>
    {
        var moments = minutes.Order().Select(m => At(1, 0).AddMinutes(m)).ToArray();

        Assert.Equal(
            WithHoliday.Between(moments[0], moments[2]),
            WithHoliday.Between(moments[0], moments[1]) + WithHoliday.Between(moments[1], moments[2]));
    });

    [Theory]
    [InlineData(DayKind.Calendar, 14, "2026-12-07")]
    [InlineData(DayKind.Working, 1, "2026-11-25")]
    [InlineData(DayKind.Working, 3, "2026-11-27")]
    [InlineData(DayKind.Working, 4, "2026-11-30")]
    [InlineData(DayKind.Working, 14, "2026-12-14")]
    [InlineData(DayKind.Working, 0, "2026-11-23")]
    public void The_last_day_counts_from_the_day_after(DayKind kind, int days, string expected) =>
        Assert.Equal(expected, WithHoliday.LastDay(new(2026, 11, 23), days, kind)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, Tanggal.Wita);
}
