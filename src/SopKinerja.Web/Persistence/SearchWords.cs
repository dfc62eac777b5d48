using System.Text;

namespace SopKinerja.Web.Persistence;

public static class SearchWords
{
    private const int MostWords = 5;
    private const int LongestText = 100;

    /// <summary>The words, without signs that PostgreSQL cannot hold; no more than five.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
    [
        .. string.Concat((text ?? "").EnumerateRunes().Take(LongestText)
                .Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? " " : r.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords),
    ];

    /// <summary>The pattern for "contains", with a backslash as the escape.</summary>
    public static string Pattern(string word) => $"%{word.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
