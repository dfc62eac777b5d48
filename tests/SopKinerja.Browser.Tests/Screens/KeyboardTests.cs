using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>What is done by keyboard alone.</summary>
public sealed class KeyboardTests(BrowserSite site, Chromium chromium) : IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Signing_in_takes_only_the_keyboard()
    {
        await using var desk = await site.SitDownAsync(chromium, null);
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
