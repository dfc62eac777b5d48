using SopKinerja.Web.Pages.Shared;

namespace SopKinerja.Web.Tests.Ui;

public sealed class HeadTests
{
    private static readonly NavEntry[] Nav =
    [
        new("Yang menunggu", "/", 3, false),
        new("Berkas", "/berkas", null, false),
        new("Arsip", "/berkas/arsip", null, false),
    ];

    [Theory]
    [InlineData("/", "Yang menunggu")]
    [InlineData("/berkas/17/langkah-3", "Berkas")]
    [InlineData("/berkas/arsip/2026", "Arsip")]
    [InlineData("/berkasku", null)]
    public void The_entry_that_leads_here_by_the_longest_address_is_current(string path, string? entry) =>
        Assert.Equal(entry, HeadViewComponent.Current(Nav, path)?.Teks);
}
