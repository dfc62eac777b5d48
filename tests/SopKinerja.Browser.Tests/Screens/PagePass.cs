using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>
/// One page, opened once and asked everything: on a desktop by day it fits, is light, keeps to itself, axe finds nothing and the keyboard
/// reaches everything; on a phone by night it fits and axe finds nothing; and opened again without scripts, it can be sent.
/// </summary>
internal sealed class PagePass(PageCase page, World world, Desk desk)
{
    private const int MostBytes = 60_000;

    private readonly Faults _faults = new();

    /// <summary>Fails with every fault that is found.</summary>
    public static async Task FindsNothingAsync(string nama, World world, Chromium chromium)
    {
        var page = PageCases.Named(nama);
        await using var desk = await world.SitDownAsync(chromium, page.User);
        await page.OpenAsync(world, desk);
        await new PagePass(page, world, desk).FindsNothingAsync();
    }

    private bool IsMistake => page.Press is not null;

    private async Task FindsNothingAsync()
    {
        if (IsMistake)
        {
            // Before anything else takes the focus away.
            await _faults.FindAsync("keyboard", () => Keys.SummaryHasTheFocusAsync(desk.Page));
        }

        await LookAsync(Screen.Desktop);
        await _faults.FindAsync("weight", IsLightAsync);
        await _faults.FindAsync("axe by day", () => Axe.FindsNothingAsync(desk.Page));
        await _faults.FindAsync(
            "keyboard", () => IsMistake ? Keys.LeadFromTheSummaryToTheFieldsAsync(desk.Page) : Keys.GoInReadingOrderAsync(desk.Page));
        await TurnToAsync(Screen.Phone);
        await LookAsync(Screen.Phone);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await _faults.FindAsync("axe by night", () => Axe.FindsNothingAsync(desk.Page));
        await _faults.FindAsync("troubles", () => Task.Run(() => Assert.Empty(desk.Troubles)));
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await TurnToAsync(Screen.Desktop);
        await _faults.FindAsync("without scripts", IsThereWithoutScriptsAsync);
        if (_faults.Any)
        {
            Assert.Fail($"{page.Nama} ({await Pictures.KeepAsync(desk.Page, page.Nama + "-gagal")}):\n{_faults}");
        }
    }

    private async Task TurnToAsync(Screen screen)
    {
        // The only question to a browser that has no time limit of its own.
        await desk.Page.SetViewportSizeAsync(screen.Width, screen.Height).WaitAsync(TimeSpan.FromMinutes(1));
        await desk.Page.EvaluateAsync("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
    }

    private async Task LookAsync(Screen screen)
    {
        if (!IsMistake)
        {
            await Pictures.TakeAsync(desk.Page, $"{page.Nama}-{screen.Width}");
        }

        await _faults.FindAsync($"at {screen.Width}", async () =>
        {
            var wide = await desk.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(wide <= 0, $"{wide} px too wide: {await WidestAsync()}");
        });
        await _faults.FindAsync($"at {screen.Width}", async () => Assert.Single(await desk.ReadAllAsync("h1")));
    }

    private async Task<string> WidestAsync() => await desk.Page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 0.5)
          .slice(0, 5).map(e => `${e.tagName}.${e.className}`).join(', ')
        """);

    // What came over the line, without the documents and attachments that a page shows.
    private async Task IsLightAsync()
    {
        var bytes = await desk.Page.EvaluateAsync<int>(
            """
            () => [...performance.getEntriesByType('navigation').slice(-1), ...performance.getEntriesByType('resource')]
              .filter(e => !/\/(dokumen|bukti)\//.test(e.name)).reduce((sum, e) => sum + e.encodedBodySize, 0)
            """);
        Assert.True(bytes is > 0 and <= MostBytes, $"{bytes} bytes.");
    }

    private async Task IsThereWithoutScriptsAsync()
    {
        await desk.RunNoScriptsAsync();
        await page.OpenAsync(world, desk);
        await (IsMistake ? WithoutScripts.SummaryNamesFieldsInSightAsync(desk) : WithoutScripts.EachButtonSendsAsync(desk));
    }
}
