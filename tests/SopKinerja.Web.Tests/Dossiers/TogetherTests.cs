using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>One row of the SOP finished on many dossiers at once, each as its own page would.</summary>
public sealed class TogetherTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_Kasubbag_accepts_what_he_has_checked_and_reads_why_the_rest_was_not()
    {
        string[] checkedPeople = ["penyuluh", "juru", "bendahara"], open = ["penera", "keamanan"];
        var ids = new List<long>();
        using var kasubbag = await site.SignInAsync("kasubbag");
        foreach (var who in checkedPeople.Concat(open))
        {
            ids.Add(await site.DossierAtAsync(Step.Check, who));
        }

        foreach (var id in ids.Take(checkedPeople.Length))
        {
            var page = await (await kasubbag.GoAsync($"/berkas/{id}/periksa")).PressAsync("Centang semua");
            Assert.Contains("Semua sudah dicentang dan belum disimpan", page.Text, StringComparison.Ordinal);
            Assert.Null(await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Checklist).SingleAsync()));
            Assert.Contains("Daftar periksa disimpan", (await page.PressAsync("Simpan")).Done, StringComparison.Ordinal);
        }

        var front = await kasubbag.GoAsync("/");
        var run = await front.PressAsync("Terima dan teruskan ke Analis: semua yang lengkap…");
        Assert.Equal(run.Url, (await front.PressAsync("Terima dan teruskan ke Analis: semua yang lengkap…")).Url);
        Assert.StartsWith("/impor/", run.Url.AbsolutePath, StringComparison.Ordinal);
        foreach (var who in open)
        {
            Assert.Contains(site.People[who].Nama, run.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Daftar periksa belum lengkap", run.Text, StringComparison.Ordinal);
        // One of them is given back meanwhile, and one is accepted on its own page.
        await (await kasubbag.GoAsync($"/berkas/{ids[0]}/periksa")).Fill("Alasan pengembalian", "Bukti kegiatan 1 tertukar.")
            .PressAsync("Kembalikan ke Analis");
        await (await kasubbag.GoAsync($"/berkas/{ids[1]}/periksa")).PressAsync("Terima dan teruskan ke Analis");
        var done = await run.PressAsync(run.Page.QuerySelectorAll("button").First(b =>
            b.TextContent.Contains("Selesaikan", StringComparison.Ordinal)).TextContent.Trim());

        Assert.Equal(
            [Step.Collect, Step.Input, Step.Input, Step.Check, Step.Check], await StepsAsync(ids));
        Assert.Equal(
            site.People["kasubbag"].Nama,
            await site.AskAsync(db => db.History.Where(h => h.DossierId == ids[2] && h.To == Step.Input).Select(h => h.ActorNama).SingleAsync()));
        Assert.DoesNotContain("Data yang sama", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Sekretaris_ends_duplicating_where_there_is_a_copy_and_the_analis_sends_what_is_typed()
    {
        string[] people = ["kabidind", "kabiddag", "kauptd"];
        var ids = new List<long>();
        foreach (var who in people)
        {
            ids.Add(await site.DossierAtAsync(Step.Duplicate, who));
        }

        using var sekretaris = await site.SignInAsync("sekretaris");
        foreach (var id in ids.Take(2))
        {
            await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        }

        var run = await (await sekretaris.GoAsync("/")).PressAsync("Selesai menggandakan: semua yang lengkap…");
        Assert.Contains("Belum ada salinan", run.Text, StringComparison.Ordinal);
        await run.PressAsync("Selesaikan 2 baris yang baik");
        Assert.Equal([Step.Archive, Step.Archive, Step.Duplicate], await StepsAsync(ids));

        ids = [await TypedAsync("pelaksanaind"), await TypedAsync("penyuluhind")];
        using var analis = await site.SignInAsync("analis");
        run = await (await analis.GoAsync("/")).PressAsync("Kirim ke atasan langsung: semua yang lengkap…");
        await run.PressAsync("Selesaikan semua");
        Assert.Equal([Step.Validate, Step.Validate], await StepsAsync(ids));
    }

    private Task<long> TypedAsync(string who) => site.PlayAsync(async play =>
    {
        var dossier = await play.DossierAtAsync(Step.Input, who, site.Kinerja);
        dossier.TypeIn(SampleWork.Typed(dossier), site.People["analis"], play.Now);
        await play.SaveAsync();
        return dossier.Id;
    });

    private Task<List<Step>> StepsAsync(List<long> ids) => site.AskAsync(async db =>
        (await db.Dossiers.Where(d => ids.Contains(d.Id)).ToListAsync()).OrderBy(d => ids.IndexOf(d.Id)).Select(d => d.Step).ToList());

    [Fact]
    public async Task Nobody_finishes_a_row_that_is_not_his_nor_one_that_asks_for_a_signature()
    {
        using var asn = await site.SignInAsync("penyuluh");
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.PostAsync("/?handler=CompleteAll", "/", ("tahap", "20"))).Status);
        using var kasubbag = await site.SignInAsync("kasubbag");
        Assert.DoesNotContain("Setujui dan terbitkan dokumen: semua", (await kasubbag.GoAsync("/")).Text, StringComparison.Ordinal);
        foreach (var stage in new[] { "40", "50", "70", "0", "x" })
        {
            var refused = await kasubbag.PostAsync("/?handler=CompleteAll", "/", ("tahap", stage));
            Assert.True((int)refused.Status >= 400, $"{stage}: {refused.Status}");
        }

        // Another's row chooses nothing of his.
        Assert.Equal(
            "Tidak ada berkas yang menunggu Anda pada langkah 6 (Penggandaan).",
            (await kasubbag.PostAsync("/?handler=CompleteAll", "/", ("tahap", "60"))).Done);
    }
}
