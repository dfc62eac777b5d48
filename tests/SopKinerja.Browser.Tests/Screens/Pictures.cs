using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Pictures of the pages for the guide, taken when SOP_SCREENSHOTS=1.</summary>
internal static class Pictures
{
    private const int MostBytes = 150_000;

    private static readonly string Folder = Path.Combine(Root(), "docs", "panduan", "gambar");

    /// <summary>The whole page as PNG, or as JPEG when that would be heavy.</summary>
    public static async Task TakeAsync(IPage page, string nama)
    {
        if (Environment.GetEnvironmentVariable("SOP_SCREENSHOTS") != "1")
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        var (png, jpeg) = (Path.Combine(Folder, nama + ".png"), Path.Combine(Folder, nama + ".jpg"));
        File.Delete(png);
        File.Delete(jpeg);
        var picture = await page.ScreenshotAsync(new() { FullPage = true, Type = ScreenshotType.Png });
        if (picture.Length <= MostBytes)
        {
            await File.WriteAllBytesAsync(png, picture);
        }
        else
        {
            await page.ScreenshotAsync(new() { FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70, Path = jpeg });
        }
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
