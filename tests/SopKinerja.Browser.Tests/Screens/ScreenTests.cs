using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page fits a desktop and a phone, is light, and keeps to itself.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenTests(World world, Chromium chromium)
{
    private const int MostBytes = 60_000;

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public Task It_fits_a_desktop(string nama) => LookAsync(nama, Screen.Desktop);

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public Task It_fits_a_phone(string nama) => LookAsync(nama, Screen.Phone);

    private async Task LookAsync(string nama, Screen screen)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, screen);

        if (desk.Status < 422)
        {
            await Pictures.TakeAsync(desk.Page, $"{nama}-{screen.Width}");
        }

        var wide = await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wide <= 0, $"{nama} is {wide} px too wide at {screen.Width}: {await WidestAsync(desk.Page)}");
        var bytes = await WeightAsync(desk.Page);
        Assert.True(bytes is > 0 and <= MostBytes, $"{nama} weighs {bytes} bytes.");
        Assert.Single(await desk.ReadAllAsync("h1"));
        Assert.Empty(desk.Troubles);
    }

    // What came over the line, without the documents and attachments that a page shows.
    private static async Task<int> WeightAsync(IPage page) => await page.EvaluateAsync<int>(
        """
        () => [...performance.getEntriesByType('navigation').slice(-1), ...performance.getEntriesByType('resource')]
          .filter(e => !/\/(dokumen|bukti)\//.test(e.name)).reduce((sum, e) => sum + e.encodedBodySize, 0)
        """);

    private static async Task<string> WidestAsync(IPage page) => await page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5)
          .slice(0, 5).map(e => `${e.tagName}.${e.className}`).join(', ')
        """);
}
