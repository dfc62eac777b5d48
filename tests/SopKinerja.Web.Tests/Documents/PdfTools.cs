using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Asks qpdf, poppler and zbar about a PDF; eng/test.sh installs them.</summary>
public sealed class PdfTools : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sop-pdf-").FullName;

    private readonly string _file;

    public PdfTools(byte[] pdf)
    {
        _file = Path.Combine(_folder, "form.pdf");
        File.WriteAllBytes(_file, pdf);
    }

    /// <summary>All pages, as one reads them.</summary>
    public string Text => Run("pdftotext", "-layout", _file, "-").Output;

    public string[] PageTexts => Text.Split('\f', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Words in the order drawn, so that a cell of several lines stays together.</summary>
    public string RawText => Run("pdftotext", "-raw", _file, "-").Output;

    /// <summary>Where each word stands, in points from the left edge of its page.</summary>
    public IReadOnlyList<DrawnWord> Words
    {
        get
        {
            using var pages = new HtmlParser().ParseDocument(Run("pdftotext", "-bbox", _file, "-").Output);
            return [.. pages.QuerySelectorAll("page").SelectMany((page, i) => page.QuerySelectorAll("word").Select(word => new DrawnWord(
                word.TextContent, Points(word, "xmin"), Points(word, "xmax"), Points(page, "width"), i + 1, Points(word, "ymin"),
                Points(word, "ymax"))))];
        }
    }

    public string Info => Run("pdfinfo", _file).Output;

    /// <summary>The size of each page.</summary>
    public string[] PageSizes =>
        [.. Run("pdfinfo", "-l", "99", _file).Output.Split('\n').Where(line => line.Contains(" size:", StringComparison.Ordinal)
        && line.StartsWith("Page ", StringComparison.Ordinal))];

    /// <summary>One row of pdffonts for each font.</summary>
    public string[] Fonts => [.. Run("pdffonts", _file).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    /// <summary>How many pictures the file holds.</summary>
    public int Images => Run("pdfimages", "-list", _file).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 2;

    /// <summary>As a reader that follows no layout takes it.</summary>
    public string FlowingText => Run("pdftotext", _file, "-").Output;

    /// <summary>What each element of the tag tree says, in its order: what is read aloud.</summary>
    public string[] SpokenTexts =>
    [
        .. Run("pdfinfo", "-struct-text", _file).Output.Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 1 && line[0] == '"' && line[^1] == '"').Select(line => line[1..^1]),
    ];

    /// <summary>Each bookmark with its page, indented below the one that holds it.</summary>
    public string[] Bookmarks
    {
        get
        {
            using var json = JsonDocument.Parse(Run("qpdf", "--json", "--json-key=outlines", _file).Output);
            return [.. Below(json.RootElement.GetProperty("outlines"), "")];

            static IEnumerable<string> Below(JsonElement list, string indent) => list.EnumerateArray().SelectMany(entry =>
                Below(entry.GetProperty("kids"), indent + "  ")
                    .Prepend($"{indent}{entry.GetProperty("title").GetString()} {entry.GetProperty("destpageposfrom1")}"));
        }
    }

    /// <summary>The number of the page with the QR code, which its words tell; of the last page where there are no words.</summary>
    public int ProofPage =>
        Array.FindIndex(PageTexts, page => page.Contains("pindai kode QR", StringComparison.Ordinal)) is >= 0 and var index
        ? index + 1 : PageSizes.Length;

    /// <summary>What a reader of QR codes finds on the page that tells of one, drawn in the given dots per inch.</summary>
    public string QrCode(int dpi)
    {
        var picture = Path.Combine(_folder, $"qr-{dpi}");
        Run("pdftoppm", "-gray", "-png", "-singlefile", "-r", $"{dpi}", "-f", $"{ProofPage}", _file, picture);
        return Run("zbarimg", "--nodbus", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png").Output.TrimEnd();
    }

    /// <summary>The file with its streams open, so that its words can be read.</summary>
    public string Open => Run("qpdf", "--qdf", "--object-streams=disable", _file, "-").Output;

    /// <summary>What pdfsig says of the signatures.</summary>
    public string Signatures => Run("pdfsig", _file).Output;

    /// <summary>What qpdf has against the file; empty when it is clean.</summary>
    public string Faults()
    {
        var (code, output) = Run("qpdf", "--check", _file);
        return code == 0 && !output.Contains("WARNING", StringComparison.Ordinal) ? "" : output;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static double Points(IElement element, string name) => double.Parse(element.GetAttribute(name)!, CultureInfo.InvariantCulture);

    internal static (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }
}

/// <summary>A word on a page.</summary>
/// <summary>Points from the left and upper edges of its page.</summary>
public sealed record DrawnWord(string Text, double Left, double Right, double PageWidth, int Page, double Top, double Bottom)
{
    /// <summary>Whether the two are printed over each other. Boxes reach a little beyond the ink, so a fifth of the smaller may be
    /// shared.</summary>
    public bool IsOver(DrawnWord other) => Page == other.Page
        && Shared(Left, Right, other.Left, other.Right) > 0.2 && Shared(Top, Bottom, other.Top, other.Bottom) > 0.2;

    private static double Shared(double from, double until, double otherFrom, double otherUntil) =>
        (Math.Min(until, otherUntil) - Math.Max(from, otherFrom)) / Math.Min(until - from, otherUntil - otherFrom);
}
