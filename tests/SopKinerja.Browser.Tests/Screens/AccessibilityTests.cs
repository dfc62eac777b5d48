using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>axe finds nothing: on a desktop by day and on a phone by night.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessibilityTests(World world, Chromium chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public Task Nothing_is_found_on_a_light_desktop(string nama) => FindNothingAsync(nama, Screen.Desktop);

    [Theory]
    [MemberData(nameof(PageCases.Names), MemberType = typeof(PageCases))]
    public Task Nothing_is_found_on_a_dark_phone(string nama) => FindNothingAsync(nama, Screen.Phone with { Dark = true });

    private async Task FindNothingAsync(string nama, Screen screen)
    {
        await using var desk = await PageCases.Named(nama).OpenAsync(world, chromium, screen);

        var found = await desk.Page.RunAxe(Rules);

        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));
        Assert.Empty(desk.Troubles);
    }
}
