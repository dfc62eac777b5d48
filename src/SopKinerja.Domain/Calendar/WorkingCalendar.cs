namespace SopKinerja.Domain.Calendar;

/// <summary>Office hours of the dinas in WITA, without weekends and holidays: 37,5 hours in five days.</summary>
/// <param name="Holidays">National holidays and cuti bersama, dates in WITA.</param>
public sealed record WorkingCalendar(IReadOnlySet<DateOnly> Holidays)
{
    /// <summary>Hours in one full working day.</summary>
    public const double HoursPerDay = 7.5;

    private static readonly (TimeOnly From, TimeOnly Until)[] MondayToThursday =
        [(new(8, 0), new(12, 0)), (new(12, 30), new(16, 0))];

    // The long break on Friday is for the Friday prayer.
    private static readonly (TimeOnly From, TimeOnly Until)[] Friday =
        [(new(7, 30), new(11, 30)), (new(13, 0), new(16, 30))];

    public static WorkingCalendar WithoutHolidays { get; } = new(new HashSet<DateOnly>());

    /// <summary>Working time between two moments; zero when <paramref name="until"/> is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var start = from.ToOffset(Tanggal.Wita).DateTime;
        var end = until.ToOffset(Tanggal.Wita).DateTime;
        var (first, last) = (DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));
        // Of the days that lie between the first and the last only their number counts.
        return first >= last
            ? WorkedOn(last, start, end)
            : WorkedOn(first, start, end)
            + (TimeSpan.FromHours(HoursPerDay) * FullDays(first.AddDays(1), last)) + WorkedOn(last, start, end);
    }

    /// <summary>The last date on which something due within <paramref name="days"/> days after <paramref name="from"/> is in
    /// time.</summary>
    public DateOnly LastDay(DateOnly from, int days, DayKind kind)
    {
        if (kind == DayKind.Calendar)
        {
            return from.AddDays(days);
        }

        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= HoursOf(day).Length > 0 ? 1 : 0;
        }

        return day;
    }

    private TimeSpan WorkedOn(DateOnly day, DateTime start, DateTime end)
    {
        var total = TimeSpan.Zero;
        foreach (var (opens, closes) in HoursOf(day))
        {
            var a = Later(start, day.ToDateTime(opens));
            var b = Earlier(end, day.ToDateTime(closes));
            total += b > a ? b - a : TimeSpan.Zero;
        }

        return total;
    }

    // Working days from the one on until before the other.
    private int FullDays(DateOnly from, DateOnly before)
    {
        var days = before.DayNumber - from.DayNumber;
        var weekdays = days / 7 * 5;
        for (var day = from.AddDays(days / 7 * 7); day < before; day = day.AddDays(1))
        {
            weekdays += IsWeekend(day) ? 0 : 1;
        }

        return weekdays - Holidays.Count(h => h >= from && h < before && !IsWeekend(h));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private (TimeOnly From, TimeOnly Until)[] HoursOf(DateOnly day) =>
        Holidays.Contains(day) ? [] : day.DayOfWeek switch
        {
            DayOfWeek.Saturday or DayOfWeek.Sunday => [],
            DayOfWeek.Friday => Friday,
            _ => MondayToThursday,
        };

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}

/// <summary>Whether "hari" in a rule means calendar days or working days.</summary>
public enum DayKind
{
    Calendar,
    Working,
}
