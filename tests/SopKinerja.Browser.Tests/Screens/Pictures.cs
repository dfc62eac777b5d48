using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>
/// Pictures of the pages under artifacts/gambar, which the repository does not keep. With SOP_SCREENSHOTS=1 every page is taken, and those
/// that a guide shows are put beside the guide, small.
/// </summary>
internal static partial class Pictures
{
    /// <summary>What a page of GitHub or of a printed guide has room for.</summary>
    private const int GuideWidth = 820;

    private static readonly string Root = FindRoot();

    private static readonly string Artifacts = Path.Combine(Root, "artifacts", "gambar");

    /// <summary>Where the guides are.</summary>
    public static readonly string Guides = Path.Combine(Root, "docs", "panduan");

    /// <summary>The names of the pictures that a guide shows.</summary>
    public static readonly IReadOnlySet<string> Shown = Directory.GetFiles(Guides, "*.md")
        .SelectMany(guide => Shows().Matches(File.ReadAllText(guide)).Select(m => m.Groups["nama"].Value)).ToHashSet();

    /// <summary>The whole page, when pictures are asked for.</summary>
    public static async Task TakeAsync(IPage page, string nama)
    {
        if (Environment.GetEnvironmentVariable("SOP_SCREENSHOTS") == "1")
        {
            var png = await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Artifacts, nama + ".png") });
            if (Shown.Contains(nama))
            {
                await File.WriteAllBytesAsync(Path.Combine(Guides, "gambar", nama + ".png"), IndexedPng.From(png, GuideWidth));
            }
        }
    }

    /// <summary>The whole page, for anyone who reads why a test failed; where it is.</summary>
    public static async Task<string> KeepAsync(IPage page, string nama)
    {
        var path = Path.Combine(Artifacts, nama + ".png");
        await page.ScreenshotAsync(new() { FullPage = true, Path = path });
        return Path.GetRelativePath(Root, path);
    }

    /// <summary>What is printed, when pictures are asked for.</summary>
    public static async Task KeepPrintAsync(byte[] pdf, string nama)
    {
        if (Environment.GetEnvironmentVariable("SOP_SCREENSHOTS") == "1")
        {
            Directory.CreateDirectory(Artifacts);
            await File.WriteAllBytesAsync(Path.Combine(Artifacts, nama + ".pdf"), pdf);
        }
    }

    [GeneratedRegex(@"\]\(gambar/(?<nama>[^)]+)\.png\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shows();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SopKinerja.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
