using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>What is exported and imported again changes nothing, and a plan is stored whole or not at all.</summary>
public sealed class PlanSheetsRoundTripTests(SopSite site) : IClassFixture<SopSite>
{
    private const int Kegiatan = 45;

    private static readonly string[] People = ["penyuluh", "pelaksanakop", "penggerak", "penyuluhind", "pelaksanaind", "penera", "pelaksanadag", "analisdag"];

    [Fact]
    public async Task Drafts_of_both_regulations_come_back_equal_from_every_kind_of_file()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("kabidind", site.Kinerja));
        foreach (var userName in new[] { "penyuluhind", "pelaksanaind", "kabiddag", "kadis", "sekretaris" })
        {
            await site.PlayAsync(play => play.DraftPlanAsync(userName, site.Kinerja));
            await site.PlayAsync(play => play.DraftPlanAsync(userName, site.LastPeriod));
        }

        var lines = await site.AskAsync(db => db.Set<PlanHistoryEntry>().CountAsync());
        using var analis = await site.SignInAsync("analis");
        foreach (var (kind, period) in new[] { (PlanSheets.Kinerja, site.Kinerja), (PlanSheets.Pp46, site.LastPeriod) })
        {
            foreach (var type in new[] { "csv", "xlsx" })
            {
                var (name, file) = await analis.DownloadAsync($"/impor/data.{type}?jenis={kind}&periode={period.Id}");
                Assert.InRange((await analis.SendAsync(kind, name, file)).AssertEqual(), 20, 200);
            }

            using var asn = await site.SignInAsync("penyuluhind");
            var plan = await site.PlanOfAsync("penyuluhind", period);
            var page = await asn.GoAsync($"/skp/{plan!.Id}");
            Assert.NotNull(page.Page.QuerySelector($"a[href='/impor?jenis={kind}&periode={period.Id}']"));
            var (own, sheet) = await asn.DownloadAsync(page.Page.QuerySelector("a[href*='/impor/data.xlsx']")!.GetAttribute("href")!);
            Assert.InRange((await asn.SendAsync(kind, own, sheet)).AssertEqual(), 3, 20);
        }

        Assert.Equal(lines, await site.AskAsync(db => db.Set<PlanHistoryEntry>().CountAsync()));
    }

    [Fact]
    public async Task Plans_that_are_stored_behind_the_page_are_whole_after_every_stop_and_none_is_written_twice()
    {
        using var analis = await site.SignInAsync("analis");
        var nips = new List<string>();
        foreach (var userName in People)
        {
            nips.Add(await site.NipAsync(userName));
        }

        // Those of one plan stand apart: sorted by the kegiatan.
        var page = await analis.SendAsync(PlanSheets.Pp46, $"{PlanSheets.TargetHeads}\n" + string.Join('\n', Enumerable.Range(1, Kegiatan)
            .SelectMany(i => nips.Select(nip => PlanSheets.TargetRow(nip, $"Kegiatan {i}")))));
        var run = page.RunOf();
        page = await page.PressAsync("Simpan semua");
        Assert.Contains("Penyimpanan dimulai", page.Done, StringComparison.Ordinal);

        for (var stop = 1; stop <= 3; stop++)
        {
            await CutAsync();
            await WholeAsync(run);
        }

        await Task.WhenAll(site.WorkAsync(), site.WorkAsync());

        Assert.Equal(People.Length * Kegiatan, await site.StoredAsync(run));
        Assert.Equal(People.Length, await WholeAsync(run));
        Assert.Equal(ImportState.Done, await site.StateAsync(run));
    }

    // Every plan that is there has all, was written once, and is the one whose rows are marked.
    private async Task<int> WholeAsync(int run)
    {
        var plans = await site.AskAsync(db => db.Plans.AsNoTracking().Include(p => p.History).Where(p => p.PeriodId == site.Period.Id).ToListAsync());
        Assert.All(plans, p => Assert.Equal((Kegiatan, 2), (p.Kegiatan().Count, p.History.Count)));
        var rows = await site.RowsAsync(run);
        Assert.All(rows.GroupBy(r => r.Key), r => Assert.Single(r.Select(one => one.IsStored).Distinct()));
        Assert.Equal(plans.Count, rows.Where(r => r.IsStored).Select(r => r.Key).Distinct().Count());
        return plans.Count;
    }

    // As when the server of the program is killed while it writes plans.
    private async Task CutAsync()
    {
        var working = site.WorkAsync();
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        for (var cut = 0; cut == 0 && !working.IsCompleted;)
        {
            await using var command = new NpgsqlCommand(
                """
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query like '%plan_history%' and state <> 'idle'
                    and xact_start is not null
                """, connection);
            cut = (int)(long)(await command.ExecuteScalarAsync())!;
        }

        try
        {
            await working;
        }
        catch (Exception ended) when (ended is not Xunit.Sdk.XunitException)
        {
            NpgsqlConnection.ClearAllPools();
        }
    }
}
