using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Who sees a result, and that screen, arithmetic and paper say the same.</summary>
public sealed partial class ResultTests(SopSite site) : IClassFixture<SopSite>
{
    [Theory]
    [InlineData("pelaksanaind", HttpStatusCode.OK)]
    [InlineData("kabidind", HttpStatusCode.OK)]
    [InlineData("kadis", HttpStatusCode.OK)]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("sekretaris", HttpStatusCode.Forbidden)]
    [InlineData("kabidkop", HttpStatusCode.NotFound)]
    [InlineData("penyuluhind", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    public async Task After_approval_the_result_is_for_the_asn_and_the_chain_above_only(string user, HttpStatusCode expected)
    {
        var id = await AtAsync(Step.Sign, "pelaksanaind");
        var sheet = await site.AskAsync(async db => (Pp46Sheet)(await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id)).Sheet);
        using var visitor = await site.SignInAsync(user);

        var page = await visitor.GoAsync($"/berkas/{id}/hasil");

        Assert.Equal(expected, page.Status);
        Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{id}/dokumen/persetujuan")).Status);
        Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{id}/buku-catatan")).Status);
        var nilai = Angka.Tampil(sheet.Score().NilaiPrestasi);
        if (expected == HttpStatusCode.OK)
        {
            Assert.Equal(nilai, page.Page.QuerySelector(".hasil__nilai")!.TextContent);
        }
        else
        {
            Assert.DoesNotContain(nilai, page.Html
                + (await visitor.GoAsync($"/berkas/{id}")).Html + (await visitor.GoAsync("/")).Html, StringComparison.Ordinal);
            Assert.NotNull(page.Page.QuerySelector("main p"));
        }
    }

    [Fact]
    public async Task The_sekretaris_sees_it_once_there_is_something_to_copy()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "penera");
        using var sekretaris = await site.SignInAsync("sekretaris");

        Assert.Equal(HttpStatusCode.OK, (await sekretaris.GoAsync($"/berkas/{id}/hasil")).Status);
    }

    [Fact]
    public async Task Before_approval_even_the_atasan_finds_no_result_but_the_way_to_it()
    {
        var id = await site.DossierAtAsync(Step.Validate, "juru");
        using var atasan = await site.SignInAsync("kauptd");
        using var asn = await site.SignInAsync("juru");

        var page = await atasan.GoAsync($"/berkas/{id}/hasil");

        Assert.Contains("belum disetujui", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector(".hasil"));
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"/berkas/{id}/hasil")).Status);
        var entry = await atasan.GoAsync($"/berkas/{id}/buku-catatan");
        Assert.Equal(HttpStatusCode.NotFound, entry.Status);
        Assert.Contains("belum disetujui", entry.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"/berkas/{id}/buku-catatan")).Status);
    }

    [Fact]
    public async Task The_buku_catatan_is_opened_from_the_result_and_says_the_same()
    {
        var id = await AtAsync(Step.Sign, "pelaksanaind");
        var score = await site.AskAsync(
            async db => ((Pp46Sheet)(await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == id)).Sheet).Score());
        using var asn = await site.SignInAsync("pelaksanaind");

        var pdf = await (await asn.GoAsync($"/berkas/{id}/hasil")).FollowAsync("Buka buku catatan penilaian perilaku (PDF)");

        Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"inline; filename=buku-catatan-{id}.pdf", pdf.Response.Content.Headers.ContentDisposition!.ToString()
            .Replace("\"", "", StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(pdf.Response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal($"/berkas/{id}/buku-catatan", pdf.Url.PathAndQuery);
        using var tools = new PdfTools(pdf.Bytes);
        Assert.Equal("", tools.Faults());
        var text = PdfEngineTests.Squeezed(tools.RawText);
        // Approved before the end of the period.
        var approved = Tanggal.Tampil(Tanggal.DiWita(await site.AskAsync(db => db.History
            .Where(h => h.DossierId == id && h.Move == Move.Completed && h.From == Step.Validate).Select(h => h.At).SingleAsync())));
        Assert.Contains($"{PdfEngineTests.Squeezed(approved)}={Angka.Tampil(score.NilaiSkp)}({PdfEngineTests.Squeezed(Sebutan.Of(score.NilaiSkp))})", text,
            StringComparison.Ordinal);
        Assert.Contains($"Jumlah={Angka.Tampil(score.PerilakuJumlah)}Nilairata-rata={Angka.Tampil(score.PerilakuRata)}", text,
            StringComparison.Ordinal);
        Assert.Contains("AndiSaputra,A.Md.", text, StringComparison.Ordinal);
        Assert.Contains("HairulAnwar,S.T.,M.T.NIP197610182003121004", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_the_result_and_the_form_on_screen_is_in_both_stored_documents()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "kabidkop");
        using var asn = await site.SignInAsync("kabidkop");
        var page = await asn.GoAsync($"/berkas/{id}/hasil");
        var shown = page.Page.QuerySelectorAll(".hasil__nilai, .hasil dd, .form-sheet th, .form-sheet td")
            .SelectMany(e => Figures().Matches(e.TextContent).Select(m => m.Value)).Distinct().ToList();
        Assert.True(shown.Count > 20, string.Join(' ', shown));

        foreach (var kind in new[] { "persetujuan", "akhir" })
        {
            var pdf = await asn.GoAsync($"/berkas/{id}/dokumen/{kind}");
            using var tools = new PdfTools(pdf.Bytes);
            Assert.Equal("", tools.Faults());
            var text = tools.RawText;
            Assert.All(shown, figure => Assert.Contains(figure, text, StringComparison.Ordinal));
            Assert.Contains(
                page.Page.QuerySelectorAll(".sidik"), code => code.TextContent == Convert.ToHexStringLower(SHA256.HashData(pdf.Bytes)));
        }
    }

    [Fact]
    public async Task The_nilai_of_every_kegiatan_in_the_arithmetic_is_on_the_form()
    {
        var id = await AtAsync(Step.Sign, "pelaksanaind");
        using var asn = await site.SignInAsync("pelaksanaind");
        var page = await asn.GoAsync($"/berkas/{id}/hasil");

        var explained = page.Page.QuerySelectorAll(".hitung__kegiatan > summary > strong")
            .Select(e => e.TextContent.TrimStart('≈')).ToList();

        Assert.NotEmpty(explained);
        var form = page.Page.QuerySelector(".form-sheet-landscape")!.TextContent;
        Assert.All(explained, nilai => Assert.Contains(nilai, form, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_a_result_changes_nothing()
    {
        var id = await AtAsync(Step.Sign, "pelaksanaind");
        var before = await site.AskAsync(db => db.Dossiers.AsNoTracking().Where(d => d.Id == id).Select(d => d.Version).SingleAsync());
        using var asn = await site.SignInAsync("pelaksanaind");

        foreach (
            var path in new[] { "hasil", "buku-catatan", "tanda-tangan", "tanda-tangan/keberatan", "tanda-tangan?handler=Complete",
                "tanda-tangan/keberatan?handler=Object" })
        {
            await asn.GoAsync($"/berkas/{id}/{path}");
        }

        Assert.Equal(
            before, await site.AskAsync(db => db.Dossiers.AsNoTracking().Where(d => d.Id == id).Select(d => d.Version).SingleAsync()));
    }

    private async Task<long> AtAsync(Step step, string userName)
    {
        var person = site.People[userName].PegawaiId;
        var found = await site.AskAsync(
            db => db.Dossiers.Where(d => d.AsnId == person && d.PeriodId == site.Period.Id).Select(d => d.Id).SingleOrDefaultAsync());
        return found != 0 ? found : await site.DossierAtAsync(step, userName);
    }

    [GeneratedRegex(@"[0-9][0-9.]*,[0-9]{2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figures();
}
