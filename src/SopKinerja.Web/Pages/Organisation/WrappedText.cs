using System.Globalization;

namespace SopKinerja.Web.Pages.Organisation;

/// <summary>Breaks words into lines for a drawing, which breaks none itself. Widths are those of Liberation Sans (Arial), a little
/// wide, so that another font of the reader still fits.</summary>
public static class WrappedText
{
    /// <summary>Every word is there; one that is longer than the line is broken within.</summary>
    /// <param name="size">Of the font, in the unit of the width.</param>
    public static IReadOnlyList<string> Lines(string text, int width, int size, bool isBold = false)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && Width($"{line} {word}", size, isBold) <= width)
            {
                line = $"{line} {word}";
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(line);
            }

            line = "";
            for (var signs = StringInfo.GetTextElementEnumerator(word); signs.MoveNext();)
            {
                var sign = signs.GetTextElement();
                if (line.Length > 0 && Width(line + sign, size, isBold) > width)
                {
                    lines.Add(line);
                    line = "";
                }

                line += sign;
            }
        }

        return line.Length > 0 ? [.. lines, line] : lines;
    }

    public static int Width(string text, int size, bool isBold = false) =>
        text.Sum(Thousandths) * size * (isBold ? 112 : 104) / 100_000;

    // Of the height of the font.
    private static int Thousandths(char sign) => sign switch
    {
        'i' or 'j' or 'l' or '\'' or '’' => 225,
        ' ' or 'f' or 't' or 'I' or '.' or ',' or ':' or ';' or '/' or '!' => 280,
        'r' or '-' or '(' or ')' or '"' or '•' => 350,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' => 500,
        (>= 'a' and <= 'l') or (>= 'n' and <= 'u') or (>= '0' and <= '9') or 'L' => 557,
        'w' or 'C' or 'D' or 'H' or 'N' or 'R' or 'U' => 723,
        'G' or 'O' or 'Q' => 778,
        'm' or 'M' => 834,
        'W' or '%' or '…' or '—' => 1000,
        (>= 'A' and <= 'Z') => 668,
        _ when CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => 0,
        <= '\u024f' => 668,
        _ => 1000,
    };
}
