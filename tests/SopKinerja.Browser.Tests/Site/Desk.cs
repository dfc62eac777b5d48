using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SopKinerja.Browser.Tests.Site;

/// <summary>Someone's browser: opens, fills in and presses as a person does, and remembers what went wrong underneath.</summary>
public sealed partial class Desk : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly BrowserSite _site;
    private readonly List<string> _troubles = [];
    private int _status;

    public Desk(BrowserSite site, IBrowserContext context, IPage page)
    {
        (_site, Context, Page) = (site, context, page);
        page.Console += (_, message) =>
        {
            // Chromium says in the console that a page answered 403, 404, 409 or 422; the tests look at the status themselves.
            if (message.Type is "error" or "warning"
                && !(_status >= 400 && message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)))
            {
                Add($"{message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address + "/", StringComparison.Ordinal))
            {
                Add($"asked elsewhere: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame)
            {
                _status = response.Status;
            }
            else if (response.Status >= 400)
            {
                Add($"{response.Status} {response.Url}");
            }
        };
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Of the last page that came.</summary>
    public int Status => _status;

    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>Words in the console (a breach of the content security policy is one), requests to elsewhere, missing files.</summary>
    public IReadOnlyList<string> Troubles
    {
        get
        {
            lock (_troubles)
            {
                return [.. _troubles];
            }
        }
    }

    /// <summary>Opens an address of the site.</summary>
    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>What a person reads on the page, with runs of white space as one space.</summary>
    public async Task<string> ReadAsync(string selector = "main") => Squeeze(await Page.Locator(selector).First.InnerTextAsync());

    /// <summary>Several places, each as a person reads it.</summary>
    public async Task<IReadOnlyList<string>> ReadAllAsync(string selector) =>
        [.. (await Page.Locator(selector).AllInnerTextsAsync()).Select(Squeeze)];

    public Task<string> HeadingAsync() => ReadAsync("h1");

    /// <summary>The field with this label, or with a label that ends with these words where the label begins with a hidden one.</summary>
    public ILocator Field(string label) => Page.Locator("main").GetByLabel(label, new() { Exact = true });

    public Task FillAsync(string label, string value) => Field(label).FillAsync(value);

    /// <summary>The button with these words.</summary>
    public ILocator Button(string words) => Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    /// <summary>Presses a button and waits for the page that comes.</summary>
    public Task PressAsync(string words) => AnswerAsync(() => Button(words).First.ClickAsync());

    /// <summary>Follows a link of the page and waits for the page that comes.</summary>
    public Task FollowAsync(string words) =>
        AnswerAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true }).First.ClickAsync());

    /// <summary>Does something that brings another page, and waits for it.</summary>
    public async Task AnswerAsync(Func<Task> act)
    {
        // A page that comes under the same address is told from the old one by a mark that only the old one has.
        await Page.EvaluateAsync("() => { document.documentElement.dataset.lama = '1'; }");
        await act();
        await Page.Locator("html:not([data-lama]) body").WaitForAsync();
        // The document itself is asked: the event of its load can pass before somebody listens, and never comes again.
        var waited = Stopwatch.StartNew();
        while (await Page.EvaluateAsync<string>("() => document.readyState") != "complete")
        {
            Assert.True(waited.Elapsed < Longest, $"{Page.Url} does not come to an end.");
            await Task.Delay(20);
        }
    }

    /// <summary>From now on every form is sent twice, as by a double click: both on their way at once, or the second after the answer to the
    /// first was lost.</summary>
    public Task SendTwiceAsync(bool atOnce) => Page.RouteAsync("**/*", async route =>
    {
        if (route.Request.Method == "POST")
        {
            var first = route.FetchAsync(new() { MaxRedirects = 0 });
            if (!atOnce)
            {
                await first;
            }

            await route.ContinueAsync();
            Assert.InRange((await first).Status, 200, 422);
        }
        else
        {
            await route.ContinueAsync();
        }
    });

    /// <summary>From the next page on nothing of it runs a script, as in a browser where that is switched off.</summary>
    public async Task RunNoScriptsAsync()
    {
        var protocol = await Context.NewCDPSessionAsync(Page);
        await protocol.SendAsync("Emulation.setScriptExecutionDisabled", new Dictionary<string, object> { ["value"] = true });
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    internal static string Squeeze(string text) => WhiteSpace().Replace(text, " ").Trim();

    private void Add(string trouble)
    {
        lock (_troubles)
        {
            _troubles.Add($"{trouble.Replace(_site.Address, "", StringComparison.Ordinal)} "
                + $"({Page.Url.Replace(_site.Address, "", StringComparison.Ordinal)})");
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
