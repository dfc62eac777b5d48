using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Reports;
using SopKinerja.Web.Tests.Site;
using static SopKinerja.Domain.Scoring.PermenPanRb6.RatingKinerja;

namespace SopKinerja.Web.Tests.Dossiers;

/// <summary>The form "Konversi Predikat Kinerja ke Angka Kredit" and who may have it.</summary>
public sealed class AngkaKreditTests(AngkaKreditTests.EarningSite site) : IClassFixture<AngkaKreditTests.EarningSite>
{
    [Fact]
    public async Task The_three_sheets_have_the_person_the_arithmetic_and_a_place_to_sign()
    {
        using var penera = await site.SignInAsync("penera");

        var answer = await penera.GoAsync($"/berkas/{site.Penera}/angka-kredit");

        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            $"inline; filename=\"angka-kredit-{site.Penera}.pdf\"", answer.Response.Content.Headers.ContentDisposition!.ToString());
        using var pdf = new PdfTools(answer.Bytes);
        Assert.Equal("", pdf.Faults());
        Assert.Equal(3, pdf.PageTexts.Length);
        string[] person =
        [
            "PERIODE PENILAIAN: 1 Januari s.d. 31 Desember 2026", "Eko Prasetyo, S.Si.", "19860214 200903 1 011", "P 314159",
            "Barabai / 14 Februari 1986", "Laki-laki", "Penata Tingkat I (III/d) / 1 Oktober 2024", "Penera Ahli Muda / 1 April 2026",
            "Paringin, …………………", "PEJABAT PENILAI KINERJA", "Dra. Hj. Masniah", "Tembusan",
        ];
        // 3/12 × 150 % × 12,5 = 4,6875; 9/12 × 150 % × 25 = 28,125; with the 150,25 of the PAK 183,07.
        string[][] sheets =
        [
            ["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "SANGAT BAIK", "3/12 × 150 %", "4,69", "9/12 × 150 %", "28,13", "32,82"],
            ["AKUMULASI ANGKA KREDIT", "800.1.4.5/12/2026", "Januari - Maret", "April - Desember", "150,25", "183,07"],
            ["PENETAPAN ANGKA KREDIT", "AK JF lama", "AK Konversi", "150,25", "32,82", "183,07", "100,00", "200,00", "Coret yang tidak perlu"],
        ];
        Assert.All(sheets.Index(), sheet => Assert.All(
            person.Concat(sheet.Item), words => Assert.Contains(words, pdf.PageTexts[sheet.Index], StringComparison.Ordinal)));
        Assert.DoesNotContain("keberatan", pdf.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("TRIWULAN", pdf.Text, StringComparison.Ordinal);
        // The parts of the year are in the year.
        Assert.DoesNotContain("Juli - September", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_year_is_printed_without_a_fraction_and_what_is_not_known_with_a_dash()
    {
        using var penyuluh = await site.SignInAsync("penyuluh");

        using var pdf = new PdfTools((await penyuluh.GoAsync($"/berkas/{site.Whole}/angka-kredit")).Bytes);

        Assert.Contains("BUTUH PERBAIKAN", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("75 %", pdf.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12/12", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("18,75", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("Penata (III/c) / -", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("- / 30 Oktober 1989", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("Perempuan", pdf.Text, StringComparison.Ordinal);
        // 62,5 + 18,75 of the 100 for III/c and of the 200 for Ahli Madya.
        Assert.Matches("(?s)Kekurangan angka kredit.* 18,75.*Kekurangan angka kredit.*118,75", pdf.PageTexts[2]);
    }

    [Fact]
    public async Task A_part_of_the_year_has_its_own_months_and_an_evaluation_under_objection_does_not_count()
    {
        using var atasan = await site.SignInAsync("kabiddag");

        using (var pdf = new PdfTools((await atasan.GoAsync($"/berkas/{site.Triwulan}/angka-kredit")).Bytes))
        {
            Assert.Contains("PERIODE: TRIWULAN III", pdf.PageTexts[0], StringComparison.Ordinal);
            Assert.Contains("3/12 × 100 %", pdf.PageTexts[0], StringComparison.Ordinal);
            // 150,25 + 3,13 (Ahli Pertama) + 6,25 (Ahli Muda).
            Assert.Contains("Januari - Maret", pdf.PageTexts[1], StringComparison.Ordinal);
            Assert.Contains("Juli - September", pdf.PageTexts[1], StringComparison.Ordinal);
            Assert.Contains("159,63", pdf.PageTexts[1], StringComparison.Ordinal);
        }

        await site.AskAsync(async db =>
        {
            var dossier = await db.Dossiers.Include(d => d.Period).Include(d => d.History).SingleAsync(d => d.Id == site.Objected);
            dossier.Deliver(WorkingCalendar.WithoutHolidays, DayKind.Calendar, site.People["penera"], site.Clock.GetUtcNow());
            dossier.Object("Realisasi belum dihitung.", site.People["penera"], site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        using var after = new PdfTools((await atasan.GoAsync($"/berkas/{site.Triwulan}/angka-kredit")).Bytes);
        using var objected = new PdfTools((await atasan.GoAsync($"/berkas/{site.Objected}/angka-kredit")).Bytes);

        Assert.DoesNotContain("Januari - Maret", after.PageTexts[1], StringComparison.Ordinal);
        Assert.Contains("156,50", after.PageTexts[1], StringComparison.Ordinal);
        Assert.All(objected.PageTexts, text => Assert.Contains("keberatan pada 23 November 2026", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_counted_is_asked_in_one_command_by_the_index_of_the_person()
    {
        var commands = new List<string>();
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(site.ConnectionString)
            .LogTo(commands.Add, [RelationalEventId.CommandExecuted]).Options);
        var dossier = await db.Dossiers.AsNoTracking().Include(d => d.Period).SingleAsync(d => d.Id == site.Penera);
        commands.Clear();

        await db.AkumulasiAsync(dossier, CancellationToken.None);

        Assert.Single(commands);
        var sql = db.Dossiers.Counting().Where(d => d.AsnId == 1).Select(d => d.Id).ToQueryString();
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        // In so small a table the other index of the person costs no more; this one must serve alone.
        await using var explain = new NpgsqlCommand(
            $"begin; drop index ix_dossiers_period_id_asn_id_bagian_post; set local enable_seqscan = off; explain {sql}; rollback", connection);
        await using var plan = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await plan.ReadAsync())
        {
            lines.Add(plan.GetString(0));
        }

        Assert.Contains(lines, line => line.Contains("ix_dossiers_asn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dossier_opened_by_the_office_takes_down_the_jenjang_that_was_left()
    {
        var me = site.People["penyuluhind"].PegawaiId!.Value;
        var found = await site.AskAsync(async db =>
        {
            db.Keadaan.Add(new(
                site.Period.Id, me, JenisKeadaan.PindahJabatan, new(2020, 1, 1), new(2026, 5, 31), "Penyuluh", null)
            {
                Jenjang = "Ahli Pertama",
            });
            await db.SaveChangesAsync();
            return me;
        });
        var plan = await site.PlayAsync(play => play.AgreedPlanAsync("penyuluhind", site.Period));
        await using var scope = site.Services.CreateAsyncScope();
        var opening = scope.ServiceProvider.GetRequiredService<DossierOpening>();
        var db = scope.ServiceProvider.GetRequiredService<SopDbContext>();

        var opened = await opening.OpenAsync(db.Plans.Where(p => p.Id == plan.Id), 0, site.People["analis"]);

        var asn = Assert.Single(opened.Dossiers).Parties.Asn;
        Assert.Equal(found, asn.PegawaiId);
        Assert.Equal([new MasaJenjang("Ahli Pertama", new(2020, 1, 1), new(2026, 5, 31))], asn.JenjangSebelumnya!);
    }

    [Theory]
    [InlineData("kabiddag", HttpStatusCode.OK)]
    [InlineData("kadis", HttpStatusCode.OK)]
    [InlineData("analis", HttpStatusCode.Forbidden)]
    [InlineData("kasubbag", HttpStatusCode.Forbidden)]
    [InlineData("sekretaris", HttpStatusCode.Forbidden)]
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
        var before = await LastAsync();
        // No jabatan fungsional; a PPPK; PP 46. And a draft of the pejabat penilai's, before it is a result.
        foreach (
            var (visitor, id) in new[] { (kadis, site.Pelaksana), (kadis, site.Pppk), (kadis, site.Figures), (atasan, site.Draft) })
        {
            var page = await visitor.GoAsync($"/berkas/{id}/angka-kredit");

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Contains("tidak menghasilkan angka kredit", page.Text, StringComparison.Ordinal);
        }

        foreach (var (visitor, id) in new[] { (kadis, site.Pelaksana), (atasan, site.Draft) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GoAsync($"/berkas/{id}/buku-catatan")).Status);
        }

        // Nobody opened what is not there; what is there, somebody did.
        Assert.Empty(await OpenedSinceAsync(before));
        Assert.Equal(HttpStatusCode.OK, (await kadis.GoAsync($"/berkas/{site.Whole}/angka-kredit")).Status);
        Assert.Equal("angka kredit", Assert.Single(await OpenedSinceAsync(before)).What);
    }

    private Task<long> LastAsync() => site.AskAsync(db => db.AccessEvents.MaxAsync(e => (long?)e.Id).ContinueWith(t => t.Result ?? 0));

    private Task<List<AccessEvent>> OpenedSinceAsync(long before) => site.AskAsync(
        db => db.AccessEvents.AsNoTracking().Where(e => e.Id > before && e.Kind == AccessKind.Document).OrderBy(e => e.Id).ToListAsync());

    [Fact]
    public async Task A_dossier_keeps_the_jenjang_that_the_person_had_when_it_was_opened()
    {
        await site.AskAsync(
            db => db.Database.ExecuteSqlAsync($"update pegawai set jenjang = 'Ahli Madya' where id = {site.People["penyuluh"].PegawaiId}"));
        var id = await site.KinerjaAsync(Step.Sign, "penyuluh", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 1);
        await site.AskAsync(
            db => db.Database.ExecuteSqlAsync($"update pegawai set jenjang = 'Ahli Muda' where id = {site.People["penyuluh"].PegawaiId}"));
        using var penyuluh = await site.SignInAsync("penyuluh");

        using var pdf = new PdfTools((await penyuluh.GoAsync($"/berkas/{id}/angka-kredit")).Bytes);

        // 3/12 × 37,5 = 9,375.
        Assert.Contains("9,38", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_part_of_a_page_says_the_arithmetic_in_words_and_links_to_the_form()
    {
        var text = await PartialAsync(site.Penera);

        foreach (var words in new[]
        {
            "32,82", "12,5 × 150 % × 3/12", "4,69", "Januari sampai Maret", "3 bulan", "25 × 150 % × 9/12", "28,13", "PermenPANRB 1/2023",
        })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Contains($"href=\"/berkas/{site.Penera}/angka-kredit\"", text, StringComparison.Ordinal);
        // Before the result is one, there is arithmetic and no form yet.
        Assert.DoesNotContain("/angka-kredit", await PartialAsync(site.Draft), StringComparison.Ordinal);
        Assert.Contains("25 × 100 % × 12/12", await PartialAsync(site.Draft), StringComparison.Ordinal);
        Assert.Contains("evaluasi periodik ini", await PartialAsync(site.Triwulan), StringComparison.Ordinal);
        foreach (var id in new[] { site.Pelaksana, site.Pppk, site.Figures })
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

        public long Whole { get; private set; }

        public long Pelaksana { get; private set; }

        public long Triwulan { get; private set; }

        public long Draft { get; private set; }

        public long Figures { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await AskAsync(async db =>
            {
                db.Keadaan.Add(new(
                    Kinerja.Id, People["penera"].PegawaiId!.Value, JenisKeadaan.PindahJabatan, new(2019, 4, 1), new(2026, 3, 31),
                    "Penera Ahli Pertama", "800/3")
                {
                    Jenjang = "Ahli Pertama",
                });
                return await db.SaveChangesAsync();
            });
            Penera = await this.KinerjaAsync(Step.Sign, "penera", DiAtasEkspektasi, DiAtasEkspektasi);
            Pppk = await this.KinerjaAsync(Step.Sign, "pppkkop", DiBawahEkspektasi, DiAtasEkspektasi);
            Objected = await this.KinerjaAsync(Step.Sign, "penera", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 1);
            Whole = await this.KinerjaAsync(Step.Sign, "penyuluh", DiBawahEkspektasi, DiAtasEkspektasi);
            Pelaksana = await this.KinerjaAsync(Step.Sign, "pelaksanadag", SesuaiEkspektasi, SesuaiEkspektasi);
            Triwulan = await this.KinerjaAsync(Step.Sign, "penera", SesuaiEkspektasi, SesuaiEkspektasi, bagian: 3);
            Draft = await this.KinerjaAsync(Step.Validate, "penyuluhind", SesuaiEkspektasi, SesuaiEkspektasi);
            Figures = await DossierAtAsync(Step.Sign, "penera");
        }
    }
}
