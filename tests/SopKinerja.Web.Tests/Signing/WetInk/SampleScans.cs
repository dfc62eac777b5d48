using System.Globalization;
using System.IO.Compression;
using System.Text;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing.WetInk;

/// <summary>Scans of a printed document, made as a scanner would: pictures of its pages, grey, turned, with noise.</summary>
public static class SampleScans
{
    /// <summary>A PDF of pictures.</summary>
    /// <param name="document">What was printed.</param>
    /// <param name="dpi">Of the scanner.</param>
    /// <param name="degrees">How far every sheet lay from straight.</param>
    /// <param name="noise">How many levels of grey a pixel may be off, of 255.</param>
    /// <param name="signedOnly">Whether only the sheet with the QR code was laid on.</param>
    public static byte[] Pdf(byte[] document, int dpi = 150, double degrees = 0, int noise = 0, bool signedOnly = false)
    {
        using var tools = new PdfTools(document);
        var pages = InFolder(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), document);
            Run("pdftoppm", "-gray", "-r", $"{dpi}", Path.Combine(folder, "a.pdf"), Path.Combine(folder, "p"));
            return Directory.GetFiles(folder, "p-*.pgm").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        });
        return Bound([.. (signedOnly ? [pages[tools.ProofPage - 1]] : pages).Select(page => Grey(page, noise))], dpi, degrees);
    }

    /// <summary>A PDF of sheets that lay the wrong way round.</summary>
    public static byte[] Blank(int pages, int noise) =>
        Bound([.. Enumerable.Repeat(Grey([.. "P5\n1240 1754\n255\n"u8, .. Enumerable.Repeat(byte.MaxValue, 1240 * 1754)], noise), pages)], 150, 0);

    /// <summary>The page of a PDF with the QR code as a picture.</summary>
    public static byte[] Picture(byte[] pdf, string format, int dpi, int quality = 75) => InFolder(folder =>
    {
        using var tools = new PdfTools(pdf);
        File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
        string[] how = format == "jpeg" ? ["-jpeg", "-jpegopt", $"quality={quality}"] : ["-png"];
        Run("pdftoppm", ["-gray", .. how, "-singlefile", "-f", $"{tools.ProofPage}", "-r", $"{dpi}", Path.Combine(
            folder, "a.pdf"), Path.Combine(folder, "p")]);
        return File.ReadAllBytes(Directory.GetFiles(folder, "p.*").Single());
    });

    /// <summary>Several PDFs one behind the other.</summary>
    public static byte[] Together(params byte[][] files) => WithQpdf(files, inputs => ["--empty", "--pages", .. inputs, "--"]);

    /// <summary>A PDF that no one opens without a password, or only with its permissions restricted.</summary>
    public static byte[] Locked(byte[] pdf, string password) =>
        WithQpdf([pdf], inputs => [.. inputs, "--encrypt", password, "pemilik", "256", "--"]);

    private static byte[] WithQpdf(byte[][] files, Func<IEnumerable<string>, IEnumerable<string>> arguments) => InFolder(folder =>
    {
        var inputs = files.Select((_, i) => Path.Combine(folder, $"{i}.pdf")).ToList();
        inputs.Zip(files).ToList().ForEach(f => File.WriteAllBytes(f.First, f.Second));
        Run("qpdf", [.. arguments(inputs), Path.Combine(folder, "semua.pdf")]);
        return File.ReadAllBytes(Path.Combine(folder, "semua.pdf"));
    });

    private static (int Width, int Height, byte[] Pixels) Grey(byte[] pgm, int noise)
    {
        var head = Encoding.ASCII.GetString(pgm, 0, 40).Split((char[]?)null, 5);
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        var pixels = pgm[^(width * height)..];
        var random = new Random(7);
        for (var i = 0; noise > 0 && i < pixels.Length; i++)
        {
            pixels[i] = (byte)Math.Clamp(pixels[i] + random.Next(-noise, noise + 1), 0, 255);
        }

        return (width, height, pixels);
    }

    private static byte[] Bound(IReadOnlyList<(int Width, int Height, byte[] Pixels)> pages, int dpi, double degrees)
    {
        using var file = new MemoryStream();
        List<long> starts = [];
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        void Begin() => Write($"{Number(starts)} 0 obj\n");
        void Stream(string entries, byte[] bytes)
        {
            Begin();
            Write($"<< {entries} /Length {bytes.Length} >>\nstream\n");
            file.Write(bytes);
            Write("\nendstream\nendobj\n");
        }

        int Number(List<long> all)
        {
            all.Add(file.Position);
            return all.Count;
        }

        Write("%PDF-1.4\n");
        Begin();
        Write("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Begin();
        Write(
            $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{3 + (3 * i)} 0 R"))}] >>\nendobj\n");
        foreach (var (width, height, pixels) in pages)
        {
            var (w, h, at) = (width * 72.0 / dpi, height * 72.0 / dpi, starts.Count + 1);
            // A sheet fed sideways makes a page that lies.
            var (paperWidth, paperHeight) = Math.Abs(degrees) == 90 ? (h, w) : (w, h);
            var (cos, sin) = (Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180));
            Begin();
            Write(string.Create(CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {paperWidth:0.##} {paperHeight:0.##}] /Contents {at + 1} 0 R /Resources << "
                + $"/XObject << /I {at + 2} 0 R >> >> >>\nendobj\n"));
            // Turned about the middle of the sheet.
            Stream("", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"q 1 0 0 1 {paperWidth / 2:0.###} {paperHeight / 2:0.###} cm {cos:0.#####} {sin:0.#####} {-sin:0.#####} {cos:0.#####} 0 0 "
                + $"cm {w:0.###} 0 0 {h:0.###} {-w / 2:0.###} {-h / 2:0.###} cm /I Do Q")));
            Stream($"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "
                + "/FlateDecode", Packed(pixels));
        }

        var table = file.Position;
        Write($"xref\n0 {starts.Count + 1}\n0000000000 65535 f \n{string.Concat(starts.Select(s => $"{s:D10} 00000 n \n"))}");
        Write($"trailer\n<< /Size {starts.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Run(string program, params string[] arguments)
    {
        var (code, output) = PdfTools.Run(program, arguments);
        Assert.True(code == 0, $"{program}: {output}");
    }

    private static T InFolder<T>(Func<string, T> work)
    {
        var folder = Directory.CreateTempSubdirectory("sop-pindaian-").FullName;
        try
        {
            return work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
