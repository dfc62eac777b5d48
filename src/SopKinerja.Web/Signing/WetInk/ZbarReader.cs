using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SopKinerja.Web.Signing.WetInk;

/// <summary>Reads with zbarimg; the pages of a PDF are drawn by pdftoppm first.</summary>
public sealed partial class ZbarReader(IOptions<ScanSettings> settings) : IQrReader
{
    public const int MostPages = 30;

    private const int PagesAtOnce = 4;
    private const double PointsPerInch = 72;

    private const string Unreadable = "Pindaian ini rusak atau tidak lengkap, jadi tidak dapat dibaca. Pindai ulang lembarnya, lalu unggah "
        + "lagi.";

    private const string Blank = "Pindaian ini kosong: pada halamannya tidak ada apa pun. Balik lembarnya di pemindai, pindai ulang, lalu "
        + "unggah lagi.";

    // The first reads nearly all; a code that is small, or swallowed by noise, shows up at another.
    private static readonly int[] Resolutions = [200, 300, 120];

    public async Task<QrReading> ReadAsync(byte[] file, string contentType, CancellationToken cancel)
    {
        try
        {
            return await BoundedProgram.InFolderAsync(settings.Value.BatasDetik, async (folder, limit) =>
            {
                var path = Path.Combine(folder, "pindaian");
                await File.WriteAllBytesAsync(path, file, limit);
                return contentType == "application/pdf"
                    ? await ReadPdfAsync(folder, path, limit)
                    : await ReadPictureAsync(folder, path, file, contentType, limit);
            }, cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new([], $"Berkas ini tidak selesai dibaca dalam {settings.Value.BatasDetik} detik. "
                + "Pindai lebih sederhana (300 dpi, hitam putih atau abu-abu), lalu unggah lagi.");
        }
        catch (Exception missing) when (missing is Win32Exception or FileNotFoundException)
        {
            return new([], "Program pembaca kode QR tidak terpasang di server. Beri tahu administrator.") { MayBeTyped = true };
        }
    }

    private async Task<QrReading> ReadPdfAsync(string folder, string path, CancellationToken cancel)
    {
        var (code, info) = await RunAsync(folder, settings.Value.Pdfinfo, ["-f", "1", "-l", $"{MostPages}", path], cancel);
        var encrypted = Encrypted().IsMatch(info);
        if (code != 0 || encrypted
            || !int.TryParse(PageCount().Match(info).Groups["n"].Value, CultureInfo.InvariantCulture, out var pages) || pages < 1)
        {
            // A PDF that asks for a password cannot even be told its pages.
            return new([], encrypted || await AsksPasswordAsync(path, cancel)
                ? "PDF ini terkunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi."
                : Unreadable);
        }

        if (pages > MostPages)
        {
            return new([], $"PDF ini {pages} halaman; paling banyak {MostPages}. Pindai setiap dokumen tersendiri.");
        }

        return PageSize().Matches(info).Any(size => !IsBearable(size))
            ? new([], "Ada halaman yang jauh lebih besar dari kertas biasa. Pindai pada ukuran A4 atau F4, lalu unggah lagi.")
            : await ReadPagesAsync(folder, path, pages, cancel);
    }

    /// <summary>All pages: a file that holds the papers of two people must not be filed under one of them.</summary>
    private async Task<QrReading> ReadPagesAsync(string folder, string path, int pages, CancellationToken cancel)
    {
        bool? isBlank = null;
        foreach (var dpi in Resolutions)
        {
            var texts = new List<string>();
            for (var last = pages; last > 0; last -= PagesAtOnce)
            {
                var first = Math.Max(1, last - PagesAtOnce + 1);
                await RunAsync(
                    folder, settings.Value.Pdftoppm, ["-gray", "-r", $"{dpi}", "-f", $"{first}", "-l", $"{last}", path, "halaman"], cancel);
                var drawn = Directory.GetFiles(folder, "halaman-*.pgm");
                texts.AddRange(await CodesAsync(folder, drawn.Select(page => "pgm:" + Path.GetFileName(page)), cancel));
                isBlank = drawn.Length == 0 ? isBlank
                    : isBlank != false && Array.TrueForAll(drawn, page => IsBlank(File.ReadAllBytes(page)));
                Array.ForEach(drawn, File.Delete);
            }

            if (texts.Count > 0)
            {
                return new([.. texts.Distinct()]);
            }
        }

        return isBlank == true ? new([], Blank) : new([]);
    }

    // A page drawn in grey (PGM) that shows next to nothing: fewer than two of ten thousand points are darker than half. A line of text is
    // more; dust of the scanner is less. The head of some 20 bytes does not count.
    private static bool IsBlank(ReadOnlySpan<byte> pgm)
    {
        var dark = 0L;
        foreach (var point in pgm)
        {
            dark += point < 128 ? 1 : 0;
        }

        return dark * 5_000 < pgm.Length;
    }

    private async Task<QrReading> ReadPictureAsync(string folder, string path, byte[] file, string contentType, CancellationToken cancel) =>
        PictureSize.Of(file) is not { } size ? new([], Unreadable)
        : !size.IsBearable ? new(
            [], $"Gambar ini {size.Width} × {size.Height} titik, terlalu besar. Pindai dengan 300 dpi, lalu unggah lagi.")
        // Named, so that nothing but the format that was seen is tried on it.
        : new(await CodesAsync(folder, [(contentType == "image/png" ? "png:" : "jpeg:") + Path.GetFileName(path)], cancel));

    private async Task<IReadOnlyList<string>> CodesAsync(string folder, IEnumerable<string> pictures, CancellationToken cancel)
    {
        string[] names = [.. pictures];
        if (names.Length == 0)
        {
            return [];
        }

        var (_, output) = await RunAsync(
            folder, settings.Value.Zbarimg, ["--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", .. names], cancel);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
    }

    private static async Task<bool> AsksPasswordAsync(string path, CancellationToken cancel) =>
        (await File.ReadAllBytesAsync(path, cancel)).AsSpan().IndexOf("/Encrypt"u8) >= 0;

    private Task<(int Code, string Output)> RunAsync(string folder, string program, string[] arguments, CancellationToken cancel) =>
        BoundedProgram.RunAsync(folder, settings.Value.BatasMegabyte, program, arguments, cancel);

    private static bool IsBearable(Match size)
    {
        var largest = Resolutions.Max() / PointsPerInch;
        return double.Parse(size.Groups["w"].ValueSpan, CultureInfo.InvariantCulture) * largest
            * double.Parse(size.Groups["h"].ValueSpan, CultureInfo.InvariantCulture) * largest <= PictureSize.MostPixels;
    }

    [GeneratedRegex(
        @"^Pages:\s+(?<n>[0-9]{1,9})", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageCount();

    [GeneratedRegex(@"^Encrypted:\s+yes", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Encrypted();

    [GeneratedRegex(
        @"^Page\s+[0-9]+ size:\s+(?<w>[0-9.e+]+) x (?<h>[0-9.e+]+)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageSize();
}
