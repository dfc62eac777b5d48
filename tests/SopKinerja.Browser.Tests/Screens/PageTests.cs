using SopKinerja.Browser.Tests.Site;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Every page as it comes.</summary>
public sealed class PageTests(World world, Chromium chromium) : IClassFixture<World>, IClassFixture<Chromium>
{
    [Theory]
    [MemberData(nameof(PageCases.AsTheyCome), MemberType = typeof(PageCases))]
    public Task It_can_be_seen_read_aloud_reached_by_keyboard_and_sent_without_scripts(string nama) =>
        PagePass.FindsNothingAsync(nama, world, chromium);
}

/// <summary>Every page after a mistake; beside the others, in a browser and a world of its own.</summary>
public sealed class MistakeTests(World world, Chromium chromium) : IClassFixture<World>, IClassFixture<Chromium>
{
    [Theory]
    [MemberData(nameof(PageCases.Mistakes), MemberType = typeof(PageCases))]
    public Task It_names_what_is_wrong_to_all_and_leads_there_by_keyboard_and_without_scripts(string nama) =>
        PagePass.FindsNothingAsync(nama, world, chromium);
}
