using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

public sealed class NotesTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Secret = "Menyelesaikan antrean tamu sendirian.";

    [Fact]
    public async Task The_atasan_writes_as_the_year_goes_and_the_asn_reads_it_in_the_order_of_the_book()
    {
        var id = await PlanAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        var books = await (await atasan.GoAsync("/skp")).FollowAsync("Tulis atau baca buku catatan bawahan");
        var page = await books.FollowAsync("Tulis catatan Lailatul Qadriah, S.P., Tahun 2026");
        Assert.Contains("Belum ada catatan", page.Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-23", page.Value("Tanggal"));

        page = await page.Fill("Uraian", $" {Secret}\r\nTetap ramah. ").PressAsync("Catat");
        Assert.StartsWith("Catatan nomor 1 tentang ", page.Done, StringComparison.Ordinal);
        Assert.Equal($"/skp/{id}/catatan", page.Url.PathAndQuery);
        page = await page.Fill("Tanggal", "5/3/2026").Fill("Uraian", "Terlambat rapat.").PressAsync("Catat");

        Assert.Equal(["1 23 November 2026", "2 5 Maret 2026"], Rows(page));
        using var asn = await site.SignInAsync("penyuluh");
        page = await (await asn.GoAsync($"/skp/{id}")).FollowAsync("Buka buku catatan");
        Assert.Equal(["1 23 November 2026", "2 5 Maret 2026"], Rows(page));
        Assert.Contains($"{Secret}\nTetap ramah.", page.Page.QuerySelector("td.baris-asli")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak dapat diubah atau dihapus siapa pun", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Catat"));
        using var pdf = new PdfTools((await page.FollowAsync("Buka buku catatan untuk dicetak (PDF)")).Bytes);
        Assert.Equal("", pdf.Faults());
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.Contains(PdfEngineTests.Squeezed("2 23 November 2026 Menyelesaikan antrean tamu sendirian. Tetap ramah. Ir. Bambang"), text, StringComparison.Ordinal);
        Assert.Contains(PdfEngineTests.Squeezed("1 5 Maret 2026 Terlambat rapat."), text, StringComparison.Ordinal);
        Assert.Contains($"SKP{id},LailatulQadriah", text, StringComparison.Ordinal);
        books = await atasan.GoAsync("/skp/catatan");
        Assert.Contains("Tahun 2026 2 23 November 2026", books.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.Forbidden)]
    [InlineData("kabidind", HttpStatusCode.NotFound)]
    [InlineData("sekretaris", HttpStatusCode.NotFound)]
    [InlineData("pelaksanakop", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    public async Task Nobody_else_reads_or_writes_it(string user, HttpStatusCode expected)
    {
        var id = await PlanAsync("penggerak", Secret);
        using var visitor = await site.SignInAsync(user);

        Visit[] pages =
        [
            await visitor.GoAsync($"/skp/{id}/catatan"), await visitor.GoAsync($"/skp/{id}/buku-catatan"),
            await WriteAsync(visitor, id),
        ];

        Assert.All(pages, page => Assert.Equal(expected, page.Status));
        Assert.All([.. pages, await visitor.GoAsync($"/skp/{id}"), await visitor.GoAsync("/skp"), await visitor.GoAsync("/skp/catatan")],
            page => Assert.DoesNotContain(Secret, page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("Buka buku catatan", (await visitor.GoAsync($"/skp/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task The_asn_does_not_write_on_himself()
    {
        var id = await PlanAsync("pelaksanakop");
        using var asn = await site.SignInAsync("pelaksanakop");

        var page = await WriteAsync(asn, id);

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Buku catatan ini diisi oleh atasan langsung.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/skp/catatan", (await asn.GoAsync("/skp")).Html, StringComparison.Ordinal);
        Assert.Contains("Belum ada buku catatan", (await asn.GoAsync("/skp/catatan")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(id));
    }

    [Theory]
    [InlineData("2025-12-31", "Tertib.", "Tanggal ini di luar jangka waktu penilaian, 1 Januari s.d. 31 Desember 2026. Tulis tanggal kejadiannya dalam jangka waktu itu.")]
    [InlineData("2026-11-24", "Tertib.", "Tanggal ini belum tiba. Tulis tanggal kejadiannya, paling lambat hari ini, 23 November 2026.")]
    [InlineData("", "Tertib.", "Tanggal belum diisi. Tulis tanggal kejadiannya.")]
    [InlineData("kemarin", "Tertib.", "Tanggal ini tidak dapat dibaca. Tulis hari-bulan-tahun, misalnya 22-11-2026.")]
    [InlineData("2026-11-23", " ", "Uraian belum diisi. Tulis uraian.")]
    [InlineData("2026-11-23", "#2001", "Uraian terlalu panjang (2001 karakter). Ringkas menjadi paling banyak 2.000 karakter.")]
    public async Task What_cannot_be_kept_is_named_and_stays_in_the_field(string date, string typed, string sentence)
    {
        var id = await PlanAsync("pelaksanaind");
        var text = typed == "#2001" ? new string('x', 2001) : typed;
        using var atasan = await site.SignInAsync("kabidind");

        var page = await (await atasan.GoAsync($"/skp/{id}/catatan")).Fill("Tanggal", date).Fill("Uraian", text).PressAsync("Catat");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([sentence], page.Errors);
        Assert.Equal((date, text), (page.Value("Tanggal"), page.Value("Uraian")));
        Assert.Equal(0, await CountAsync(id));
    }

    [Fact]
    public async Task The_same_form_again_writes_no_second_note()
    {
        var id = await PlanAsync("penyuluhind");
        using var atasan = await site.SignInAsync("kabidind");
        var form = (await atasan.GoAsync($"/skp/{id}/catatan")).Fill("Uraian", Secret);

        var first = await form.PressAsync("Catat");
        var second = await form.PressAsync("Catat");

        Assert.Equal((first.Done, first.Url), (second.Done, second.Url));
        Assert.Equal(1, await CountAsync(id));
    }

    [Fact]
    public async Task The_book_is_closed_by_the_approval_and_printed_with_the_result_at_its_end()
    {
        using var atasan = await site.SignInAsync("kabiddag");
        var (id, dossier, form) = await site.PlayAsync(async play =>
        {
            var plan = await play.AgreedPlanAsync("penera", site.Period);
            await play.NoteAsync(plan, site.Period, new(2026, 3, 2), "Membantu rekan di bidang lain.");
            var opened = await play.OpenAsync(plan);
            await play.BringToAsync(opened, Step.Validate);
            var step = await atasan.GoAsync($"/berkas/{opened.Id}/validasi");
            Assert.Contains("Buku catatan: 1 catatan, terakhir 2 Maret 2026", step.Text, StringComparison.Ordinal);
            Assert.Equal("Membantu rekan di bidang lain.", step.Page.QuerySelector("details td.baris-asli")!.TextContent);
            var page = (await atasan.GoAsync($"/skp/{plan.Id}/catatan")).Fill("Uraian", Secret);
            await play.PerformAsync(opened);
            return (plan.Id, opened.Id, page);
        });

        var page = await form.PressAsync("Catat");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("sudah disetujui dan buku catatannya ditutup", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(Secret, page.Value("Uraian"));
        Assert.Equal(1, await CountAsync(id));
        page = await atasan.GoAsync($"/skp/{id}/catatan");
        Assert.False(page.HasButton("Catat"));
        Assert.Contains("Baca catatan", (await atasan.GoAsync("/skp/catatan")).Text, StringComparison.Ordinal);

        var closed = await page.FollowAsync("Buka buku catatan dengan hasilnya untuk dicetak (PDF)");
        using var pdf = new PdfTools(closed.Bytes);
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.Contains(PdfEngineTests.Squeezed("1 2 Maret 2026 Membantu rekan di bidang lain."), text, StringComparison.Ordinal);
        Assert.Contains(PdfEngineTests.Squeezed("2 1 Januari 2026 s.d. 23 November 2026 Penilaian SKP sampai dengan 23 November 2026 ="), text, StringComparison.Ordinal);
        using var asn = await site.SignInAsync("penera");
        Assert.Contains("Membantu rekan", (await asn.GoAsync($"/berkas/{dossier}/hasil")).Text, StringComparison.Ordinal);
        // Who sees the result by his office, or further up, reads no notes.
        using var kadis = await site.SignInAsync("kadis");
        Assert.DoesNotContain("Membantu rekan", (await kadis.GoAsync($"/berkas/{dossier}/hasil")).Html, StringComparison.Ordinal);
        using var without = new PdfTools((await kadis.GoAsync($"/berkas/{dossier}/buku-catatan")).Bytes);
        Assert.DoesNotContain("Membantu", without.RawText, StringComparison.Ordinal);
        Assert.Contains("jaditidakikutdicetak", PdfEngineTests.Squeezed(without.RawText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_regulation_without_the_book_has_no_page_and_no_link()
    {
        var id = await site.PlayAsync(async play => (await play.AgreedPlanAsync("juru", site.Kinerja)).Id);
        using var atasan = await site.SignInAsync("kauptd");

        var page = await atasan.GoAsync($"/skp/{id}/catatan");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("tidak mengenal buku catatan penilaian perilaku", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await atasan.GoAsync($"/skp/{id}/buku-catatan")).Status);
        Assert.DoesNotContain("catatan", (await atasan.GoAsync($"/skp/{id}")).Page.QuerySelector("main")!.InnerHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Forty_long_notes_are_printed_whole_with_the_head_on_each_page()
    {
        var id = await PlanAsync("kabiddag", [.. Enumerable.Range(1, 40).Select(i => $"{new string('k', 900)} catatan-{i}.")]);
        using var atasan = await site.SignInAsync("kadis");

        using var pdf = new PdfTools((await atasan.GoAsync($"/skp/{id}/buku-catatan")).Bytes);

        Assert.Equal("", pdf.Faults());
        Assert.All(pdf.PageTexts, page => Assert.Contains("Uraian", page, StringComparison.Ordinal));
        var text = PdfEngineTests.Squeezed(pdf.RawText);
        Assert.All(Enumerable.Range(1, 40), i => Assert.Contains($"catatan-{i}.", text, StringComparison.Ordinal));
    }

    // The plan of this person for the open period, which is one for all cases of a test.
    private Task<long> PlanAsync(string asn, params string[] notes) => site.PlayAsync(async play =>
    {
        var person = site.People[asn].PegawaiId;
        var found = await site.AskAsync(
            db => db.Plans.Where(p => p.PegawaiId == person && p.PeriodId == site.Period.Id).Select(p => p.Id).SingleOrDefaultAsync());
        if (found > 0)
        {
            return found;
        }

        var plan = await play.AgreedPlanAsync(asn, site.Period);
        foreach (var note in notes)
        {
            await play.NoteAsync(plan, site.Period, new(2026, 3, 2), note);
        }

        return plan.Id;
    });

    private static Task<Visit> WriteAsync(Visitor visitor, long id) => visitor.PostAsync(
        $"/skp/{id}/catatan?handler=Note", "/kata-sandi", ("Input.Tanggal", "2026-03-02"), ("Input.Uraian", "Tulisan orang lain."));

    private Task<int> CountAsync(long id) => site.AskAsync(db => db.Set<PlanNote>().CountAsync(n => n.PlanId == id));

    private static List<string> Rows(Visit page) => [.. page.Page.QuerySelectorAll("main tbody tr")
        .Select(row => $"{row.Children[0].TextContent.Trim()} {row.Children[1].TextContent.Trim()}")];
}
