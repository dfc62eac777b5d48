namespace SopKinerja.Web.Spreadsheets;

/// <summary>The text of a cell without signs that nobody sees; line breaks within it stay.</summary>
public static class CellText
{
    // The apostrophe by which a number or a formula is kept as text; one before a letter is part of a name.
    private const string Kept = "=+-@0123456789";

    public static string Clean(string? text)
    {
        // The one sign that no database holds; what is shown for it is named where it stands.
        var lines = TypedText.Plain(text?.Replace('\0', '\uFFFD')).Split('\n').Select(TypedText.OneLine);
        var line = string.Join('\n', lines).Trim();
        return line is ['\'' or '’', var next, ..] && Kept.Contains(next, StringComparison.Ordinal) ? line[1..] : line;
    }
}
