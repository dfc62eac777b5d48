using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Reports;
using SopKinerja.Web.Tests.Site;
using static SopKinerja.Domain.Scoring.PermenPanRb6.RatingKinerja;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>The form "Konversi Predikat Kinerja ke Angka Kredit" and who may have it.</summary>
public sealed class AngkaKreditTests(AngkaKreditTests.EarningSite site) : IClassFixture<AngkaKreditTests.EarningSite>
{
    [Fact]
    public async Task The_form_has_the_person_the_arithmetic_and_a_place_to_sign()
    {
        using var penera = await site.SignInAsync("penera");

        var answer = await penera.GoAsync($"/berkas/{site.Penera}/angka-kredit");

        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            $"inline; filename=\"angka-kredit-{site.Penera}.pdf\"", answer.Response.Content.Headers.ContentDisposition!.ToString());
        using var pdf = new PdfTools(answer.Bytes);
        Assert.Equal("", pdf.Faults());
        Assert.Single(pdf.PageTexts);
        foreach (var words in new[]
        {
            "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "PERIODE PENILAIAN: 1 Januari s.d. 31 Desember 2026", "Eko Prasetyo, S.Si.",
            "19860214 200903 1 011",
            "Ahli Muda", "1 April 2026", "SANGAT BAIK", "9/12 × 150 %", "28,13", "Paringin, …………………", "PEJABAT PENILAI KINERJA",
            "Dra. Hj. Masniah",
        })
        {
            Assert.Contains(words, pdf.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("keberatan", pdf.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("TRIWULAN", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_year_is_printed_without_a_fraction()
    {
        using var pppk = await site.SignInAsync("analisdag");

        using var pdf = new PdfTools((await pppk.GoAsync($"/berkas/{site.Pppk}/angka-kredit")).Bytes);

        Assert.Contains("NIP", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("BUTUH PERBAIKAN", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("75 %", pdf.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/12", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("9,38", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_said_on_the_form()
    {
        await site.AskAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.Period).Include(d => d.History).SingleAsync(d => d.Id == site.Objected);
            dossier.Object("Realisasi belum dihitung.", site.People["penggerak"], site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        using var atasan = await site.SignInAsync("kabidkop");

        using var pdf = new PdfTools((await atasan.GoAsync($"/berkas/{site.Objected}/angka-kredit")).Bytes);

        Assert.Contains("keberatan pada 23 November 2026", pdf.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kabiddag", HttpStatusCode.OK)]
    [InlineData("kadis", HttpStatusCode.OK)]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("sekretaris", HttpStatusCode.NotFound)]
    [InlineData("admin", HttpStatusCode.NotFound)]
    [InlineData("juru", HttpStatusCode.NotFound)]
    [InlineData("kabidkop", HttpStatusCode.NotFound)]
    public async Task It_is_for_those_who_may_see_the_result(string userName, HttpStatusCode expected)
    {
        using var visitor = await site.SignInAsync(userName);

        Assert.Equal(expected, (await visitor.GoAsync($"/berkas/{site.Penera}/angka-kredit")).Status);
    }

    [Fact]
    public async Task Where_nothing_is_earned_there_is_no_form_but_a_sentence()
    {
        using var kadis = await site.SignInAsync("kadis");
        using var atasan = await site.SignInAsync("kabidind");
        // No jabatan fungsional; a part of the period; PP 46. And a draft of the pejabat penilai's, before it is a result.
        foreach (
            var (visitor, id) in new[] { (kadis, site.Pelaksana), (kadis, site.Triwulan), (kadis, site.Figures), (atasan, site.Draft) })
        {
            var page = await visitor.GoAsync($"/berkas/{id}/angka-kredit");

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("tidak menghasilkan angka kredit", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_dossier_keeps_the_jenjang_that_the_person_had_when_it_was_opened()
    {
        await site.AskAsync(
            db => db.Database.ExecuteSqlAsync($"update pegawai set jenjang = 'Ahli Madya' where id = {site.People["penyuluh"].PegawaiId}"));
        var id = await site.KinerjaAsync(Step.Sign, "penyuluh", SesuaiEkspektasi, SesuaiEkspektasi);
        await site.AskAsync(
            db => db.Database.ExecuteSqlAsync($"update pegawai set jenjang = 'Ahli Muda' where id = {site.People["penyuluh"].PegawaiId}"));
        using var penyuluh = await site.SignInAsync("penyuluh");

        using var pdf = new PdfTools((await penyuluh.GoAsync($"/berkas/{id}/angka-kredit")).Bytes);

        Assert.Contains("37,50", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_part_of_a_page_says_the_arithmetic_in_words_and_links_to_the_form()
    {
        var text = await PartialAsync(site.Penera);

        Assert.Contains("28,13", text, StringComparison.Ordinal);
        Assert.Contains("25 × 150 % × 9/12 = 28,13", text, StringComparison.Ordinal);
        Assert.Contains("9 dari 12, sejak 1 April 2026", text, StringComparison.Ordinal);
        Assert.Contains("PermenPANRB 1/2023", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/berkas/{site.Penera}/angka-kredit\"", text, StringComparison.Ordinal);
        // Before the result is one, there is arithmetic and no form yet.
        Assert.DoesNotContain("/angka-kredit", await PartialAsync(site.Draft), StringComparison.Ordinal);
        Assert.Contains("25 × 100 % × 12/12 = 25,00", await PartialAsync(site.Draft), StringComparison.Ordinal);
        foreach (var id in new[] { site.Pelaksana, site.Triwulan, site.Figures })
        {
            Assert.Equal("", (await PartialAsync(id)).Trim());
        }
    }

    private async Task<string> PartialAsync(long id)
    {
        var dossier = await site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.Period).SingleAsync(d => d.Id == id));
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, "/Pages/Dossiers/_AngkaKredit.cshtml", isMainPage: false);
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new(), new());
        await using var writer = new StringWriter();
        await found.View!.RenderAsync(new(
            action, found.View, new ViewDataDictionary<Dossier>(new EmptyModelMetadataProvider(), new()) { Model = dossier },
            new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>()), writer, new()));
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }

    /// <summary>Dossiers that earn something, and some that do not.</summary>
    public sealed class EarningSite : SopSite
    {
        public long Penera { get; private set; }

        public long Pppk { get; private set; }

        public long Objected { get; private set; }

        public long Pelaksana { get; private set; }

        public long Triwulan { get; private set; }

        public long Draft { get; private set; }

        public long Figures { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Penera = await this.KinerjaAsync(Step.Sign, "penera", DiAtasEkspektasi, DiAtasEkspektasi);
            Pppk = await this.KinerjaAsync(Step.Sign, "analisdag", DiBawahEkspektasi, DiAtasEkspektasi);
            Objected = await this.KinerjaAsync(Step.Sign, "penggerak", SesuaiEkspektasi, SesuaiEkspektasi);
            Pelaksana = await this.KinerjaAsync(Step.Sign, "pelaksanadag", SesuaiEkspektasi, SesuaiEkspektasi);
            Triwulan = await this.KinerjaAsync(Step.Sign, "penera", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 3);
            Draft = await this.KinerjaAsync(Step.Validate, "penyuluhind", SesuaiEkspektasi, SesuaiEkspektasi);
            Figures = await DossierAtAsync(Step.Sign, "penera");
        }
    }
}
