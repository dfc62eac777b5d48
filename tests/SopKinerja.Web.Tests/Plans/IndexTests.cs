using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

public sealed class IndexTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_lists_say_in_sql_what_the_plan_says_of_itself()
    {
        await site.PlayAsync(play => play.DraftPlanAsync("kabidkop", site.LastPeriod, SasaranKerja.Empty));
        await site.PlayAsync(play => play.ProposedPlanAsync("kabidind", site.LastPeriod));
        await site.PlayAsync(play => play.ProposedPlanAsync("analis", site.LastPeriod));
        await site.PlayAsync(async play =>
        {
            var plan = await play.AgreedPlanAsync("penyuluh", site.LastPeriod);
            await play.NoteAsync(plan, site.LastPeriod, site.LastPeriod.Mulai, "Melayani tamu dengan ramah.");
            return await play.AgreedPlanAsync("penyuluh", site.Kinerja);
        });
        var all = await site.AskAsync(db => db.Plans.AsNoTracking().ToListAsync());
        foreach (var actor in site.People.Values.Append(new Actor(null, "Administrator", new HashSet<Role> { Role.Administrator })))
        {
            var visible = await site.AskAsync(db => db.Plans.VisibleTo(db, actor).Select(p => p.Id).Order().ToListAsync());
            var awaiting = await site.AskAsync(db => db.Plans.AwaitingAgreementOf(actor).Select(p => p.Id).Order().ToListAsync());
            Assert.Equal(all.Where(p => p.WhyNot(PlanAct.View, actor) is null).Select(p => p.Id).Order(), visible);
            Assert.Equal(all.Where(p => p.WhyNot(PlanAct.Agree, actor) is null).Select(p => p.Id).Order(), awaiting);
            var noted = await site.AskAsync(db => db.Plans.NotedBy(db, actor).Select(p => p.Id).Order().ToListAsync());
            Assert.Equal(all.Where(p => p.WhyNot(PlanAct.Note, actor) is null).Select(p => p.Id).Order(), noted);
            foreach (var plan in all)
            {
                var notes = await site.AskAsync(db => db.NotesFor(actor, plan.PeriodId, plan.PegawaiId, plan.Post).Select(n => n.PlanId).ToListAsync());
                var written = plan.WhyNot(PlanAct.ReadNotes, actor) is null
                    && plan.PeriodId == site.LastPeriod.Id && plan.PegawaiId == site.People["penyuluh"].PegawaiId;
                Assert.Equal(written ? [plan.Id] : [], notes);
            }
        }
    }

    [Fact]
    public async Task An_analis_sees_who_has_no_plan_yet_and_starts_it()
    {
        await site.PlayAsync(play => play.ProposedPlanAsync("penggerak", site.Period));
        using var analis = await site.SignInAsync("analis");

        var page = await (await analis.GoAsync("/skp")).Fill("Nama pegawai", "maya angg").PressAsync("Saring");
        Assert.Contains("Menunggu persetujuan", Assert.Single(People(page)), StringComparison.Ordinal);

        page = await page.Fill("Nama pegawai", "")
            .Fill("Keadaan", "Belum disusun").Fill("Unit kerja", "Bidang Koperasi dan Usaha Kecil Menengah").PressAsync("Saring");
        Assert.Equal(4, People(page).Count);
        Assert.DoesNotContain(People(page), row => row.Contains("Maya", StringComparison.Ordinal));
        page = await page.FollowAsync("Susun SKP Ahmad Zainuddin");
        Assert.True(page.HasButton("Buat SKP"));
    }

    [Theory]
    [InlineData("kadis", true)]
    [InlineData("kasubbag", true)]
    [InlineData("penyuluhind", false)]
    [InlineData("sekretaris", false)]
    [InlineData("admin", false)]
    public async Task Only_the_offices_that_may_see_every_plan_get_the_list_of_everybody(string userName, bool sees)
    {
        using var visitor = await site.SignInAsync(userName);

        var page = await visitor.GoAsync($"/skp?periode={site.Period.Id}&cari=rusmini");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(sees, page.Text.Contains("Rusmini", StringComparison.Ordinal));
        Assert.DoesNotContain("Susun SKP Rusmini", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_makes_no_sense_is_no_error()
    {
        using var analis = await site.SignInAsync("analis2");
        foreach (var query in new[]
        {
            "periode=abc", "periode=-1", "unit=99999999999999999999", "keadaan=77", "keadaan=%00", "cari=%00%25_%5C'",
            "cari=" + new string('x', 9000), "setelah=-5", "setelah=abc",
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await analis.GoAsync("/skp?" + query)).Status);
        }

        Assert.Empty(People(await analis.GoAsync("/skp?cari=%25")));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition()
    {
        await site.AskAsync(async db =>
        {
            var atasan = await db.Pegawai.SingleAsync(p => p.Nama == "H. Marzuki, S.E.");
            db.Pegawai.AddRange(Enumerable.Range(0, 120).Select(i => new Pegawai(
                null, new($"Pegawai Kembar {i % 3}", "II/a", "Pelaksana", JenisJabatan.Pelaksana, atasan.UnitKerjaId, atasan.Id))));
            return await db.SaveChangesAsync();
        });
        using var kadis = await site.SignInAsync("kasubbag2");
        var page = await kadis.GoAsync("/skp?cari=kembar");
        List<int> sizes = [People(page).Count];
        while (page.Page.QuerySelector(".halaman a[rel=next]") is not null)
        {
            page = await page.FollowAsync("Baris berikutnya");
            sizes.Add(People(page).Count);
        }

        Assert.Equal([50, 50, 20], sizes);
    }

    private static List<string> People(Visit page) =>
        [.. page.Page.QuerySelectorAll("section:last-of-type tbody tr").Select(r => r.TextContent)];
}
