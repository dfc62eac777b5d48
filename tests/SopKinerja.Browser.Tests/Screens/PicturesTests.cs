namespace SopKinerja.Browser.Tests.Screens;

/// <summary>The pictures of the guides: those that are shown, and no others.</summary>
public sealed class PicturesTests
{
    private const int MostBytes = 120_000;

    private static readonly string[] Kept = Directory.GetFiles(Path.Combine(Pictures.Guides, "gambar"));

    [Fact]
    public void The_repository_keeps_the_pictures_that_a_guide_shows_and_no_others() =>
        Assert.Equal(Pictures.Shown.Select(nama => nama + ".png")
            .Order(StringComparer.Ordinal), Kept.Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_is_taken_from_a_case() =>
        Assert.Subset(PageCases.All.SelectMany(c => new[] { $"{c.Nama}-1366", $"{c.Nama}-360" }).ToHashSet(), Pictures.Shown.ToHashSet());

    [Fact]
    public void Each_is_small() => Assert.All(Kept, path => Assert.InRange(new FileInfo(path).Length, 1, MostBytes));
}
