using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace SopKinerja.Forms;

/// <summary>
/// Marks every page of a copy; the original is only read. A mark would break the signatures in the file, so the copy shows them and carries
/// none: they are to be checked on the original.
/// </summary>
public static class CopyStamp
{
    private static readonly TextStyle Style = new(Face.Bold, 9);

    private static readonly TextStyle FootStyle = new(Face.Italic, 7.5);

    private const double SmallestSize = 4;

    private const double Top = 18;

    // Between what the form draws and what stands in its margin.
    private const double Gap = 3;

    // Of the editions that drew no more.
    private const int FewLines = 2;

    /// <param name="edition">Where the second line stands; a copy that was given out long ago is drawn once more to be recognised.</param>
    /// <param name="line1">Framed in the top margin, for example "Salinan ke-2 untuk Sekretariat".</param>
    /// <param name="fontFolder">Where Liberation Sans is, if not where Debian puts it.</param>
    /// <param name="statement">What the original is, in the top margin beside the frame; null for nothing.</param>
    /// <returns>The same bytes each time.</returns>
    public static byte[] Stamp(
        byte[] original, string line1, string line2, string? fontFolder = null, string keywords = "", string? statement = null,
        CopyEdition edition = CopyEdition.Whole)
    {
        LiberationFonts.Install(fontFolder);
        return PdfFile.Rewritten(original, document =>
        {
            foreach (var page in document.Pages)
            {
                Enclose(page);
                DrawSignatures(page);
                Stamp(page, line1, line2, statement, edition);
            }

            document.Internals.Catalog.Elements.Remove("/AcroForm");
            document.Info.Keywords = keywords;
        });
    }

    /// <summary>What the page did to its coordinates ends with it; not every engine counts from the bottom to the end.</summary>
    private static void Enclose(PdfPage page)
    {
        page.Contents.PrependContent().CreateStream("q\n"u8.ToArray());
        page.Contents.AppendContent().CreateStream("Q\n"u8.ToArray());
    }

    private static void DrawSignatures(PdfPage page)
    {
        if (page.Elements.GetArray("/Annots") is not { } annotations)
        {
            return;
        }

        var drawings = page.Resources.Elements.GetDictionary("/XObject") ?? new PdfDictionary(page.Owner);
        var content = new StringBuilder();
        for (var i = 0; i < annotations.Elements.Count; i++)
        {
            if (annotations.Elements.GetDictionary(i) is { } field
                && field.Elements.GetDictionary("/AP")?.Elements.GetReference("/N") is { } drawing)
            {
                var room = field.Elements.GetRectangle("/Rect");
                drawings.Elements[$"/TandaTangan{i}"] = drawing;
                content.Append(CultureInfo.InvariantCulture, $"q 1 0 0 1 {room.X1:0.###} {room.Y1:0.###} cm /TandaTangan{i} Do Q\n");
            }
        }

        page.Resources.Elements["/XObject"] = drawings;
        page.Contents.AppendContent().CreateStream(Encoding.ASCII.GetBytes(content.ToString()));
        page.Elements.Remove("/Annots");
    }

    private static void Stamp(PdfPage page, string line1, string line2, string? statement, CopyEdition edition)
    {
        using var graphics = XGraphics.FromPdfPage(page, XGraphicsPdfPageOptions.Append);
        var width = page.Width.Point;
        var height = page.Height.Point;
        var ink = new XSolidBrush(XColor.FromArgb(150, 20, 20));
        var text = TextMeasure.Wrap(line1, Style, width - PageFrame.Left - PageFrame.Right - 20)[0].TrimEnd();
        var length = TextMeasure.Width(text, Style);
        var left = width - PageFrame.Right - length - 12;
        graphics.DrawRectangle(new XPen(XColor.FromArgb(150, 20, 20), 1), left, Top, length + 12, Style.LineHeight + 6);
        graphics.DrawString(text, TextMeasure.Make(Style), ink, left + 6, Top + 3 + Style.Baseline);
        var (beside, below) = (left - PageFrame.Left - 12, width - PageFrame.Left - PageFrame.Right);
        var upwards = height - PageFrame.Top - PageFrame.Bottom;
        switch (edition)
        {
            case CopyEdition.AtTheFoot:
                Draw(graphics, Few(statement, beside), FootStyle, Top, ink);
                Draw(graphics, Few(line2, below), FootStyle, height - 20 - FootStyle.Baseline, ink);
                break;
            case CopyEdition.InTheMargin:
                Draw(graphics, Few(statement, beside), FootStyle, Top, ink);
                DrawUpwards(graphics, Few(line2, upwards), FootStyle, width, height, ink);
                break;
            case CopyEdition.Whole:
                var (stated, statedIn) = Fitted(statement ?? "", beside, PageFrame.Top - Top - Gap);
                Draw(graphics, stated, statedIn, Top, ink);
                var (marked, markedIn) = Fitted(line2, upwards, PageFrame.Right - (2 * Gap));
                DrawUpwards(graphics, marked, markedIn, width, height, ink);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(edition), edition, null);
        }
    }

    private static List<string> Few(string? words, double width) =>
        words is null ? [] : [.. TextMeasure.Wrap(words, FootStyle, width).Take(FewLines)];

    /// <summary>Every word, in the largest letters in which all lines find room.</summary>
    private static (List<string> Lines, TextStyle Style) Fitted(string words, double width, double room)
    {
        for (var style = FootStyle; ; style = style with { Size = style.Size - 0.25 })
        {
            var lines = words.Length == 0 ? [] : TextMeasure.Wrap(words, style, width);
            if (lines.Count * style.LineHeight <= room || style.Size <= SmallestSize)
            {
                return (lines, style);
            }
        }
    }

    // Up the right margin, where no form draws anything; the left one is punched.
    private static void DrawUpwards(XGraphics graphics, List<string> lines, TextStyle style, double width, double height, XBrush ink)
    {
        var x = width - PageFrame.Right + ((PageFrame.Right - (lines.Count * style.LineHeight)) / 2);
        foreach (var line in lines)
        {
            var state = graphics.Save();
            graphics.TranslateTransform(x + style.Baseline, height - PageFrame.Bottom);
            graphics.RotateTransform(-90);
            graphics.DrawString(line, TextMeasure.Make(style), ink, 0, 0);
            graphics.Restore(state);
            x += style.LineHeight;
        }
    }

    private static void Draw(XGraphics graphics, List<string> lines, TextStyle style, double top, XBrush ink)
    {
        var y = top + style.Baseline;
        foreach (var line in lines)
        {
            graphics.DrawString(line, TextMeasure.Make(style), ink, PageFrame.Left, y);
            y += style.LineHeight;
        }
    }
}

/// <summary>How copies were marked, the newest last.</summary>
public enum CopyEdition
{
    /// <summary>Below the foot of the page, where a foot of two lines was overprinted.</summary>
    AtTheFoot,

    /// <summary>In the margin, and no more than two lines of it: who the copy is for could be lost.</summary>
    InTheMargin,

    Whole,
}
