using Microsoft.EntityFrameworkCore;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>What the journeys beside the straight way share: desks that are sat down at when they are needed, and dossiers that were played
/// up to the interesting point.</summary>
public abstract class LifeJourney(BrowserSite site, Chromium chromium) : IAsyncLifetime
{
    private readonly Dictionary<string, Desk> _desks = [];

    protected BrowserSite Site => site;

    /// <summary>The day of the office.</summary>
    protected DateOnly Today => Tanggal.DiWita(site.Clock.GetUtcNow());

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var desk in _desks.Values)
        {
            await desk.DisposeAsync();
        }

        Assert.All(_desks.Values, desk => Assert.Empty(desk.Troubles));
    }

    /// <summary>At their own browser, on the page of this address.</summary>
    protected async Task<Desk> AtAsync(string? userName, string path)
    {
        var desk = _desks.TryGetValue(userName ?? "", out var sitting)
            ? sitting : _desks[userName ?? ""] = await site.SitDownAsync(chromium, userName);
        await desk.GoAsync(path);
        return desk;
    }

    /// <summary>A dossier of the open period at this step, and what is played after that.</summary>
    protected Task<long> PlayedAsync(string asn, Step step, Func<Web.Seeding.Performance, Dossier, Task>? then = null) =>
        site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(step, asn, site.Period);
            await (then?.Invoke(play, dossier) ?? Task.CompletedTask);
            return dossier.Id;
        });

    /// <summary>Someone signs with the password, and the page says this.</summary>
    protected async Task SignAsync(Desk desk, string button, string said)
    {
        await desk.FillAsync("Kata sandi akun Anda", site.Password);
        await PressAsync(desk, button, said);
    }

    protected static async Task PressAsync(Desk desk, string button, string said)
    {
        await desk.PressAsync(button);
        Assert.Contains(said, await desk.ReadAsync(), StringComparison.Ordinal);
    }

    /// <summary>The sentences of the history, as this person reads them.</summary>
    protected async Task<IReadOnlyList<string>> HistoryAsync(string userName, long dossier) =>
        await (await AtAsync(userName, $"/berkas/{dossier}/riwayat")).ReadAllAsync("td[data-label='Yang terjadi']");

    /// <summary>The words of a document, without white space: a cell may break them anywhere.</summary>
    protected async Task<string> PrintedAsync(string userName, long dossier, string document)
    {
        var desk = await AtAsync(userName, $"/berkas/{dossier}");
        var answer = await desk.Context.APIRequest.GetAsync($"/berkas/{dossier}/dokumen/{document}");
        Assert.True(answer.Ok, $"{document} of {dossier}: {answer.Status}");
        using var pdf = new PdfTools(await answer.BodyAsync());
        return Solid(pdf.RawText);
    }

    protected static string Solid(string words) => string.Concat(words.Where(c => !char.IsWhiteSpace(c)));

    protected static Task UnfoldAsync(Desk desk, string words) => desk.Page.Locator("main summary", new() { HasText = words }).ClickAsync();

    protected async Task CopyAndArchiveAsync(long dossier)
    {
        var sekretaris = await AtAsync("sekretaris", $"/berkas/{dossier}/gandakan");
        await sekretaris.FillAsync("Buat salinan untuk", "Arsip dinas");
        await sekretaris.PressAsync("Buat salinan");
        await sekretaris.PressAsync("Selesai menggandakan");
        await sekretaris.GoAsync($"/berkas/{dossier}/arsipkan");
        await sekretaris.FillAsync("Nomor boks", "BOX-9");
        await sekretaris.FillAsync("Folder", "F-9");
        await PressAsync(sekretaris, "Arsipkan dan tutup berkas", "Dokumen disimpan di boks BOX-9 dan berkas sudah ditutup.");
    }

    protected string Nama(string userName) => site.People[userName].Nama;

    protected int Id(string userName) => site.People[userName].PegawaiId!.Value;

    protected Task<string> JabatanAsync(string userName) =>
        site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id(userName)).Select(p => p.Jabatan).SingleAsync());

    protected static string Hari(DateOnly day) => $"{day:yyyy-MM-dd}";
}
