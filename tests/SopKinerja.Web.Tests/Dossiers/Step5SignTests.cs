using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Step 5: that ASN and no one else, who acknowledges or objects.</summary>
public sealed class Step5SignTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Acknowledge = "Nyatakan telah menerima hasil";
    private const string Reasons = "Kegiatan nomor 2 selesai tepat waktu menurut berita acara tanggal 3 November.";

    [Fact]
    public async Task The_asn_reads_the_result_and_the_arithmetic_and_acknowledges_with_the_password()
    {
        var id = await site.DossierAtAsync(Step.Sign, "pelaksanakop");
        using var asn = await site.SignInAsync("pelaksanakop");
        var page = await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        var before = await DossierAsync(id);
        var arithmetic = Pp46Arithmetic.Of((Pp46Sheet)before.Sheet);

        Assert.Equal(Angka.Tampil(arithmetic.Score.NilaiPrestasi), page.Page.QuerySelector(".hasil__nilai")!.TextContent);
        Assert.Equal(arithmetic.Score.SebutanPrestasi, page.Page.QuerySelector(".hasil__sebutan")!.TextContent);
        foreach (var line in arithmetic.Kegiatan.SelectMany(k => k.Lines)
            .Concat(arithmetic.Skp).Concat(arithmetic.Perilaku).Concat(arithmetic.Prestasi))
        {
            Assert.Contains(line.Formula, page.Text, StringComparison.Ordinal);
            Assert.Contains(line.Result, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains(Tanggal.Tampil(before.LastDayToObject!.Value), page.Text, StringComparison.Ordinal);
        var pdf = await asn.GoAsync($"/berkas/{id}/dokumen/persetujuan");
        Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.MediaType);

        page = await page.WithoutObjection().Fill("Kata sandi akun Anda", site.Password).PressAsync(Acknowledge);

        Assert.Contains("sudah dicatat", page.Done, StringComparison.Ordinal);
        var after = await DossierAsync(id);
        Assert.Equal(Step.Duplicate, after.Step);
        var approved = after.Documents.Single(d => d.Kind == DocumentKind.Approved);
        Assert.Equal(before.Documents.Single().Sha256, approved.Sha256);
        var final = after.Documents.Single(d => d.Kind == DocumentKind.Final);
        Assert.Equal(final.Sha256, Convert.ToHexStringLower(SHA256.HashData(final.Content!.Bytes)));
        using var tools = new PdfTools(final.Content.Bytes);
        Assert.Equal("", tools.Faults());
        Assert.Contains("Diterima secara elektronik oleh Ahmad Zainuddin", Squeeze(tools.RawText), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_counted_and_signs_nothing()
    {
        var id = await site.DossierAtAsync(Step.Sign, "penggerak");
        using var asn = await site.SignInAsync("penggerak");

        var empty = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection().PressAsync(Acknowledge);
        Assert.Equal("Tulis kata sandi akun Anda untuk menandatangani.", Assert.Single(empty.Errors));
        var wrong = await empty.Fill("Kata sandi akun Anda", "bukan kata sandi saya").PressAsync(Acknowledge);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("Kata sandi salah", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("bukan kata sandi saya", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(1, await site.FailuresAsync("penggerak"));
        Assert.Equal(Step.Sign, (await DossierAsync(id)).Step);
    }

    [Theory]
    [InlineData("kabiddag", HttpStatusCode.Forbidden)]
    [InlineData("kadis", HttpStatusCode.Forbidden)]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("sekretaris", HttpStatusCode.Forbidden)]
    [InlineData("pelaksanadag", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    public async Task Nobody_signs_or_objects_for_another(string user, HttpStatusCode expected)
    {
        var id = await AtSignAsync("penera");
        using var visitor = await site.SignInAsync(user);

        Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{id}/tanda-tangan")).Status);
        Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{id}/tanda-tangan/keberatan")).Status);
        var sign = await visitor.PostAsync(
            $"/berkas/{id}/tanda-tangan?handler=Complete", "/kata-sandi", ("Input.KataSandi", site.Password));
        var objection = await visitor.PostAsync(
            $"/berkas/{id}/tanda-tangan/keberatan?handler=Object", "/kata-sandi", ("Input.Alasan", Reasons));

        Assert.Equal((expected, expected), (sign.Status, objection.Status));
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Sign, null), (dossier.Step, dossier.Keberatan));
    }

    [Fact]
    public async Task An_objection_stops_the_dossier_and_both_superiors_read_it_but_no_clerk_does()
    {
        var id = await site.DossierAtAsync(Step.Sign, "penyuluhind");
        using var asn = await site.SignInAsync("penyuluhind");
        var page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).FollowAsync("Tulis keberatan");

        page = await page.Fill("Alasan keberatan", Reasons).PressAsync("Kirim keberatan");

        Assert.Contains("Keberatan Anda sudah dicatat", page.Done, StringComparison.Ordinal);
        Assert.Equal(Reasons, (await DossierAsync(id)).Keberatan!.Reasons);
        Assert.Equal(HttpStatusCode.Conflict, (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).Status);
        foreach (var (user, reads) in new[] { ("penyuluhind", true), ("kabidind", true), ("kadis", true), ("analis", false), (
            "kasubbag", false) })
        {
            using var visitor = await site.SignInAsync(user);
            Assert.Equal(reads, (await visitor.GoAsync($"/berkas/{id}/hasil")).Text.Contains(Reasons, StringComparison.Ordinal));
            var dossier = await visitor.GoAsync($"/berkas/{id}");
            Assert.Contains("mengajukan keberatan", dossier.Text, StringComparison.Ordinal);
            Assert.Equal(reads, dossier.Text.Contains(Reasons, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "belum diisi")]
    [InlineData("Tidak setuju.", "terlalu singkat")]
    [InlineData("                                   ", "belum diisi")]
    [InlineData("@4001", "terlalu panjang")]
    [InlineData("@10000", "terlalu panjang")]
    [InlineData("Nilai saya tidak sesuai bukti\u0001 yang ada.", "tidak dapat dicetak")]
    public async Task Reasons_that_say_too_little_or_too_much_are_refused_and_stay_typed(string reasons, string sentence)
    {
        var id = await AtSignAsync("penera");
        using var asn = await site.SignInAsync("penera");
        var typed = reasons.StartsWith('@')
            ? new string('k', int.Parse(reasons[1..], System.Globalization.CultureInfo.InvariantCulture))
            : reasons;

        var page = await (await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan"))
            .Fill("Alasan keberatan", typed).PressAsync("Kirim keberatan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("Alasan keberatan"));
        Assert.Null((await DossierAsync(id)).Keberatan);
    }

    [Fact]
    public async Task Signs_and_markup_in_reasons_are_kept_as_words()
    {
        var id = await site.DossierAtAsync(Step.Sign, "juru");
        using var asn = await site.SignInAsync("juru");
        const string Typed = "<script>alert('x')</script> Nilai kualitas tidak tepat ± ½, lihat \"bukti\" nomor 2.";

        await (await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan")).Fill("Alasan keberatan", Typed).PressAsync("Kirim keberatan");

        var page = await asn.GoAsync($"/berkas/{id}/hasil");
        Assert.Equal(Typed, page.Page.QuerySelector(".kutipan")!.TextContent);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_to_object_is_a_whole_day_and_the_day_after_is_too_late()
    {
        var id = await site.DossierAtAsync(Step.Sign, "kabiddag");
        var dossier = await DossierAsync(id);
        var lastMinute = new DateTimeOffset(dossier.LastDayToObject!.Value.ToDateTime(new(23, 59)), Tanggal.Wita);
        var start = site.Clock.GetUtcNow();
        try
        {
            site.Clock.Move(lastMinute - site.Clock.GetUtcNow());
            using var asn = await site.SignInAsync("kabiddag");
            var page = await asn.GoAsync($"/berkas/{id}/tanda-tangan/keberatan");
            Assert.True(page.HasButton("Kirim keberatan"));

            site.Clock.Move(TimeSpan.FromMinutes(2));
            var late = await page.Fill("Alasan keberatan", Reasons).PressAsync("Kirim keberatan");
            Assert.Equal(HttpStatusCode.Conflict, late.Status);
            Assert.Null((await DossierAsync(id)).Keberatan);
            // The first page that was looked at afterwards moved the dossier on.
            Assert.Equal(Substep.Penetapan, (await DossierAsync(id)).Substep);
            Assert.Equal(HttpStatusCode.Conflict, (await asn.GoAsync($"/berkas/{id}/tanda-tangan")).Status);
        }
        finally
        {
            site.Clock.Move(start - site.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Signing_and_objecting_at_once_ends_in_one_of_them()
    {
        var id = await site.DossierAtAsync(Step.Sign, "analisdag");
        using var desk = await site.SignInAsync("analisdag");
        using var phone = await site.SignInAsync("analisdag");
        var sign = (await desk.GoAsync($"/berkas/{id}/tanda-tangan")).WithoutObjection().Fill("Kata sandi akun Anda", site.Password);
        var objection = (await phone.GoAsync($"/berkas/{id}/tanda-tangan/keberatan")).Fill("Alasan keberatan", Reasons);

        var answers = await Task.WhenAll(sign.PressAsync(Acknowledge), objection.PressAsync("Kirim keberatan"));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        var dossier = await DossierAsync(id);
        Assert.Single(dossier.History, h => h is { From: Step.Sign, Move: Move.Completed or Move.Objected });
        Assert.True(dossier.Step == Step.Duplicate ^ dossier.Keberatan is not null);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_change_nothing()
    {
        var id = await AtSignAsync("penera");
        using var asn = await site.SignInAsync("penera");
        var before = await DossierAsync(id);

        var page = await asn.PostAsync(
            $"/berkas/{id}/tanda-tangan?handler=Complete", $"/berkas/{id}/tanda-tangan",
            ("Step", "7"), ("Nilai", "100"), ("Outcome.Nilai", "100"), ("Dossier.AsnId", "1"), ("Role", "Administrator"),
            ("Status", "Closed"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var after = await DossierAsync(id);
        Assert.Equal((before.Step, before.Outcome, before.Version), (after.Step, after.Outcome, after.Version));
    }

    private async Task<long> AtSignAsync(string userName)
    {
        var person = site.People[userName].PegawaiId;
        var found = await site.AskAsync(
            db => db.Dossiers.Where(d => d.AsnId == person && d.PeriodId == site.Period.Id).Select(d => d.Id).SingleOrDefaultAsync());
        return found != 0 ? found : await site.DossierAtAsync(Step.Sign, userName);
    }

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking()
        .Include(d => d.History).Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
