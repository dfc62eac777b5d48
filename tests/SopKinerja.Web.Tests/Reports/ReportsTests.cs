using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Reports;

public sealed class ReportsTests(ReportsTests.BusySite site) : IClassFixture<ReportsTests.BusySite>
{
    [Fact]
    public async Task The_table_says_where_every_dossier_and_every_person_of_a_unit_stands()
    {
        using var kadis = await site.SignInAsync("kadis");

        var page = await kadis.GoAsync("/kemajuan");

        Assert.Equal("Tahun 2026", page.Value("Periode"));
        // kabiddag has no SKP, analisdag an agreed one without a dossier.
        Assert.Equal(
            [("Tanpa SKP", "1"), ("Belum dibuka", "1"), ("Langkah 1", "1"), ("Langkah 5", "1")],
            Counts(page, "Bidang Perdagangan"));
        Assert.Equal([("SKP belum disetujui", "1"), ("Keberatan", "1"), ("Arsip", "1")], Counts(page, "Bidang Perindustrian"));
        Assert.Equal("Jumlah", page.Page.QuerySelector("tfoot th")!.TextContent);
        Assert.Contains(("Arsip", "1"), Counts(page, "Jumlah"));
    }

    [Fact]
    public async Task A_dossier_is_late_when_its_working_time_has_run_past_the_norm()
    {
        using var kadis = await site.SignInAsync("kadis");
        var before = Late(await kadis.GoAsync("/kemajuan"));
        site.Clock.Move(TimeSpan.FromDays(1));
        try
        {
            using var again = await site.SignInAsync("kadis");
            var page = await again.GoAsync("/kemajuan");

            // Steps 1 and 5 and the one at kadis's own dossier; what is stopped or archived is not late.
            Assert.Equal(("", "3"), (before, Late(page)));
            Assert.Contains(("Lewat waktu baku", "2"), Counts(page, "Bidang Perdagangan"));
            Assert.DoesNotContain("Lewat waktu baku", Counts(page, "Bidang Perindustrian").Select(c => c.Label));
        }
        finally
        {
            site.Clock.Move(TimeSpan.FromDays(-1));
        }
    }

    [Fact]
    public async Task Results_are_counted_by_their_word_and_listed_by_name_but_never_the_reader_s_own()
    {
        using var kadis = await site.SignInAsync("kadis");
        var page = await kadis.GoAsync("/kemajuan");
        var histogram = page.Page.QuerySelectorAll("table")[1];
        var total = histogram.QuerySelectorAll("tfoot td").Sum(td => int.TryParse(td.TextContent, out var n) ? n : 0);
        Assert.Equal(3, total);

        page = await page.FollowAsync("Lihat hasil setiap pegawai");

        Assert.Equal(
            ["Andi Saputra, A.Md.", "Fitriani, S.T.", "Rusmini"], [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)]);
        var outcome = (await site.AskAsync(db => db.Dossiers.SingleAsync(d => d.Id == site.Signing))).Outcome!;
        var row = page.Page.QuerySelectorAll("tbody tr")[2];
        Assert.Equal(
            (Domain.Angka.Tampil(outcome.Nilai!.Value), outcome.Sebutan, $"/berkas/{site.Signing}"),
            (row.QuerySelector("[data-label=Nilai]")!.TextContent, row.QuerySelector("[data-label=Sebutan]")!.TextContent,
                row.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Another_period_can_be_chosen_and_an_unknown_one_falls_back_to_the_newest_open_one()
    {
        using var kadis = await site.SignInAsync("kadis");

        var page = await (await kadis.GoAsync("/kemajuan")).Fill("Periode", "Tahun 2025").PressAsync("Tampilkan periode");
        Assert.Contains("Belum ada hasil yang disetujui pada periode ini.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tahun 2025", page.Value("Periode"));

        Assert.Equal(HttpStatusCode.OK, (await kadis.GoAsync("/kemajuan?periode=987654")).Status);
        Assert.Contains("Belum ada hasil pada periode ini.", (await kadis.GoAsync($"/kemajuan/hasil?periode={site.LastPeriod.Id}")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kemajuan")]
    [InlineData("/kemajuan/hasil")]
    public async Task Everybody_but_the_Kepala_Dinas_is_refused(string address)
    {
        foreach (var userName in new[] { "admin", "sekretaris", "kasubbag", "analis", "kabidkop", "juru" })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync(address)).Status);
        }
    }

    [Fact]
    public async Task The_question_in_SQL_who_may_see_a_result_is_the_one_of_the_procedure()
    {
        var dossiers = await site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History).ToListAsync());
        foreach (var (userName, actor) in site.People)
        {
            var bySql = await site.AskAsync(db => db.Dossiers.WithResultFor(actor).Select(d => d.Id).Order().ToListAsync());
            var byProcedure = dossiers.Where(d => Procedure.WhyNot(d, Act.ViewResult, actor, site.Clock.GetUtcNow()) is null)
                .Select(d => d.Id).Order().ToList();
            Assert.True(byProcedure.SequenceEqual(bySql), $"{userName}: {string.Join(',', byProcedure)} but {string.Join(',', bySql)}");
        }
    }

    private static List<(string Label, string Count)> Counts(Visit page, string unit) =>
    [
        .. page.Page.QuerySelector("table")!.QuerySelectorAll("tr").Single(r => r.QuerySelector("th")!.TextContent == unit)
            .QuerySelectorAll("td").Where(td => td.TextContent.Length > 0).Select(td => (td.GetAttribute("data-label")!, td.TextContent)),
    ];

    private static string Late(Visit page) => page.Page.QuerySelector("table tfoot [data-label='Lewat waktu baku']")!.TextContent;

    /// <summary>A dinas with dossiers here and there.</summary>
    public sealed class BusySite : SopSite
    {
        /// <summary>The dossier that waits for Rusmini's signature.</summary>
        public long Signing { get; private set; }

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Signing = await DossierAtAsync(Step.Sign, "pelaksanadag");
            await DossierAtAsync(Step.Collect, "penera");
            await DossierAtAsync(Step.Sign, "kadis");
            await PlayAsync(async play =>
            {
                await play.AgreedPlanAsync("analisdag", Period);
                await play.ProposedPlanAsync("kabidind", Period);
                await play.ObjectAsync(
                    await play.DossierAtAsync(Step.Sign, "penyuluhind", Period), "Realisasi kegiatan nomor 1 belum lengkap.");
                await play.PerformAsync(await play.DossierAtAsync(Step.Archive, "pelaksanaind", Period));
                return 0;
            });
            Clock.Move(TimeSpan.FromMinutes(5));
        }
    }
}
