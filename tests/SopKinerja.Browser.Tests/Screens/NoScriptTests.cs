using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page without JavaScript: it is there, and what it is for can be sent.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NoScriptTests(World world, Chromium chromium)
{
    private static readonly Screen Plain = Screen.Desktop with { Scripts = false };

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public async Task The_page_is_there_and_each_of_its_buttons_sends(string nama)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, Plain);
        Assert.NotEqual("", await desk.HeadingAsync());

        // The posts are caught on their way, because the world is only looked at; the whole SOP without scripts is played over HTTP.
        var sent = new List<IRequest>();
        await desk.Page.RouteAsync("**/*", async route =>
        {
            if (route.Request.Method == "POST")
            {
                sent.Add(route.Request);
                await route.FulfillAsync(new() { Status = 204 });
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        var buttons = await desk.Page.Locator("main form[method=post] button:enabled").AllAsync();
        foreach (var button in buttons.Where(b => b is not null))
        {
            await button.ClickAsync();
        }

        Assert.Equal(buttons.Count, sent.Count);
        Assert.All(sent, request => Assert.Contains("__RequestVerificationToken", request.PostData ?? "", StringComparison.Ordinal));
    }
}
