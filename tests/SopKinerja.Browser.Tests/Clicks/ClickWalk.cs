using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Screens;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Clicks;

/// <summary>
/// Each form is rendered once and filled in, in one browser and in another that holds the same page (a window opened again, a tab that was
/// doubled). In the first its button is pressed twice, 60 milliseconds apart, without scripts: the page would hold the second back. The
/// server sees both; the browser waits only for the second, as browsers do. Then the other browser sends its copy: at once when the first
/// has its answer, and two seconds later where the case says so, which is the same to the server, whose answer is there by then.
/// </summary>
internal sealed class ClickWalk(ClickedWorld world, Chromium chromium) : IAsyncDisposable
{
    private const int Apart = 60;

    private static readonly Screen Plain = Screen.Desktop with { Scripts = false };

    private readonly Dictionary<string, (Desk First, Desk Other)> _desks = [];
    private readonly Faults _faults = new();

    public async Task GoAsync(IEnumerable<ClickCase> cases)
    {
        foreach (var one in cases)
        {
            await _faults.FindAsync($"{one}", () => SendAsync(one));
        }

        Assert.False(_faults.Any, $"{_faults}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (first, other) in _desks.Values)
        {
            await first.DisposeAsync();
            await other.DisposeAsync();
        }
    }

    private async Task SendAsync(ClickCase one)
    {
        var (first, other) = await DesksAsync(one.Who);
        var address = one.AddressIn(world);
        var page = await (await first.Page.GotoAsync(address))!.TextAsync();
        Assert.True(first.Status == 200, $"{address} answers {first.Status}: {await first.ReadAsync()}");
        await HoldAsync(other, address, page);
        await other.Context.AddCookiesAsync((await first.Context.CookiesAsync()).Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = c.Domain,
            Path = c.Path,
            HttpOnly = c.HttpOnly,
            SameSite = c.SameSite,
        }));
        await FillAsync(first, one);
        await FillAsync(other, one);
        var before = await world.CountAsync();
        world.Sent.Note();

        await first.AnswerAsync(() => ClickTwiceAsync(first, one.Press));
        await EndAsync(first);
        var said = await SaidAsync(first);
        var twice = await world.CountAsync();
        if (one.Waits)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        await other.PressAsync(one.Press);
        await EndAsync(other);
        var saidAgain = await SaidAsync(other);
        var thrice = await world.CountAsync();
        var answers = world.Sent.Take();

        Assert.True(one.Adds == Added(before, twice), $"Adds “{Added(before, twice)}” where one act adds “{one.Adds}”.");
        Assert.True(one.Adds == Added(before, thrice), $"Adds “{Added(before, thrice)}” at last where one act adds “{one.Adds}”.");
        Assert.True(answers.Count == 3, $"{answers.Count} forms came.");
        Assert.True(answers.All(a => a is 302 or null) && answers[^1] is 302, $"Answered {string.Join(", ", answers)}: {said} | {saidAgain}");
        Assert.True((first.Status, other.Status) == (200, 200), $"{first.Status} and {other.Status}: {said} | {saidAgain}");
        Assert.Equal(new Uri(first.Page.Url).PathAndQuery, new Uri(other.Page.Url).PathAndQuery);
        Assert.True(said.Length > 0 != one.IsSilent, $"Said “{said}”.");
        Assert.True(said == saidAgain != one.IsToldOnce, $"First “{said}”, then “{saidAgain}”.");
        Assert.DoesNotContain("Isian ini sudah Anda kirim sebelumnya", said, StringComparison.Ordinal);
        Assert.Empty(first.Troubles.Concat(other.Troubles));
    }

    private async Task<(Desk First, Desk Other)> DesksAsync(string? who)
    {
        if (who is null || !_desks.TryGetValue(who, out var desks))
        {
            desks = (await world.SitDownAsync(chromium, who, Plain), await world.SitDownAsync(chromium, who, Plain));
            _desks[who ?? $"{_desks.Count}"] = desks;
        }

        return desks;
    }

    private static async Task HoldAsync(Desk desk, string address, string page)
    {
        async Task Show(IRoute route) => await route.FulfillAsync(new() { Body = page, ContentType = "text/html; charset=utf-8" });
        bool IsPage(string url) => new Uri(url).PathAndQuery == address;
        await desk.Page.RouteAsync(IsPage, Show);
        await desk.GoAsync(address);
        await desk.Page.UnrouteAsync(IsPage);
    }

    private async Task FillAsync(Desk desk, ClickCase one)
    {
        await desk.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        if (one.TicksAll)
        {
            foreach (var box in await desk.Page.Locator("main input[type=checkbox]").AllAsync())
            {
                await box.CheckAsync();
            }
        }

        foreach (var (label, value) in one.Fill)
        {
            // A label that ends in a blank goes on with words for those who do not see.
            var field = desk.Page.Locator("main").GetByLabel(label, new() { Exact = !label.EndsWith(' ') }).First;
            await (await field.GetAttributeAsync("type") switch
            {
                "checkbox" or "radio" => field.SetCheckedAsync(value == ClickCase.Yes),
                "file" => field.SetInputFilesAsync(File(value)),
                null when await field.EvaluateAsync<string>("e => e.tagName") == "SELECT" => field.SelectOptionAsync(value),
                _ => field.FillAsync(value == ClickCase.Secret ? world.Password : value),
            });
        }
    }

    internal static async Task ClickTwiceAsync(Desk desk, string words)
    {
        var button = desk.Button(words).First;
        await button.ScrollIntoViewIfNeededAsync();
        var box = (await button.BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await desk.Page.Mouse.ClickAsync(x, y);
        await Task.Delay(Apart);
        await desk.Page.Mouse.ClickAsync(x, y);
    }

    // What is done behind the request (a pile of scans) is done when its page says so.
    private static async Task EndAsync(Desk desk)
    {
        while (await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Lihat kemajuannya" }).CountAsync() > 0)
        {
            await desk.FollowAsync("Lihat kemajuannya");
        }
    }

    // Also where the page itself says it, as with a temporary password.
    private static async Task<string> SaidAsync(Desk desk) => string.Join(' ', await desk.ReadAllAsync(".berhasil, .panel--utama code, .ringkasan-galat"));

    private static string Added(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) => string.Join(
        ", ", after.Where(a => a.Value != before[a.Key]).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {a.Value - before[a.Key]}"));

    private FilePayload File(string nama) => new()
    {
        Name = nama,
        MimeType = "application/pdf",
        Buffer = world.Sheets.TryGetValue(nama, out var sheet) ? sheet
            : [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8],
    };
}
