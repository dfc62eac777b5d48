namespace SopKinerja.Web.Ui;

public static class SearchText
{
    public const int Most = 100;

    // A part of a NIP is none that everybody may read over a shoulder; it is found by three figures.
    private const int FiguresOfNip = 3;

    public static bool LooksLikeNip(string? text) => (text ?? "").Count(char.IsAsciiDigit) >= FiguresOfNip;

    /// <summary>Without the signs that no keyboard types and no database takes; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var clean = string.Concat((text ?? "").Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
