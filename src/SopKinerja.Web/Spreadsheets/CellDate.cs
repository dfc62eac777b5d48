using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>A date in a cell: as a date, as the number by which Excel keeps one, or in words ("Senin, 17 Agustus 2026").</summary>
public static partial class CellDate
{
    // 3 October 1954 to 3 June 2119; other numbers are no dates that anybody means.
    private const int First = 20_000;
    private const int Last = 80_150;

    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private static readonly string[] Forms = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d"];

    // As they begin, in Indonesian and in English; "agt" and "agu" are both written.
    private static readonly string[][] Months =
    [
        ["jan"], ["feb", "peb"], ["mar"], ["apr"], ["mei", "may"], ["jun"], ["jul"], ["agu", "agt", "ags", "aug"], ["sep"], ["okt", "oct"],
        ["nov", "nop"], ["des", "dec"],
    ];

    public static bool TryRead(string text, out DateOnly date)
    {
        if (DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= First and <= Last)
        {
            date = Epoch.AddDays(serial);
            return true;
        }

        var words = Words().Match(text);
        var month = words.Success ? Array.FindIndex(Months, m => m.Any(w => Begins(words.Groups["month"].Value, w))) + 1 : 0;
        return month > 0 && DateOnly.TryParseExact(
            $"{words.Groups["year"].Value}-{month:00}-{words.Groups["day"].Value.PadLeft(2, '0')}", "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    private static bool Begins(string word, string start) => word.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"^(\p{L}+['’]?\p{L}*,?\s+)?(?<day>[0-9]{1,2})[\s\-./]+(?<month>\p{L}{3,9})\.?[\s\-./]+(?<year>[0-9]{4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
