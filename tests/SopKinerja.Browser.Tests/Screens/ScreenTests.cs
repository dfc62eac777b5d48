using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>
/// Every page on a desktop by day and on a phone by night: it fits, is light, keeps to itself, axe finds nothing, and the keyboard reaches
/// everything. Each is opened once for each screen, which is what takes the time.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class ScreenTests(World world, Chromium chromium)
{
    private const int MostBytes = 60_000;

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public async Task A_desktop_shows_it_whole_axe_finds_nothing_and_the_keyboard_reaches_everything(string nama)
    {
        await using var desk = await LookAsync(nama, Screen.Desktop);
        await Axe.FindsNothingAsync(desk.Page);
        await (PageCases.Named(nama).Press is null ? Keys.GoInReadingOrderAsync(desk.Page) : Keys.LeadFromTheSummaryToTheFieldsAsync(desk.Page));
        Assert.Empty(desk.Troubles);
    }

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public async Task A_phone_shows_it_whole_and_axe_finds_nothing_by_night(string nama)
    {
        await using var desk = await LookAsync(nama, Screen.Phone);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Axe.FindsNothingAsync(desk.Page);
        Assert.Empty(desk.Troubles);
    }

    private async Task<Desk> LookAsync(string nama, Screen screen)
    {
        var desk = await PageCases.Named(nama).OpenAsync(world, chromium, screen);
        if (PageCases.Named(nama).Press is not null)
        {
            // Before anything else takes the focus away.
            await Keys.SummaryHasTheFocusAsync(desk.Page);
        }

        if (desk.Status < 422)
        {
            await Pictures.TakeAsync(desk.Page, $"{nama}-{screen.Width}");
        }

        var wide = await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        Assert.True(wide <= 0, $"{nama} is {wide} px too wide at {screen.Width}: {await WidestAsync(desk.Page)}");
        var bytes = await WeightAsync(desk.Page);
        Assert.True(bytes is > 0 and <= MostBytes, $"{nama} weighs {bytes} bytes.");
        Assert.Single(await desk.ReadAllAsync("h1"));
        return desk;
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
