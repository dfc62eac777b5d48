using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>What the journeys share: people at browsers of their own, and one dossier that goes from desk to desk.</summary>
/// <param name="site">Where they meet.</param>
/// <param name="chromium">Which browser.</param>
/// <param name="asn">Whose dossier it is.</param>
/// <param name="screen">What they look at.</param>
/// <param name="people">Their user names.</param>
public abstract class SopJourney(BrowserSite site, Chromium chromium, string asn, Screen screen, IReadOnlyList<string> people)
    : IAsyncLifetime
{
    protected BrowserSite Site => site;

    /// <summary>Null where every form is sent once.</summary>
    protected virtual bool? SendsTwiceAtOnce => null;

    /// <summary>By user name.</summary>
    protected Dictionary<string, Desk> Desks { get; } = [];

    /// <summary>"/berkas/12".</summary>
    protected string Dossier { get; private set; } = "";

    public async Task InitializeAsync()
    {
        foreach (var userName in people)
        {
            Desks[userName] = await site.SitDownAsync(chromium, userName, screen);
            if (SendsTwiceAtOnce is { } atOnce)
            {
                await Desks[userName].SendTwiceAsync(atOnce);
            }
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var desk in Desks.Values)
        {
            await desk.DisposeAsync();
        }
    }

    /// <summary>The dossier whose page someone has just opened is the one of this journey.</summary>
    protected void TookUp(Desk desk) => Dossier = desk.Path[..desk.Path.LastIndexOf('/')];

    /// <summary>Finds the dossier on the front page, oldest first, and opens the page of its step.</summary>
    protected async Task TakeUpAsync(Desk desk, Step step)
    {
        site.Clock.Move(TimeSpan.FromMinutes(10));
        await desk.GoAsync("/");
        var row = SopTable.Row(step);
        await desk.FollowAsync($"Langkah {row.No}: {row.Nama} untuk {asn}");
        Assert.Equal($"{Dossier}/{row.Slug}", desk.Path);
        await StandsAtAsync(desk, step);
    }

    protected async Task SekretarisCopiesAndArchivesAsync(string boks)
    {
        var sekretaris = Desks["sekretaris"];
        await TakeUpAsync(sekretaris, Step.Duplicate);
        Assert.True(await sekretaris.Button("Selesai menggandakan").IsDisabledAsync());
        foreach (var untuk in new[] { asn, "Subbagian Umum dan Kepegawaian" })
        {
            await sekretaris.FillAsync("Buat salinan untuk", untuk);
            await sekretaris.PressAsync("Buat salinan");
        }

        Assert.Equal(["Salinan ke-1", "Salinan ke-2"], await sekretaris.ReadAllAsync("main tbody th"));
        await sekretaris.PressAsync("Selesai menggandakan");
        await TakeUpAsync(sekretaris, Step.Archive);
        await sekretaris.FillAsync("Nomor boks", boks);
        await sekretaris.FillAsync("Folder", "FOLDER-03");
        await sekretaris.PressAsync("Arsipkan dan tutup berkas");
        Assert.Contains(
            $"Dokumen disimpan di boks {boks} dan berkas sudah ditutup.", await sekretaris.ReadAsync(), StringComparison.Ordinal);
    }

    protected void NobodyHadTrouble() => Assert.All(Desks.Values, desk => Assert.Empty(desk.Troubles));

    protected static async Task StandsAtAsync(Desk desk, Step step)
    {
        var row = SopTable.Row(step);
        Assert.Contains(row.Nama, await desk.ReadAsync("nav .jejak [aria-current=step]"), StringComparison.Ordinal);
        Assert.Equal(row.No - 1, await desk.Page.Locator("nav .jejak .selesai").CountAsync());
    }

    protected static async Task WaitsForNobodyElseAsync(Desk desk)
    {
        await desk.GoAsync("/");
        Assert.DoesNotContain("selesai dengan “", await desk.ReadAsync(), StringComparison.Ordinal);
    }

    /// <summary>Ticks every box of the page.</summary>
    protected static async Task TickAllAsync(Desk desk)
    {
        foreach (var box in await desk.Page.Locator("main input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }
    }

    protected static Task UnfoldAsync(Desk desk, string words) => desk.Page.Locator("main summary", new() { HasText = words }).ClickAsync();

    /// <summary>A file that a scanner might have made.</summary>
    internal static FilePayload Scan(string nama) => new()
    {
        Name = nama,
        MimeType = "application/pdf",
        Buffer = [.. "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"u8],
    };
}
