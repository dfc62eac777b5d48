using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>The keyboard on a page that is open: where the focus goes, in which order, and that it can be seen.</summary>
internal static class Keys
{
    /// <summary>After a mistake the summary has the focus.</summary>
    public static async Task SummaryHasTheFocusAsync(IPage page) => Assert.True(
        await page.Locator(".ringkasan-galat").EvaluateAsync<bool>("e => e === document.activeElement"), "The summary is not focused.");

    /// <summary>Each link of the summary leads to its field.</summary>
    public static async Task LeadFromTheSummaryToTheFieldsAsync(IPage page)
    {
        var links = await page.Locator(".ringkasan-galat a").AllAsync();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var wanted = (await link.GetAttributeAsync("href"))![1..];
            await link.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            Assert.Equal(wanted, await page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
    }

    /// <summary>Tab begins at the way to the content and goes on in reading order, and the focus can be seen everywhere.</summary>
    public static async Task GoInReadingOrderAsync(IPage page)
    {
        // The page of a step has its first empty field ready; whoever goes through the page begins above it.
        await page.EvaluateAsync("() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("Langsung ke isi", Desk.Squeeze(await page.Locator("*:focus").InnerTextAsync()));
        var faults = await page.EvaluateAsync<string[]>(
            """
            () => {
              const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(e => !e.matches(':disabled') && e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility());
              const faults = stops.filter(e => e.tabIndex > 0).map(e => `out of order: ${e.outerHTML}`);
              let before = null;
              for (const stop of stops) {
                stop.focus();
                const style = getComputedStyle(stop);
                const ring = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
                if (!ring && style.boxShadow === 'none') {
                  faults.push(`no ring: ${stop.outerHTML}`);
                }

                const place = stop.getBoundingClientRect();
                const top = place.top + window.scrollY;
                if (before && stop.closest('table') === before.table && (top + place.height <= before.top || (Math.abs(top - before.top) < 4 && place.left < before.left))) {
                  faults.push(`above or left of the stop before it: ${stop.outerHTML}`);
                }

                before = { top, left: place.left, table: stop.closest('table') };
              }

              return faults;
            }
            """);
        Assert.Empty(faults);
    }
}
