using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Domain.Calendar;

/// <summary>When the office is open, in WITA, as an office letter writes it: a line for each day or span of days,
/// "Senin–Kamis 08.00–12.00, 12.30–16.00". A day that no line names is off.</summary>
public sealed partial record OfficeHours
{
    private const string Example = "Tulis seperti “Senin–Kamis 08.00–12.00, 12.30–16.00”";

    // Friday's long break is for the Friday prayer; 37,5 hours in five days.
    public const string UsualText = "Senin–Kamis 08.00–12.00, 12.30–16.00\nJumat 07.30–11.30, 13.00–16.30";

    private const string OneDate = @"\d{1,2}[ /.-]+[\p{L}\d]+[ /.-]+\d{4}";

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private readonly Week _week;
    private readonly IReadOnlyList<Span> _spans;

    private OfficeHours(Week week, IReadOnlyList<Span> spans) => (_week, _spans) = (week, spans);

    public static OfficeHours Usual { get; } = Of(UsualText, "");

    /// <param name="usual">The hours of the year.</param>
    /// <param name="special">Spans of dates with other hours, such as Ramadan, each a line with its dates and a colon, then its
    /// days.</param>
    /// <exception cref="FormatException">They cannot be read; asked before they are stored.</exception>
    public static OfficeHours Of(string usual, string special) =>
        new(ReadWeek(Lines(usual)), ReadSpans(special));

    /// <summary>Null when they can be read; else a sentence that names the line.</summary>
    public static string? WhyNotUsual(string text) => WhyNot(() => ReadWeek(Lines(text)));

    public static string? WhyNotSpecial(string text) => WhyNot(() => ReadSpans(text));

    /// <summary>From when until when the office is open on a day that is no holiday.</summary>
    public IReadOnlyList<(TimeOnly From, TimeOnly Until)> On(DateOnly day) =>
        (_spans.FirstOrDefault(s => s.From <= day && day <= s.Until)?.Week ?? _week).On(day.DayOfWeek);

    /// <summary>The hours of all days from the one on until before the other, as if none were a holiday.</summary>
    public TimeSpan Between(DateOnly from, DateOnly before)
    {
        var days = before.DayNumber - from.DayNumber;
        var total = _week.Total * (days / 7);
        for (var day = from.AddDays(days / 7 * 7); day < before; day = day.AddDays(1))
        {
            total += _week.Of(day.DayOfWeek);
        }

        foreach (var span in _spans)
        {
            var last = span.Until < before ? span.Until : before.AddDays(-1);
            for (var day = span.From > from ? span.From : from; day <= last; day = day.AddDays(1))
            {
                total += span.Week.Of(day.DayOfWeek) - _week.Of(day.DayOfWeek);
            }
        }

        return total;
    }

    private static string? WhyNot<T>(Func<T> read)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (FormatException unread)
        {
            return unread.Message;
        }
    }

    private static List<(int No, string Text)> Lines(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').Select((line, i) => (i + 1, line.Trim())).Where(l => l.Item2.Length > 0)];

    private static Week ReadWeek(IReadOnlyList<(int No, string Text)> lines)
    {
        var hours = new IReadOnlyList<(TimeOnly, TimeOnly)>?[7];
        foreach (var (no, text) in lines)
        {
            var match = DayLine().Match(text);
            var (first, last) = (DayOf(match.Groups["from"].Value), DayOf(match.Groups["to"].Value));
            if (!match.Success || first < 0 || (match.Groups["to"].Success && last < 0))
            {
                throw new FormatException($"Baris {no} tidak diawali nama hari. {Example}.");
            }

            var times = ReadTimes(match.Groups["times"].Value, no);
            // Monday comes first in an office.
            for (var day = first; ; day = (day + 1) % 7)
            {
                hours[day] = hours[day] is null ? times
                    : throw new FormatException($"Baris {no}: jam kerja hari {Days[day]} ditulis dua kali. Hapus salah satunya.");
                if (day == (last < 0 ? first : last))
                {
                    break;
                }
            }
        }

        var week = new Week([.. hours.Select(h => h ?? [])]);
        return week.Total > TimeSpan.Zero ? week
            : throw new FormatException($"Belum ada hari kerja. {Example}.");
    }

    private static List<(TimeOnly, TimeOnly)> ReadTimes(string text, int no)
    {
        List<(TimeOnly From, TimeOnly Until)> times = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var match = Times().Match(part);
            if (!match.Success || TimeOf(match.Groups["from"].Value) is not { } from || TimeOf(match.Groups["to"].Value) is not { } until)
            {
                throw new FormatException($"Baris {no}: jam “{part}” tidak terbaca. {Example}.");
            }

            if (until <= from || (times.Count > 0 && from < times[^1].Until))
            {
                throw new FormatException(
                    $"Baris {no}: jam “{part}” berakhir sebelum mulai, atau mulai sebelum jam di depannya berakhir.");
            }

            times.Add((from, until));
        }

        return times;
    }

    private static List<Span> ReadSpans(string text)
    {
        List<Span> spans = [];
        var lines = Lines(text);
        for (var i = 0; i < lines.Count;)
        {
            var (no, head) = lines[i];
            var match = SpanLine().Match(head);
            if (!match.Success || DateOf(match.Groups["from"].Value) is not { } from || DateOf(match.Groups["to"].Value) is not { } until)
            {
                throw new FormatException($"Baris {no} bukan rentang tanggal. Tulis seperti “18 Februari 2026 s.d. 19 Maret 2026 "
                    + "Ramadan:”, lalu jam kerjanya di baris-baris di bawahnya.");
            }

            if (until < from || until.DayNumber - from.DayNumber > 366 || from.Year < 2000 || until.Year > 2100)
            {
                throw new FormatException($"Baris {no}: rentang tanggal harus berurutan, paling lama setahun, antara 2000 dan 2100.");
            }

            if (spans.Exists(s => s.From <= until && from <= s.Until))
            {
                throw new FormatException($"Baris {no}: rentang tanggal ini beririsan dengan rentang di atasnya.");
            }

            var days = lines.Skip(i + 1).TakeWhile(l => !SpanLine().IsMatch(l.Text)).ToList();
            spans.Add(new(from, until, days.Count > 0 ? ReadWeek(days)
                : throw new FormatException($"Baris {no}: jam kerja rentang tanggal ini belum ditulis. {Example} di baris di bawahnya.")));
            i += 1 + days.Count;
        }

        return spans;
    }

    private static int DayOf(string word) =>
        Array.FindIndex(Days, d => d.Equals(word.Replace("'", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text.Replace(':', '.'), ["H.mm", "HH.mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : null;

    private static DateOnly? DateOf(string text)
    {
        var parts = text.Split([' ', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 3 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1 and <= 9999
            && MonthOf(parts[1]) is { } month && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day) : null;
    }

    private static int? MonthOf(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var no)
        ? no is >= 1 and <= 12 ? no : null
        : Enumerable.Range(1, 12).Where(m => Tanggal.Bulan(new(2000, m, 1)).Equals(word, StringComparison.OrdinalIgnoreCase))
            .Select(m => (int?)m).FirstOrDefault();

    [GeneratedRegex(@"^(?<from>[\p{L}']+)(\s*(?:–|-|s\.d\.|sampai)\s*(?<to>[\p{L}']+))?\s*:?\s+(?<times>\d.*)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DayLine();

    [GeneratedRegex(@"^(?<from>\d{1,2}[.:]\d\d)\s*(–|-|s\.d\.|sampai)\s*(?<to>\d{1,2}[.:]\d\d)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Times();

    [GeneratedRegex($@"^(?<from>{OneDate})\s*(–|-|s\.d\.|sampai)\s*(?<to>{OneDate})(\s+.*?)?:?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpanLine();

    /// <summary>By day of the week, Sunday first.</summary>
    private sealed class Week(IReadOnlyList<IReadOnlyList<(TimeOnly From, TimeOnly Until)>> days)
    {
        public TimeSpan Total { get; } = days.SelectMany(d => d).Aggregate(TimeSpan.Zero, (sum, t) => sum + (t.Until - t.From));

        public IReadOnlyList<(TimeOnly From, TimeOnly Until)> On(DayOfWeek day) => days[(int)day];

        public TimeSpan Of(DayOfWeek day) => On(day).Aggregate(TimeSpan.Zero, (sum, t) => sum + (t.Until - t.From));
    }

    private sealed record Span(DateOnly From, DateOnly Until, Week Week);
}
