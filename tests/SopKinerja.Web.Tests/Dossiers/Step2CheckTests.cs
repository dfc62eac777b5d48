using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class Step2CheckTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_full_checklist_sends_the_dossier_on()
    {
        var (kasubbag, url, id) = await AtAsync("kabidkop");
        using var _ = kasubbag;
        var page = TickAll(await kasubbag.GoAsync(url), await DossierAsync(id));
        Assert.Contains("formulir kinerja.pdf", page.Text, StringComparison.Ordinal);

        page = await page.Fill("Catatan (boleh kosong)", "Lengkap.").PressAsync("Terima dan teruskan ke Analis");

        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.Equal("Formulir kinerja diterima. Berkas diteruskan ke Analis.", page.Done);
        var dossier = await DossierAsync(id);
        Assert.Equal(Step.Input, dossier.Step);
        Assert.True(dossier.Checklist!.IsComplete);
        Assert.Equal("Lengkap.", dossier.Checklist.Note);
    }

    [Fact]
    public async Task A_gap_in_the_checklist_holds_the_dossier_and_keeps_the_ticks()
    {
        var (kasubbag, url, id) = await AtAsync("penyuluh");
        using var _ = kasubbag;
        var page = TickAll(await kasubbag.GoAsync(url), await DossierAsync(id)).Tick(Checklist.GeneralQuestions[2], on: false);
        page = await page.PressAsync("Terima dan teruskan ke Analis");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Daftar periksa belum lengkap", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(["true", "true", "false", "true"], Checklist.GeneralQuestions.Select(page.Value));
        Assert.Equal(Step.Check, (await DossierAsync(id)).Step);

        page = await page.PressAsync("Simpan");
        Assert.Equal("Daftar periksa disimpan. Berkas masih pada Anda.", page.Done);
        Assert.Equal(["true", "true", "false", "true"], Checklist.GeneralQuestions.Select(page.Value));
    }

    [Fact]
    public async Task Fewer_or_more_ticks_than_there_are_questions_change_nothing()
    {
        var (kasubbag, url, id) = await AtAsync("pelaksanakop");
        using var _ = kasubbag;
        var page = await kasubbag.PostAsync($"{url}?handler=Complete", url,
            [.. Enumerable.Range(0, 4)
                .Select(i => ($"Input.Umum[{i}]", "true")), ("Input.Kegiatan[0]", "true"), ("Step", "7"), ("Dossier.Step", "7")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);

        await kasubbag.PostAsync(url, url, [.. Enumerable.Range(0, 90).Select(i => ($"Input.Kegiatan[{i}]", "true"))]);
        var dossier = await DossierAsync(id);
        Assert.Equal(Step.Check, dossier.Step);
        Assert.Equal(dossier.Sheet.JumlahKegiatan, dossier.Checklist!.Kegiatan.Count);
    }

    [Fact]
    public async Task Sending_back_needs_a_reason_and_keeps_the_saved_ticks_on_the_page()
    {
        var (kasubbag, url, id) = await AtAsync("penggerak");
        using var _ = kasubbag;
        var page = await (await kasubbag.GoAsync(url)).Tick(Checklist.GeneralQuestions[0]).PressAsync("Simpan");
        page = await page.Fill("Alasan pengembalian", "kurang").PressAsync("Kembalikan ke Analis");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Tulis alasan pengembalian", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("kurang", page.Value("Alasan pengembalian"));
        Assert.Equal("true", page.Value(Checklist.GeneralQuestions[0]));

        page = await page.Fill("Alasan pengembalian", "Bukti dukung kegiatan nomor 2 belum ada.").PressAsync("Kembalikan ke Analis");
        Assert.Equal("Berkas dikembalikan ke Analis.", page.Done);
        Assert.Contains("Bukti dukung kegiatan nomor 2 belum ada.", page.Text, StringComparison.Ordinal);
        Assert.Equal(Step.Collect, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_explained_and_stays()
    {
        var (kasubbag, url, _) = await AtAsync("kabidind");
        using var _2 = kasubbag;
        var note = new string('y', 1001);
        var page = await (await kasubbag.GoAsync(url)).Fill("Catatan (boleh kosong)", note).PressAsync("Simpan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("terlalu panjang", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(note, page.Value("Catatan (boleh kosong)"));
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_wins_and_the_other_is_told()
    {
        var (kasubbag, url, id) = await AtAsync("penera");
        using var _ = kasubbag;
        using var other = await site.SignInAsync("kasubbag2");
        var dossier = await DossierAsync(id);
        var (first, second) = (TickAll(await kasubbag.GoAsync(url), dossier), TickAll(await other.GoAsync(url), dossier));
        var pages = await Task.WhenAll(
            first.PressAsync("Terima dan teruskan ke Analis"), second.PressAsync("Terima dan teruskan ke Analis"));

        Assert.Single(pages, p => p.Status == HttpStatusCode.OK);
        var lost = Assert.Single(pages, p => p.Status == HttpStatusCode.Conflict);
        Assert.Contains("Berkas ini menunggu Analis", lost.Text, StringComparison.Ordinal);
        Assert.Single((await DossierAsync(id)).History, h => h is { From: Step.Check, Move: Move.Completed });
    }

    [Fact]
    public async Task The_one_who_collected_does_not_check_and_nobody_checks_his_own()
    {
        var (kasubbag, url, _) = await AtAsync("kasubbag2");
        using var _2 = kasubbag;
        Assert.Equal(HttpStatusCode.OK, (await kasubbag.GoAsync(url)).Status);
        using (var own = await site.SignInAsync("kasubbag2"))
        {
            Assert.Contains("Ini berkas Anda sendiri.", (await own.GoAsync(url)).Text, StringComparison.Ordinal);
        }

        await site.AskAsync(db => db.Users.Where(u => u.UserName == "analis")
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Offices, new[] { nameof(Role.Analis), nameof(Role.Kasubbag) })));
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync(url);
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Anda sudah bertindak sebagai Analis pada berkas ini.", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Visitor Kasubbag, string Url, long Id)> AtAsync(string asn)
    {
        var id = await site.DossierAtAsync(Step.Check, asn);
        return (await site.SignInAsync("kasubbag"), $"/berkas/{id}/periksa", id);
    }

    private Task<Dossier> DossierAsync(long id) =>
        site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History).SingleAsync(d => d.Id == id));

    private static Visit TickAll(Visit page, Dossier dossier)
    {
        Checklist.GeneralQuestions.ToList().ForEach(q => page.Tick(q));
        Enumerable.Range(1, dossier.Sheet.JumlahKegiatan).ToList().ForEach(i => page.Tick($"Data realisasi dan bukti ada untuk nomor {i}"));
        return page;
    }
}
