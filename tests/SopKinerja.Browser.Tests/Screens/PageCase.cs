using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>One page as someone sees it in the <see cref="World"/>.</summary>
/// <param name="Nama">Also the name of its picture in the guide.</param>
/// <param name="Page">The Razor Page that answers.</param>
/// <param name="User">Who opens it; null for someone who is not signed in.</param>
/// <param name="Url">Where it is.</param>
public sealed record PageCase(string Nama, string Page, string? User, Func<World, string> Url)
{
    /// <summary>What the address answers before anything is pressed.</summary>
    public int Status { get; init; } = 200;

    /// <summary>What is unfolded first, by the beginning of its words.</summary>
    public string? Unfold { get; init; }

    /// <summary>Fields that are filled in wrongly, by the beginning of their label.</summary>
    public IReadOnlyList<(string Label, string Value)> Wrongly { get; init; } = [];

    /// <summary>What is chosen from lists, by the beginning of their label and the value of the choice.</summary>
    public IReadOnlyList<(string Label, string Value)> Choose { get; init; } = [];

    /// <summary>The button that is then pressed; the page comes back with errors.</summary>
    public string? Press { get; init; }

    public override string ToString() => Nama;

    /// <summary>Opens it, and makes the mistake where the case is about one.</summary>
    internal async Task OpenAsync(World world, Desk desk)
    {
        await desk.GoAsync(Url(world));
        Assert.True(desk.Status == Status, $"{Nama}: {desk.Status} at {desk.Page.Url}: {await desk.ReadAsync("body")}");
        if (Press is not null)
        {
            if (Unfold is not null)
            {
                await desk.Page.Locator("main summary", new() { HasText = Unfold }).ClickAsync();
            }

            foreach (var (label, value) in Wrongly)
            {
                await desk.Page.Locator("main").GetByLabel(label).First.FillAsync(value);
            }

            foreach (var (label, value) in Choose)
            {
                await desk.Page.Locator("main").GetByLabel(label).First.SelectOptionAsync(value);
            }

            await desk.PressAsync(Press);
            Assert.True(desk.Status == 422, $"{Nama}: {desk.Status} after “{Press}”: {await desk.ReadAsync("body")}");
        }
    }
}
