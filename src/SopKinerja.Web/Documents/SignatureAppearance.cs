using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace SopKinerja.Web.Documents;

/// <param name="NipLine">"NIP 19…"; null for an elected head, who has none.</param>
/// <param name="Pada">When; shown in WITA.</param>
/// <param name="Alasan">Why, for example "Menyetujui hasil penilaian".</param>
public sealed record SignatureWords(string Nama, string? NipLine, string Jabatan, DateTimeOffset Pada, string Alasan);

/// <summary>What a signature may draw on, in points: its block, and the place behind the form's caption where its day goes.</summary>
internal sealed record SignatureSheet(double Width, double Height, PlacedRect Box, PlacedRect? Date);

/// <summary>Draws the visible block of a signature as a page of its own, of exactly the size of its room, with the fonts it
/// needs.</summary>
internal static class SignatureAppearance
{
    /// <summary>UU ITE and PP 71/2019 want it said where no certified signature stands.</summary>
    public const string TidakTersertifikasi = "Tanda tangan elektronik tidak tersertifikasi";

    private const string Mark = "TTE";

    // As the form writes the caption that it goes on.
    private static readonly TextStyle OfCaption = new(Face.Regular, 9.5);

    private const double Largest = 7.5;

    private const double Smallest = 5;

    private const double Margin = 3;

    // The mark stands left of the words: a tick in a ring, and under it what offices call such a signature.
    private const double MarkWidth = 30;

    private static readonly XPen Frame = new(XColor.FromArgb(120, 130, 135), 0.5);

    private static readonly XPen MarkPen = new(XColor.FromArgb(15, 95, 95), 1.6) { LineCap = XLineCap.Round, LineJoin = XLineJoin.Round };

    /// <param name="words">What it says; shrunk until it fits, and cut with "…" where that would be too small to read.</param>
    public static byte[] Draw(SignatureWords words, SignatureSheet sheet)
    {
        LiberationFonts.Install(null);
        using var document = new PdfDocument();
        document.Options.CompressContentStreams = true;
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(sheet.Width);
        page.Height = XUnit.FromPoint(sheet.Height);
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            if (sheet.Date is { } date)
            {
                var day = Tanggal.Tampil(Tanggal.DiWita(words.Pada));
                graphics.DrawString(day, TextMeasure.Make(OfCaption), XBrushes.Black, date.X, date.Y + OfCaption.Baseline);
            }

            var (width, height) = (sheet.Box.Width, sheet.Box.Height);
            graphics.TranslateTransform(sheet.Box.X, sheet.Box.Y);
            graphics.DrawRectangle(Frame, 0.5, 0.5, width - 1, height - 1);
            DrawMark(graphics, height);
            var lines = Fitting(words, width - MarkWidth - Margin, height - (2 * Margin));
            var y = (height - lines.Sum(line => line.Style.LineHeight)) / 2;
            foreach (var (text, style) in lines)
            {
                graphics.DrawString(text, TextMeasure.Make(style), XBrushes.Black, MarkWidth, y + style.Baseline);
                y += style.LineHeight;
            }
        }

        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return PdfFile.Finish(file.ToArray());
    }

    private static void DrawMark(XGraphics graphics, double height)
    {
        const double Ring = 18;
        var style = new TextStyle(Face.Bold, 6);
        var (left, top) = ((MarkWidth - Ring) / 2, (height - Ring - style.LineHeight - 1) / 2);
        graphics.DrawEllipse(MarkPen, left, top, Ring, Ring);
        graphics.DrawLines(MarkPen, [new(left + 4.5, top + 9.5), new(left + 8, top + 13), new(left + 13.5, top + 5.5)]);
        graphics.DrawString(
            Mark, TextMeasure.Make(style), new XSolidBrush(MarkPen.Color), (MarkWidth - TextMeasure.Width(Mark, style)) / 2,
            top + Ring + 1 + style.Baseline);
    }

    private static List<(string Text, TextStyle Style)> Fitting(SignatureWords words, double width, double height)
    {
        for (var size = Largest; size > Smallest; size -= 0.25)
        {
            var lines = Lines(words, size, width, most: int.MaxValue);
            if (lines.Sum(line => line.Style.LineHeight) <= height)
            {
                return lines;
            }
        }

        var each = new TextStyle(Face.Regular, Smallest).LineHeight;
        return Lines(words, Smallest, width, most: Math.Max(1, ((int)(height / each) - 4) / 3));
    }

    private static List<(string Text, TextStyle Style)> Lines(SignatureWords words, double size, double width, int most)
    {
        var plain = new TextStyle(Face.Regular, size);
        return
        [
            // First the moment: the form's "diterima tanggal" stands just above.
            .. Wrapped(Tanggal.TampilPukul(words.Pada), plain with { Face = Face.Bold }),
            .. Wrapped("Ditandatangani secara elektronik oleh", plain),
            .. Wrapped(words.Nama, plain with { Face = Face.Bold }),
            .. words.NipLine is null ? [] : Wrapped(words.NipLine, plain),
            .. Wrapped(words.Jabatan, plain),
            .. Wrapped($"Alasan: {words.Alasan}", plain),
            .. Wrapped(TidakTersertifikasi, plain),
        ];

        IEnumerable<(string, TextStyle)> Wrapped(string text, TextStyle style)
        {
            var lines = TextMeasure.Wrap(text, style, width);
            return lines.Take(most).Select((line, i) => (i == most - 1 && lines.Count > most ? line.TrimEnd()[..^1] + "…" : line, style));
        }
    }
}
