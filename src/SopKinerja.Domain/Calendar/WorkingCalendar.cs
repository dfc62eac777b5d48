namespace SopKinerja.Domain.Calendar;

/// <summary>Office hours of the dinas in WITA, without holidays.</summary>
/// <param name="Holidays">National holidays and cuti bersama, dates in WITA.</param>
public sealed record WorkingCalendar(IReadOnlySet<DateOnly> Holidays, OfficeHours Hours)
{
    /// <summary>Hours in one full working day of the SOP: 37,5 hours in five days.</summary>
    public const double HoursPerDay = 7.5;

    public static WorkingCalendar WithoutHolidays { get; } = new(new HashSet<DateOnly>(), OfficeHours.Usual);

    /// <summary>Working time between two moments; zero when <paramref name="until"/> is not later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        var start = from.ToOffset(Tanggal.Wita).DateTime;
        var end = until.ToOffset(Tanggal.Wita).DateTime;
        var (first, last) = (DateOnly.FromDateTime(start), DateOnly.FromDateTime(end));
        // Of the days that lie between the first and the last only their hours count.
        return first >= last
            ? WorkedOn(last, start, end)
            : WorkedOn(first, start, end)
            + FullDays(first.AddDays(1), last) + WorkedOn(last, start, end);
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
            left -= HoursOf(day).Count > 0 ? 1 : 0;
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

    private TimeSpan FullDays(DateOnly from, DateOnly before) => Holidays.Where(h => h >= from && h < before)
        .Aggregate(Hours.Between(from, before), (sum, h) => sum - Hours.Between(h, h.AddDays(1)));

    private IReadOnlyList<(TimeOnly From, TimeOnly Until)> HoursOf(DateOnly day) => Holidays.Contains(day) ? [] : Hours.On(day);

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;
}

/// <summary>Whether "hari" in a rule means calendar days or working days.</summary>
public enum DayKind
{
    Calendar,
    Working,
}
