using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>Step 5 beyond the form of the SOP: the answer to an objection, the decision, the new version, and the pengesahan.</summary>
public sealed class Step5SubstepsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Reasons = "Kegiatan nomor 2 selesai tepat waktu menurut berita acara tanggal 3 November.";
    private const string Answer = "Berita acara itu baru saya terima; kegiatan nomor 2 akan saya periksa lagi.";
    private const string Decision = "Berita acara sah. Nilai kegiatan nomor 2 harus dihitung kembali.";

    [Fact]
    public async Task An_objection_goes_through_answer_and_decision_to_a_new_version_that_names_the_old_one()
    {
        var id = await ObjectedAsync("penyuluhind");
        using var penilai = await site.SignInAsync("kabidind");
        using var above = await site.SignInAsync("kadis");
        using var asn = await site.SignInAsync("penyuluhind");

        var page = await (await penilai.GoAsync("/"))
            .FollowAsync("Langkah 5a: Tanggapan atas keberatan untuk " + site.People["penyuluhind"].Nama);
        Assert.Contains(Reasons, page.Text, StringComparison.Ordinal);
        page = await page.Fill("Tanggapan atas keberatan", Answer).PressAsync("Kirim tanggapan");
        Assert.Contains("menunggu atasan pejabat penilai", page.Done, StringComparison.Ordinal);

        page = await above.GoAsync($"/berkas/{id}/keputusan");
        Assert.Contains(Answer, page.Text, StringComparison.Ordinal);
        page = await page.Tick("Dinilai kembali: pejabat penilai menilai lagi menurut keputusan ini")
            .Fill("Pertimbangan keputusan", Decision).PressAsync("Tetapkan keputusan");
        Assert.Contains("menunggu atasan langsung", page.Done, StringComparison.Ordinal);

        // The one who objected reads the decision while the result is open again, and sees no result meanwhile.
        var waiting = await asn.GoAsync($"/berkas/{id}");
        Assert.Contains(Decision, waiting.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"/berkas/{id}/hasil")).Status);

        page = await penilai.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains("Dokumen ini menjadi versi 2", page.Text, StringComparison.Ordinal);
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");
        page = await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        Assert.DoesNotContain("Tulis keberatan", page.Text, StringComparison.Ordinal);
        await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Nyatakan telah menerima hasil");

        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Duplicate, 2), (dossier.Step, dossier.DocumentVersion));
        Assert.Equal(
            [(1, DocumentKind.Approved), (2, DocumentKind.Approved), (2, DocumentKind.Final)],
            dossier.Documents.OrderBy(d => d.Id).Select(d => (d.Version, d.Kind)));
        var (first, second) = (
            dossier.Documents.Single(d => d.Version == 1), dossier.Documents.Single(d => d is { Version: 2, Kind: DocumentKind.Approved }));
        Assert.Equal(first.Id, second.ReplacesId);
        Assert.NotEqual(first.VerificationCode, second.VerificationCode);
        using var tools = new PdfTools(second.Content!.Bytes);
        var text = tools.RawText.ReplaceLineEndings(" ");
        Assert.Equal("", tools.Faults());
        foreach (var words in new[] { Reasons, Answer, $"Dinilai kembali. {Decision}", $"Versi 2. Menggantikan versi 1 (kode "
            + $"{VerificationCode.Tampil(first.VerificationCode!)}) setelah keberatan." })
        {
            Assert.Contains(Squeezed(words), Squeezed(text), StringComparison.Ordinal);
        }

        foreach (var version in new[] { 1, 2 })
        {
            var pdf = await asn.GoAsync($"/berkas/{id}/dokumen/persetujuan/{version}");
            Assert.Equal("application/pdf", pdf.Response.Content.Headers.ContentType!.MediaType);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await asn.GoAsync($"/berkas/{id}/dokumen/persetujuan/3")).Status);
        Assert.Contains("Versi 2 menggantikan versi 1", (await asn.GoAsync($"/berkas/{id}/hasil")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_to_stay_cannot_be_approved_with_another()
    {
        var id = await ObjectedAsync("pelaksanaind", performed: 2);
        using var penilai = await site.SignInAsync("kabidind");
        var page = await penilai.GoAsync($"/berkas/{id}/validasi");
        Assert.Contains("Hasil tetap.", page.Text, StringComparison.Ordinal);
        await page.Fill("Integritas", "61").PressAsync("Hitung dan simpan");

        page = await penilai.PostAsync(
            $"/berkas/{id}/validasi/setujui?handler=Complete", $"/berkas/{id}/validasi/setujui", ("Input.KataSandi", site.Password));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(Needs.NilaiTetap.Sentence, Assert.Single(page.Errors));
        Assert.Equal(Step.Validate, (await DossierAsync(id)).Step);
    }

    [Theory]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "", "belum diisi")]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "Tidak benar.", "terlalu singkat")]
    [InlineData("tanggapan", "kabidkop", "Tanggapan atas keberatan", "Kirim tanggapan", "@4001", "terlalu panjang")]
    public async Task An_answer_that_says_too_little_or_too_much_is_refused_and_stays_typed(
        string slug, string user, string field, string button, string words, string sentence)
    {
        var id = await ObjectedAsync("penggerak");
        using var visitor = await site.SignInAsync(user);
        var typed = words.StartsWith('@')
            ? new string('k', int.Parse(words[1..], System.Globalization.CultureInfo.InvariantCulture))
            : words;

        var page = await (await visitor.GoAsync($"/berkas/{id}/{slug}")).Fill(field, typed).PressAsync(button);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, page.Value(field));
        Assert.Equal(Substep.Tanggapan, (await DossierAsync(id)).Substep);
    }

    [Fact]
    public async Task A_decision_without_a_choice_or_reasons_is_refused()
    {
        var id = await ObjectedAsync("penera", performed: 1);
        using var above = await site.SignInAsync("kadis");

        var page = await (await above.GoAsync($"/berkas/{id}/keputusan")).PressAsync("Tetapkan keputusan");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(
            ["Keputusan belum dipilih: hasil tetap, atau dinilai kembali.", "Pertimbangan belum diisi. Tulis pertimbangan."], page.Errors);
        Assert.Equal(Substep.Keputusan, (await DossierAsync(id)).Substep);
    }

    [Fact]
    public async Task The_atasan_pejabat_penilai_ratifies_with_the_password_and_only_then_the_dossier_is_copied()
    {
        var id = await site.PlayAsync(async play =>
        {
            var d = await play.OpenAsync(await play.AgreedPlanAsync("pelaksanadag", site.Period));
            d.Period.Ratify(true);
            await play.BringToAsync(d, Step.Sign);
            d.Period.Ratify(false);
            await play.PerformAsync(d);
            return d.Id;
        });
        using var above = await site.SignInAsync("kadis");
        using var sekretaris = await site.SignInAsync("sekretaris");
        Assert.Equal(HttpStatusCode.NotFound, (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Status);

        var page = await (await above.GoAsync("/")).FollowAsync("Langkah 5c: Pengesahan untuk " + site.People["pelaksanadag"].Nama);
        var wrong = await page.Fill("Kata sandi akun Anda", "bukan kata sandi saya").PressAsync("Sahkan dokumen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        page = await wrong.Fill("Kata sandi akun Anda", site.Password).PressAsync("Sahkan dokumen");

        Assert.Contains("diteruskan ke Sekretaris", page.Done, StringComparison.Ordinal);
        var dossier = await DossierAsync(id);
        Assert.Equal((Step.Duplicate, Substep.None), (dossier.Step, dossier.Substep));
        var ratified = dossier.Documents.Single(d => d.Kind == DocumentKind.Ratified);
        using var tools = new PdfTools(ratified.Content!.Bytes);
        Assert.Contains($"Disahkan secara elektronik oleh {site.People["kadis"].Nama}", tools.RawText.ReplaceLineEndings(" "),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await sekretaris.GoAsync($"/berkas/{id}/dokumen/pengesahan")).Status);
    }

    /// <summary>A dossier with an objection, made once for each person, and so many of the acts that follow.</summary>
    private async Task<long> ObjectedAsync(string asn, int performed = 0) =>
        await site.AskAsync(db => db.Dossiers.Where(d => d.AsnId == site.People[asn].PegawaiId && d.PeriodId == site.Period.Id)
            .Select(d => (long?)d.Id).SingleOrDefaultAsync())
        ?? await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, asn, site.Period);
            await play.ObjectAsync(dossier, Reasons);
            for (var i = 0; i < performed; i++)
            {
                await play.PerformAsync(dossier);
            }

            return dossier.Id;
        });

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking()
        .Include(d => d.Period).Include(d => d.History).Include(d => d.Documents).ThenInclude(d => d.Content).SingleAsync(d => d.Id == id));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
