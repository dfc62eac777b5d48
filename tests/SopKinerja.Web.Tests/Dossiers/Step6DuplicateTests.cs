using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class Step6DuplicateTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Copies_are_numbered_stamped_and_printable_and_the_original_stays_as_it_was()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "penera");
        var (before, sha) = await OriginalAsync(id);
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{id}/gandakan");
        Assert.True(page.Button("Selesai menggandakan").IsDisabled);

        page = await page.Fill("Buat salinan untuk", "Eko Prasetyo, S.Si.").PressAsync("Buat salinan");
        page = await page.Fill("Buat salinan untuk", "Bagian Organisasi").PressAsync("Buat salinan");

        Assert.Equal("Salinan ke-2 untuk Bagian Organisasi sudah dibuat. Buka salinan itu untuk mencetaknya.", page.Done);
        var copy = await page.FollowAsync("Buka salinan ke-2");
        Assert.Equal("application/pdf", copy.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", copy.Response.Content.Headers.ContentDisposition!.DispositionType);
        using var pdf = new PdfTools(copy.Bytes);
        Assert.Equal("", pdf.Faults());
        Assert.All(pdf.PageTexts, text =>
        {
            Assert.Contains("Salinan ke-2", text, StringComparison.Ordinal);
            Assert.Contains(sha, string.Concat(text.Split((char[]?)null)), StringComparison.Ordinal);
        });
        Assert.Contains("untuk Bagian Organisasi", pdf.Text, StringComparison.Ordinal);
        var (after, shaAfter) = await OriginalAsync(id);
        Assert.Equal(before, after);
        Assert.Equal(sha, shaAfter);
        Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData((await sekretaris.GoAsync($"/berkas/{id}/dokumen/akhir")).Bytes)));

        page = await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).PressAsync("Selesai menggandakan");
        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.Contains("diteruskan ke pengarsipan", page.Done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Status);
    }

    [Fact]
    public async Task Without_a_copy_the_step_cannot_be_finished_even_by_hand()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "pelaksanadag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.PostAsync($"/berkas/{id}/gandakan?handler=Complete", $"/berkas/{id}/gandakan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("buat paling sedikit satu salinan", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(Step.Duplicate, await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.Step).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_else_is_refused_the_page_and_strangers_to_the_result_the_copy()
    {
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Duplicate, "penggerak", site.Period);
            await play.PerformAsync(dossier);
            return dossier.Id;
        });
        foreach (var (userName, pageStatus, copyStatus) in new[]
        {
            ("admin", HttpStatusCode.NotFound, HttpStatusCode.NotFound), ("juru", HttpStatusCode.NotFound, HttpStatusCode.NotFound),
            ("analis", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ("kasubbag", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            ("penggerak", HttpStatusCode.Forbidden, HttpStatusCode.OK), ("kabidkop", HttpStatusCode.Forbidden, HttpStatusCode.OK),
            ("kadis", HttpStatusCode.Forbidden, HttpStatusCode.OK), ("sekretaris", HttpStatusCode.Conflict, HttpStatusCode.OK),
        })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal((userName, pageStatus), (userName, (await visitor.GoAsync($"/berkas/{id}/gandakan")).Status));
            Assert.Equal((userName, copyStatus), (userName, (await visitor.GoAsync($"/berkas/{id}/salinan/1")).Status));
            var missing = copyStatus == HttpStatusCode.OK ? HttpStatusCode.NotFound : copyStatus;
            Assert.Equal(missing, (await visitor.GoAsync($"/berkas/{id}/salinan/99")).Status);
        }
    }

    [Fact]
    public async Task A_sekretaris_does_not_copy_the_own_document()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kasubbag2");
        using var own = await site.SignInAsync("kasubbag2");
        var page = await own.GoAsync($"/berkas/{id}/gandakan");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Ini berkas Anda sendiri.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ", "Penerima salinan belum diisi. Tulis penerima salinan.")]
    [InlineData("a\u0001b", "tidak dapat dicetak")]
    public async Task A_recipient_that_cannot_be_printed_is_a_sentence_at_the_field(string typed, string sentence)
    {
        var id = await AnyAtAsync("kabiddag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", typed).PressAsync("Buat salinan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_at_all_is_refused_with_a_sentence()
    {
        var id = await AnyAtAsync("kabiddag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await (await sekretaris.GoAsync($"/berkas/{id}/gandakan"))
            .Fill("Buat salinan untuk", "a\u0000b").PressAsync("Buat salinan");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Formulir tidak dapat diterima", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_recipient_is_kept_to_be_shortened()
    {
        var id = await AnyAtAsync("kabiddag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var typed = string.Concat(Enumerable.Repeat("😀a", 3000));
        var page = await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", typed).PressAsync("Buat salinan");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("paling banyak 200 karakter", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("Buat salinan untuk"));
    }

    [Fact]
    public async Task Of_two_who_finish_at_once_one_wins_and_the_other_reads_why_not()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kabidkop");
        using var first = await site.SignInAsync("sekretaris");
        using var second = await site.SignInAsync("kasubbag2");
        await (await first.GoAsync($"/berkas/{id}/gandakan")).Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        var seen = await second.GoAsync($"/berkas/{id}/gandakan");
        await (await first.GoAsync($"/berkas/{id}/gandakan")).PressAsync("Selesai menggandakan");

        var late = await seen.PressAsync("Selesai menggandakan");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(1, await site.AskAsync(db => db.History.CountAsync(h =>
            h.DossierId == id && h.Move == Move.Completed && h.From == Step.Duplicate)));
    }

    private async Task<long> AnyAtAsync(string userName)
    {
        var there = await site.AskAsync(db => db.Dossiers
            .Where(d => d.AsnId == site.People[userName].PegawaiId).Select(d => (long?)d.Id).SingleOrDefaultAsync());
        return there ?? await site.DossierAtAsync(Step.Duplicate, userName);
    }

    private Task<(byte[] Bytes, string Sha256)> OriginalAsync(long id) => site.AskAsync(async db =>
    {
        var original = await db.Documents.Where(d => d.DossierId == id && d.Kind == DocumentKind.Final)
            .Select(d => new { d.Content!.Bytes, d.Sha256 }).SingleAsync();
        return (original.Bytes, original.Sha256);
    });
}
