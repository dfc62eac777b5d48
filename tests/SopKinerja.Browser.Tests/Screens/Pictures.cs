using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Pictures of the pages for the guide, taken when SOP_SCREENSHOTS=1.</summary>
internal static class Pictures
{
    private static readonly string Folder = Path.Combine(Root(), "docs", "panduan", "gambar");

    /// <summary>The whole page.</summary>
    public static async Task TakeAsync(IPage page, string nama)
    {
        if (Environment.GetEnvironmentVariable("SOP_SCREENSHOTS") != "1")
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        await File.WriteAllBytesAsync(Path.Combine(Folder, nama + ".png"), IndexedPng.From(await page.ScreenshotAsync(new() { FullPage = true })));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SopKinerja.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
