using System.ComponentModel;
using System.Globalization;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Signing.WetInk;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Draws two files by pdftoppm and compares them, page by page and point by point: as they are, and as a reader
/// sees them that mistrusts their lists of objects.</summary>
public sealed class PagePictures(IOptions<ScanSettings> settings)
{
    private const int PerInch = 100;
    private const double PointsPerInch = 72;
    private const int PagesAtOnce = 4;

    // What an edge is smoothed into.
    private const int Around = 2;

    /// <summary>Why a file does not look as another does outside a box, as a part of a sentence; null when it does.</summary>
    /// <param name="sizes">Of all pages, in points.</param>
    /// <param name="on">The page of the box, from 0 on.</param>
    internal async Task<string?> WhyNotSameAsync(
        byte[] before, byte[] after, IReadOnlyList<PdfBox> sizes, int on, PdfBox? box, CancellationToken cancel)
    {
        try
        {
            return await BoundedProgram.InFolderAsync(
                settings.Value.BatasDetik, (folder, limit) => WhyNotSameAsync(folder, before, after, sizes, on, box, limit), cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return $"gambar halamannya tidak selesai dibandingkan dalam {settings.Value.BatasDetik} detik";
        }
        catch (Exception missing) when (missing is Win32Exception or FileNotFoundException)
        {
            return "gambar halamannya tidak dapat dibandingkan, karena program pdftoppm tidak terpasang di server; beri tahu administrator";
        }
    }

    private async Task<string?> WhyNotSameAsync(
        string folder, byte[] before, byte[] after, IReadOnlyList<PdfBox> sizes, int on, PdfBox? box, CancellationToken limit)
    {
        // Without its lists, so that the objects must be found by themselves, a file shows the same pages.
        return await WhyNotSameOnceAsync(folder, before, after, sizes, on, box, limit)
            ?? (await WhyNotSameOnceAsync(folder, WithoutLists(before), WithoutLists(after), sizes, on, box, limit) is { } differs
                ? $"{differs}, bila dibaca tanpa daftar isinya"
                : null);
    }

    private static byte[] WithoutLists(byte[] file)
    {
        var spoilt = (byte[])file.Clone();
        for (var at = 0; spoilt.AsSpan(at).IndexOf("startxref"u8) is var next and >= 0;)
        {
            at += next;
            spoilt[at] = (byte)'-';
        }

        return spoilt;
    }

    private async Task<string?> WhyNotSameOnceAsync(
        string folder, byte[] before, byte[] after, IReadOnlyList<PdfBox> sizes, int on, PdfBox? box, CancellationToken limit)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.pdf"), before, limit);
        await File.WriteAllBytesAsync(Path.Combine(folder, "b.pdf"), after, limit);
        // One page more, which neither may have.
        for (var first = 0; first <= sizes.Count; first += PagesAtOnce)
        {
            var (was, now) = (await DrawAsync(folder, "a", first, limit), await DrawAsync(folder, "b", first, limit));
            if (was.Length != now.Length || was.Length != Math.Clamp(sizes.Count - first, 0, PagesAtOnce))
            {
                return "jumlah halamannya tidak sama";
            }

            for (var i = 0; i < was.Length; i++)
            {
                if (!AreSame(was[i], now[i], sizes[first + i], first + i == on ? box : null))
                {
                    return $"halaman {first + i + 1} tampak lain daripada yang dikirim, di luar tempat tanda tangan";
                }
            }
        }

        return null;
    }

    private async Task<byte[][]> DrawAsync(string folder, string file, int first, CancellationToken cancel)
    {
        await BoundedProgram.RunAsync(folder, settings.Value.BatasMegabyte, settings.Value.Pdftoppm,
            ["-r", $"{PerInch}", "-f", $"{first + 1}", "-l", $"{first + PagesAtOnce}", $"{file}.pdf", file], cancel);
        var drawn = Directory.GetFiles(folder, $"{file}-*.ppm").Order(StringComparer.Ordinal).ToArray();
        var pictures = drawn.Select(File.ReadAllBytes).ToArray();
        Array.ForEach(drawn, File.Delete);
        return pictures;
    }

    private static bool AreSame(byte[] was, byte[] now, PdfBox page, PdfBox? box)
    {
        if (box is null || was.AsSpan().SequenceEqual(now))
        {
            return was.AsSpan().SequenceEqual(now);
        }

        if (was.Length != now.Length || Head(was) is not var (start, width, height) || Head(now) != (start, width, height))
        {
            return false;
        }

        var (left, right) = (Pixel(box.Left - page.Left) - Around, Pixel(box.Right - page.Left) + Around);
        var (top, bottom) = (Pixel(page.Top - box.Top) - Around, Pixel(page.Top - box.Bottom) + Around);
        for (var row = 0; row < height; row++)
        {
            var one = was.AsSpan(start + (row * width * 3), width * 3);
            var other = now.AsSpan(start + (row * width * 3), width * 3);
            var (from, to) = row < top || row > bottom ? (0, 0) : (Math.Clamp(left, 0, width), Math.Clamp(right + 1, 0, width));
            if (!one[..(from * 3)].SequenceEqual(other[..(from * 3)]) || !one[(to * 3)..].SequenceEqual(other[(to * 3)..]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of a PPM ("P6 827 1170 255"): where the points begin, and how many there are; null for anything else.</summary>
    private static (int Start, int Width, int Height)? Head(byte[] picture)
    {
        var words = new List<int>();
        var at = 2;
        while (words.Count < 3 && at < picture.Length)
        {
            var end = at + 1;
            while (end < picture.Length && !char.IsWhiteSpace((char)picture[end]))
            {
                end++;
            }

            if (!int.TryParse(picture.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            words.Add(number);
            at = end;
        }

        return words is [var width, var height, 255] && (long)width * height * 3 == picture.Length - at - 1
            ? (at + 1, width, height)
            : null;
    }

    private static int Pixel(double points) => (int)Math.Floor(points * PerInch / PointsPerInch);
}
