using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Plans;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>What an analis does for many at once: first of each what stands in its way, then done, and what was not done and why.</summary>
public sealed class ChosenRunsTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Copy = "Salin SKP periode sebelumnya…";

    private const string OpenAll = "Buka semua di seluruh dinas…";

    [Fact]
    public async Task The_SKP_of_the_year_before_become_drafts_for_their_owners_and_of_the_others_it_is_said_why_not()
    {
        await site.PlayAsync(async play =>
        {
            await play.AgreedPlanAsync("penyuluh", site.LastPeriod);
            await play.AgreedPlanAsync("juru", site.LastPeriod);
            await play.AgreedPlanAsync("kadis", site.LastPeriod);
            return await play.AgreedPlanAsync("juru", site.Period);
        });
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync($"/skp?periode={site.Period.Id}")).PressAsync(Copy);

        Assert.Equal("Salin SKP periode sebelumnya", page.Page.QuerySelector("h1 ~ *, .judul__atas a")!.TextContent.Trim());
        Assert.Contains("Belum ada SKP periode sebelumnya yang dapat disalin", page.Text, StringComparison.Ordinal);
        Assert.Contains("Baru: 2", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await DraftsAsync("penyuluh", "kadis"));

        page = await page.PressAsync("Salin 2 baris yang baik");
        Assert.Contains("2 SKP disalin, ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("impor", page.Page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("/skp", page.Page.QuerySelector("main a.tombol--utama")!.GetAttribute("href"));
        // No page takes a file of what is left.
        Assert.DoesNotContain("Unduh baris", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analis.GoAsync($"{page.Url.AbsolutePath}/sisa.xlsx")).Status);
        Assert.Equal(2, await DraftsAsync("penyuluh", "kadis"));
        var plan = await site.AskAsync(db => db.Plans.Include(p => p.History).SingleAsync(p => p.PeriodId == site.Period.Id && p.PegawaiId == site.People["penyuluh"].PegawaiId));
        var before = await site.AskAsync(db => db.Plans.SingleAsync(p => p.PeriodId == site.LastPeriod.Id && p.PegawaiId == site.People["penyuluh"].PegawaiId));
        Assert.Equal(before.Kegiatan(), plan.Kegiatan());
        Assert.Equal((PlanMove.Created, site.People["analis"].PegawaiId), (plan.History[0].Move, plan.History[0].ActorId));
        Assert.Contains("menyalin", plan.History[0].Sentence, StringComparison.Ordinal);

        // Once more there is nothing left to copy.
        page = await (await analis.GoAsync($"/skp?periode={site.Period.Id}")).PressAsync(Copy);
        Assert.Contains("Baru: 0", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("Salin semua"));
    }

    [Fact]
    public async Task A_copy_keeps_the_way_in_which_the_SKP_before_was_written()
    {
        var earlier = await site.AskAsync(async db =>
        {
            var period = new Period("Kinerja 2025", new(2025, 1, 1), new(2025, 12, 31), ScoringMethods.PermenPanRb6, null);
            db.Periods.Add(period);
            await db.SaveChangesAsync();
            return period;
        });
        await site.PlayAsync(play => play.AgreedPlanAsync("kabidkop", earlier));
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync($"/skp?periode={site.Kinerja.Id}")).PressAsync(Copy);
        await page.PressAsync("Salin 1 baris yang baik");

        var contents = await site.AskAsync(db => db.Plans.Where(p => p.PegawaiId == site.People["kabidkop"].PegawaiId
            && (p.PeriodId == earlier.Id || p.PeriodId == site.Kinerja.Id)).OrderBy(p => p.PeriodId == earlier.Id).Select(p => p.Content).ToListAsync());
        var (copy, before) = ((SasaranKinerja)contents[0], (SasaranKinerja)contents[1]);
        Assert.Equal(Pendekatan.Kualitatif, before.Pendekatan);
        Assert.Equal((before.Pendekatan, before.Kelompok, before.Rencana.Count), (copy.Pendekatan, copy.Kelompok, copy.Rencana.Count));
    }

    [Fact]
    public async Task All_dossiers_of_the_dinas_are_opened_and_those_that_are_not_say_why()
    {
        await site.PlayAsync(async play =>
        {
            await play.AgreedPlanAsync("penera", site.Period);
            await play.AgreedPlanAsync("bendahara", site.Period);
            return await play.AgreedPlanAsync("analis", site.Period);
        });
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}")).PressAsync(OpenAll);
        Assert.Contains("Salah: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains(site.People["analis"].Nama, page.Page.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);

        // Somebody else opens one of them meanwhile.
        using var other = await site.SignInAsync("analis2");
        var one = await site.AskAsync(db => db.Plans.Where(p => p.PeriodId == site.Period.Id && p.PegawaiId == site.People["penera"].PegawaiId).Select(p => p.Id).SingleAsync());
        await other.PostAsync("/berkas/buka?handler=Open", "/berkas/buka", ("plan", $"{one}"));

        var good = page.Page.QuerySelectorAll("button").Single(b => b.TextContent.Trim().StartsWith("Buka ", StringComparison.Ordinal)).TextContent.Trim();
        page = await page.PressAsync(good);
        Assert.Contains("Selesai", page.Text, StringComparison.Ordinal);
        int[] people = [.. new[] { "penera", "bendahara", "analis" }.Select(u => site.People[u].PegawaiId!.Value)];
        var opened = await site.AskAsync(db => db.Dossiers.Where(d => d.PeriodId == site.Period.Id && people.Contains(d.AsnId)).Select(d => d.AsnId).ToListAsync());
        Assert.Equal(people.Take(2).Order(), opened.Order());
        var row = await site.AskAsync(db => db.ImportRows.SingleAsync(r => r.ImportId == page.RunOf() && r.Key!.StartsWith($"{people[0]}/")));
        Assert.Equal((ImportVerdict.Equal, false), (row.Verdict, row.IsStored));
    }

    [Fact]
    public async Task Two_who_copy_at_once_find_what_the_other_has_done_the_same_and_not_wrong()
    {
        string[] who = ["penyuluhind", "pelaksanaind", "pelaksanakop", "penggerak", "analisdag", "pelaksanadag"];
        await site.PlayAsync(async play =>
        {
            foreach (var one in who)
            {
                await play.AgreedPlanAsync(one, site.LastPeriod);
            }

            return 0;
        });
        using var analis = await site.SignInAsync("analis");
        using var other = await site.SignInAsync("analis2");
        var page = await (await analis.GoAsync($"/skp?periode={site.Period.Id}")).PressAsync(Copy);
        var same = await (await other.GoAsync($"/skp?periode={site.Period.Id}")).PressAsync(Copy);
        Assert.True(page.Text.Contains($"Baru: {who.Length}", StringComparison.Ordinal), page.Text);

        var answers = await Task.WhenAll(PressAsync(page), PressAsync(same));

        var rows = (await site.RowsAsync(page.RunOf())).Concat(await site.RowsAsync(same.RunOf())).ToList();
        Assert.Equal(who.Length, rows.Count(r => r.IsStored));
        Assert.DoesNotContain(rows, r => r.Faults.Any(f => f.Sentence.Contains("Muat ulang", StringComparison.Ordinal)));
        Assert.Equal(who.Length, rows.Count(r => r.Verdict == ImportVerdict.Equal));
        Assert.Equal(who.Length, await DraftsAsync(who));
        Assert.DoesNotContain(answers, a => a.Done!.Contains("Baris yang baik sudah disimpan", StringComparison.Ordinal));

        static Task<Visit> PressAsync(Visit run) => run.PressAsync(run.Page.QuerySelectorAll("button")
            .Single(b => b.TextContent.Trim().StartsWith("Salin ", StringComparison.Ordinal)).TextContent.Trim());
    }

    [Fact]
    public async Task Only_an_analis_does_so_and_a_run_is_its_makers_alone()
    {
        foreach (var who in (string[])["penyuluh", "kasubbag", "admin", "auditor", "kadis"])
        {
            using var visitor = await site.SignInAsync(who);
            Assert.DoesNotContain(Copy, (await visitor.GoAsync($"/skp?periode={site.Period.Id}")).Text, StringComparison.Ordinal);
            var page = await visitor.PostAsync($"/skp?handler=Copy&periode={site.Period.Id}", "/sesi-saya");
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync($"/berkas/buka?handler=OpenAll&periode={site.Period.Id}", "/sesi-saya")).Status);
        }

        using var analis = await site.SignInAsync("analis");
        var run = await (await analis.GoAsync($"/skp?periode={site.Period.Id}&unit={await UnitAsync()}")).PressAsync(Copy);
        using var other = await site.SignInAsync("analis2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync(run.Url.ToString())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GoAsync($"{run.Url}/sisa.xlsx")).Status);

        // Of one unit only its own; and nothing of it is offered where sheets are handed in.
        Assert.All(await site.RowsAsync(run.RunOf()), r => Assert.Contains("Bidang Perdagangan", r.Cells[2], StringComparison.Ordinal));
        Assert.DoesNotContain("Salin SKP", (await analis.GoAsync("/impor")).Page.QuerySelector("nav[aria-label='Jenis data']")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Conflict, (await analis.PostAsync("/skp?handler=Copy&periode=999", "/skp")).Status);
    }

    private Task<int> UnitAsync() => site.AskAsync(db => db.UnitKerja.Where(u => u.Kode == "DAG").Select(u => u.Id).SingleAsync());

    private Task<int> DraftsAsync(params string[] who)
    {
        int[] ids = [.. who.Select(u => site.People[u].PegawaiId!.Value)];
        return site.AskAsync(db => db.Plans.CountAsync(p => p.PeriodId == site.Period.Id && ids.Contains(p.PegawaiId) && p.State == PlanState.Draft));
    }
}
