using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page without JavaScript: it is there, and what it is for can be sent.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NoScriptTests(World world, Chromium chromium)
{
    private static readonly Screen Plain = Screen.Desktop with { Scripts = false };

    [Theory]
    [MemberData(nameof(PageCases.AsTheyCome), MemberType = typeof(PageCases))]
    public async Task The_page_is_there_and_each_of_its_buttons_sends(string nama)
    {
        var page = PageCases.Named(nama);
        await using var desk = await page.OpenAsync(world, chromium, Plain);
        Assert.NotEqual("", await desk.HeadingAsync());

        var sent = new List<string>();
        await CatchPostsAsync(desk, sent);
        var kinds = await desk.Page.Locator("main form[method=post] button:enabled").EvaluateAllAsync<string[]>(
            "all => [...new Set(all.map(b => b.getAttribute('formaction') ?? ''))]");
        foreach (var kind in kinds)
        {
            await desk.GoAsync(page.Url(world));
            var which = kind.Length == 0 ? ":not([formaction])" : $"[formaction='{kind}']";
            var button = desk.Page.Locator($"main form[method=post] button{which}:enabled").First;
            await UnfoldAsync(button);
            await button.ClickAsync();
            await desk.Page.GetByText("Diterima.").WaitForAsync();
        }

        Assert.Equal(kinds.Length, sent.Count);
        Assert.All(sent, body => Assert.Contains("__RequestVerificationToken", body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PageCases.Mistakes), MemberType = typeof(PageCases))]
    public async Task A_mistake_brings_the_page_again_with_its_summary_and_a_sentence_at_the_field(string nama)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, Plain);

        var links = await desk.Page.Locator(".ringkasan-galat a").AllAsync();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var id = (await link.GetAttributeAsync("href"))![1..];
            Assert.True(await desk.Page.Locator($"[id='{id}']").IsVisibleAsync(), $"{id} cannot be seen.");
        }
    }

    // The posts are caught on their way, because the world is only looked at; the whole SOP without scripts is played over HTTP.
    private static Task<IAsyncDisposable> CatchPostsAsync(Desk desk, List<string> sent) => desk.Page.RouteAsync("**/*", async route =>
    {
        if (route.Request.Method != "POST")
        {
            await route.ContinueAsync();
            return;
        }

        sent.Add(System.Text.Encoding.Latin1.GetString(route.Request.PostDataBuffer ?? []));
        await route.FulfillAsync(new() { Status = 200, ContentType = "text/html", Body = "<p>Diterima.</p>" });
    });

    private static async Task UnfoldAsync(ILocator button)
    {
        var folds = button.Locator("xpath=ancestor::details[not(@open)]");
        for (var i = await folds.CountAsync(); i > 0; i--)
        {
            await folds.First.Locator("summary").First.ClickAsync();
        }
    }
}
