using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace SopKinerja.Web.Documents;

/// <param name="NipLine">"NIP 19…"; null for an elected head, who has none.</param>
/// <param name="Pada">When; shown in WITA.</param>
/// <param name="Alasan">Why, for example "Menyetujui hasil penilaian".</param>
public sealed record SignatureWords(string Nama, string? NipLine, string Jabatan, DateTimeOffset Pada, string Alasan);

/// <summary>Draws the visible block of a signature as a page of its own, of exactly the size of its room, with the fonts it
/// needs.</summary>
public static class SignatureAppearance
{
    /// <summary>UU ITE and PP 71/2019 want it said where no certified signature stands.</summary>
    public const string TidakTersertifikasi = "Tanda tangan elektronik tidak tersertifikasi";

    private const double Largest = 7.5;

    private const double Smallest = 5;

    private const double Margin = 3;

    private static readonly XPen Frame = new(XColor.FromArgb(120, 130, 135), 0.5);

    /// <param name="words">What it says; shrunk until it fits, and cut with "…" where that would be too small to read.</param>
    public static byte[] Draw(SignatureWords words, double width, double height)
    {
        LiberationFonts.Install(null);
        using var document = new PdfDocument();
        document.Options.CompressContentStreams = true;
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(width);
        page.Height = XUnit.FromPoint(height);
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            graphics.DrawRectangle(Frame, 0.5, 0.5, width - 1, height - 1);
            var lines = Fitting(words, width - (2 * Margin), height - (2 * Margin));
            var y = (height - lines.Sum(line => line.Style.LineHeight)) / 2;
            foreach (var (text, style) in lines)
            {
                graphics.DrawString(text, TextMeasure.Make(style), XBrushes.Black, Margin, y + style.Baseline);
                y += style.LineHeight;
            }
        }

        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return PdfFile.Finish(file.ToArray());
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
            .. Wrapped("Ditandatangani secara elektronik oleh", plain),
            .. Wrapped(words.Nama, plain with { Face = Face.Bold }),
            .. words.NipLine is null ? [] : Wrapped(words.NipLine, plain),
            .. Wrapped(words.Jabatan, plain),
            .. Wrapped(Tanggal.TampilPukul(words.Pada), plain),
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
