using System.Globalization;
using System.Text;
using PdfSharp.Drawing;

namespace SopKinerja.Forms;

internal enum Face
{
    Regular,
    Bold,
    Italic,
}

/// <summary>A face in a size in points.</summary>
internal readonly record struct TextStyle(Face Face, double Size)
{
    public double LineHeight => Size * 1.18;

    // Liberation Sans rises 0.905 em above the base line and falls 0.212 em below it.
    public double Baseline => (LineHeight - (Size * 1.117)) / 2 + (Size * 0.905);
}

/// <summary>Widths of text and its lines; every character of a face is measured once per process.</summary>
internal static class TextMeasure
{
    private const double Em = 1000;

    private const char Box = '□';

    private const char SoftHyphen = '\u00ad';

    private static readonly Lock Gate = new();

    private static readonly float[][] Widths = [new float[char.MaxValue + 1], new float[char.MaxValue + 1], new float[char.MaxValue + 1]];

    private static readonly XFont?[] Fonts = new XFont?[3];

    private static XGraphics? s_scale;

    /// <summary>Text that can be drawn: composed, no control characters, nothing that is not seen, and a box for what the font does not
    /// know.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => c is '\n' or (>= ' ' and < '\u007f') or (>= '\u00a0' and < '\u0180' and not SoftHyphen)
            or '…' or '–' or '—' or '’' or '“' or '”'))
        {
            return text;
        }

        var fonts = LiberationFonts.Install(null);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            _ = rune.Value == '\n' ? clean.Append('\n')
                : Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format ? clean
                : Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? clean.Append(' ')
                : clean.Append(rune.IsBmp && fonts.CanDraw((char)rune.Value) ? (char)rune.Value : Box);
        }

        return clean.ToString();
    }

    // Half a character, or what is none, stops the framework's composing: it becomes the sign for that first.
    private static string Composed(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\ufffe', '\ufffd').EnumerateRunes())
            .Normalize(NormalizationForm.FormC);

    public static double Width(ReadOnlySpan<char> text, TextStyle style)
    {
        var widths = Widths[(int)style.Face];
        var sum = 0.0;
        foreach (var c in text)
        {
            var width = widths[c];
            sum += width == 0 ? Weigh(c, style.Face) : width;
        }

        return sum * style.Size / Em;
    }

    /// <summary>
    /// Lines no wider than asked; a word wider than a line is cut. Every other line ends with a space, which has no width here: anyone who
    /// reads the lines one behind the other, aloud or as text, hears where the words end.
    /// </summary>
    public static List<string> Wrap(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in Clean(text).Split('\n'))
        {
            WrapParagraph(paragraph, style, width, lines);
        }

        return lines;
    }

    private static void WrapParagraph(string paragraph, TextStyle style, double width, List<string> lines)
    {
        if (Width(paragraph, style) <= width)
        {
            lines.Add(Ended(paragraph));
            return;
        }

        var line = "";
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (Width(longer, style) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add(Ended(line));
            }

            line = word;
            while (Width(line, style) > width && line.Length > 1)
            {
                var fitting = Fitting(line, style, width);
                lines.Add(line[..fitting]);
                line = line[fitting..];
            }
        }

        lines.Add(Ended(line));
    }

    private static string Ended(string line) => line.Length == 0 ? line : line + " ";

    private static int Fitting(string word, TextStyle style, double width)
    {
        var sum = 0.0;
        for (var i = 0; i < word.Length; i++)
        {
            sum += Width(word.AsSpan(i, 1), style);
            if (sum > width)
            {
                return Math.Max(1, AfterMark(word, i));
            }
        }

        return word.Length;
    }

    // A long word is rather cut after a stroke or hyphen than inside a syllable.
    private static int AfterMark(string word, int limit)
    {
        var mark = word.AsSpan(0, limit).LastIndexOfAny('/', '-', '.');
        return mark > limit / 3 ? mark + 1 : limit;
    }

    private static double Weigh(char c, Face face)
    {
        lock (Gate)
        {
            s_scale ??= XGraphics.CreateMeasureContext(new XSize(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
            var font = Fonts[(int)face] ??= Make(new TextStyle(face, Em));
            // A zero would be measured again and again.
            return Widths[(int)face][c] = Math.Max(0.001f, (float)s_scale.MeasureString(c.ToString(), font).Width);
        }
    }

    /// <summary>Unicode, so that every name can be drawn, found and copied.</summary>
    public static XFont Make(TextStyle style) => new(LiberationFonts.Family, style.Size, style.Face switch
    {
        Face.Bold => XFontStyleEx.Bold,
        Face.Italic => XFontStyleEx.Italic,
        _ => XFontStyleEx.Regular,
    }, XPdfFontOptions.UnicodeDefault);
}
