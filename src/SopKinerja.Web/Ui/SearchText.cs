namespace SopKinerja.Web.Ui;

/// <summary>What was typed into a search field.</summary>
public static class SearchText
{
    /// <summary>Longer than any name.</summary>
    public const int Most = 100;

    /// <summary>From this many figures on it is taken for a NIP, which may not stand in an address.</summary>
    private const int FiguresOfNip = 4;

    /// <summary>Whether it is a NIP, part of one, or one with a slip in it.</summary>
    public static bool LooksLikeNip(string? text) => (text ?? "").Count(char.IsAsciiDigit) >= FiguresOfNip;

    /// <summary>Without the signs that no keyboard types and no database takes; null when nothing is left.</summary>
    public static string? Clean(string? text)
    {
        var clean = string.Concat((text ?? "").Where(c => !char.IsControl(c))).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
