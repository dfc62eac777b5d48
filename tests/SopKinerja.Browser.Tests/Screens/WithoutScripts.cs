using System.Text;
using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>A page that runs no script: it is there, and what it is for can be sent.</summary>
internal static class WithoutScripts
{
    /// <summary>One button of each address is pressed, and what it sends carries a token.</summary>
    public static async Task EachButtonSendsAsync(Desk desk)
    {
        Assert.NotEqual("", await desk.HeadingAsync());
        var (address, sent) = (desk.Page.Url, new List<string>());
        await CatchPostsAsync(desk.Page, sent);
        var kinds = await desk.Page.Locator("main form[method=post] button:enabled").EvaluateAllAsync<string[]>(
            "all => [...new Set(all.map(b => b.getAttribute('formaction') ?? ''))]");
        foreach (var (i, kind) in kinds.Index())
        {
            if (i > 0)
            {
                await desk.GoAsync(address);
            }

            var which = kind.Length == 0 ? ":not([formaction])" : $"[formaction='{kind}']";
            var button = desk.Page.Locator($"main form[method=post] button{which}:enabled").First;
            await UnfoldAsync(button);
            await button.ClickAsync();
            await desk.Page.GetByText("Diterima.").WaitForAsync();
        }

        Assert.Equal(kinds.Length, sent.Count);
        Assert.All(sent, body => Assert.Contains("__RequestVerificationToken", body, StringComparison.Ordinal));
    }

    /// <summary>After a mistake the page is there again with its summary, and with each field that it names.</summary>
    public static async Task SummaryNamesFieldsInSightAsync(Desk desk)
    {
        var links = await desk.Page.Locator(".ringkasan-galat a").AllAsync();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var id = (await link.GetAttributeAsync("href"))![1..];
            Assert.True(await desk.Page.Locator($"[id='{id}']").IsVisibleAsync(), $"{id} cannot be seen.");
        }
    }

    // The posts are caught on their way, because the world is only looked at; the whole SOP without scripts is played over HTTP.
    private static Task<IAsyncDisposable> CatchPostsAsync(IPage page, List<string> sent) => page.RouteAsync("**/*", async route =>
    {
        if (route.Request.Method != "POST")
        {
            await route.ContinueAsync();
            return;
        }

        sent.Add(Encoding.Latin1.GetString(route.Request.PostDataBuffer ?? []));
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
