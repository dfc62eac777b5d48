using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>The pages by keyboard: where the focus goes, in which order, and that it can be seen.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KeyboardTests(World world, Chromium chromium)
{
    [Theory]
    [MemberData(nameof(PageCases.Mistakes), MemberType = typeof(PageCases))]
    public async Task After_a_mistake_the_summary_has_the_focus_and_its_links_lead_to_the_fields(string nama)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, Screen.Desktop);

        Assert.True(await desk.Page.Locator(".ringkasan-galat").EvaluateAsync<bool>("e => e === document.activeElement"), "The summary is not focused.");
        var links = await desk.Page.Locator(".ringkasan-galat a").AllAsync();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var wanted = (await link.GetAttributeAsync("href"))![1..];
            await link.FocusAsync();
            await desk.Page.Keyboard.PressAsync("Enter");
            Assert.Equal(wanted, await desk.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
    }

    [Theory]
    [MemberData(nameof(PageCases.AsTheyCome), MemberType = typeof(PageCases))]
    public async Task Tab_goes_in_reading_order_and_the_focus_can_be_seen(string nama)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, Screen.Desktop);
        await desk.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("Langsung ke isi", Desk.Squeeze(await desk.Page.Locator("*:focus").InnerTextAsync()));
        var faults = await desk.Page.EvaluateAsync<string[]>(
            """
            () => {
              const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility());
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

    [Fact]
    public async Task Signing_in_takes_only_the_keyboard()
    {
        await using var desk = await world.SitDownAsync(chromium, null);
        await desk.GoAsync("/masuk");
        var keys = desk.Page.Keyboard;

        var stops = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await keys.PressAsync("Tab");
            stops.Add(await desk.Page.Locator("*:focus").EvaluateAsync<string>("e => (e.labels?.[0] ?? e).textContent.trim()"));
        }

        Assert.Equal("Langsung ke isi", stops[0]);
        Assert.Equal(["Nama pengguna", "Kata sandi", "Masuk"], stops[2..]);
    }
}
