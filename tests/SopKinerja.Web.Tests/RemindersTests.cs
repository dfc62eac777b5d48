using SopKinerja.Domain;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>Before something passes on by itself, the inboxes of both say so: of whoever is silent, and of whoever comes next.</summary>
public sealed class RemindersTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Soon = "Akan beralih kepada Anda";

    [Fact]
    public async Task A_limit_is_told_a_week_before_to_both_and_to_nobody_else()
    {
        var id = await site.DossierAtAsync(Step.Sign, "pelaksanakop");
        var last = await site.AskAsync(db => Task.FromResult(db.Dossiers.Single(d => d.Id == id).LastDayToObject!.Value));
        var words = $"Bila tidak dikerjakan sampai {Tanggal.Tampil(last)}, hasilnya ditetapkan atasan pejabat penilai";
        await AtAsync(TimeSpan.FromDays(6), async () =>
        {
            Assert.DoesNotContain("Bila tidak dikerjakan", await FrontAsync("pelaksanakop"), StringComparison.Ordinal);
            Assert.DoesNotContain(words, await FrontAsync("kadis"), StringComparison.Ordinal);
        });
        await AtAsync(TimeSpan.FromDays(7), async () =>
        {
            Assert.Contains(words, await FrontAsync("pelaksanakop"), StringComparison.Ordinal);
            var next = await FrontAsync("kadis");
            Assert.Contains(Soon, next, StringComparison.Ordinal);
            Assert.Contains(words, next, StringComparison.Ordinal);
            Assert.DoesNotContain(words, await FrontAsync("kabidkop"), StringComparison.Ordinal);
            Assert.DoesNotContain(words, await FrontAsync("sekda"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_authority_that_will_pass_is_told_to_the_next_higher()
    {
        await site.PlayAsync(async play =>
        {
            var dossier = await play.DossierAtAsync(Step.Sign, "penyuluhind", site.Period);
            await play.ObjectAsync(dossier, "Kuantitas kegiatan 1 kurang dari bukti dukungnya.");
            await play.PerformAsync(dossier);
            return 0;
        });
        await AtAsync(TimeSpan.FromDays(8), async () =>
        {
            Assert.Contains("beralih kepada pejabat yang lebih tinggi", await FrontAsync("kadis"), StringComparison.Ordinal);
            var higher = await FrontAsync("sekda");
            Assert.Contains(Soon, higher, StringComparison.Ordinal);
            Assert.Contains(site.People["penyuluhind"].Nama, higher, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_result_that_nobody_opened_is_told_to_who_may_hand_it_over()
    {
        await site.PlayAsync(async play =>
        {
            var dossier = await play.OpenAsync(await play.AgreedPlanAsync("juru", site.Period));
            while (dossier.Step < Step.Sign)
            {
                await play.PerformAsync(dossier);
            }

            return 0;
        });
        Assert.DoesNotContain("Serahkan hasil", await FrontAsync("sekretaris"), StringComparison.Ordinal);
        await AtAsync(TimeSpan.FromDays(8), async () =>
        {
            Assert.Contains("Serahkan hasil " + site.People["juru"].Nama, await FrontAsync("sekretaris"), StringComparison.Ordinal);
            Assert.Contains("Serahkan hasil " + site.People["juru"].Nama, await FrontAsync("kasubbag"), StringComparison.Ordinal);
            Assert.DoesNotContain("Serahkan hasil", await FrontAsync("analis"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_proposed_plan_waits_for_whoever_acts_for_the_superior_too()
    {
        await site.PlayAsync(play => play.ProposedPlanAsync("arsiparis", site.Period));
        Assert.DoesNotContain("Periksa dan setujui SKP", await FrontAsync("penera"), StringComparison.Ordinal);
        var today = Tanggal.DiWita(site.Clock.GetUtcNow());
        await site.AskAsync(async db =>
        {
            db.Penugasan.Add(new(
                Domain.People.JenisPenugasan.Plh, site.People["kasubbag2"].PegawaiId!.Value, site.People["penera"].PegawaiId!.Value, "800/5",
                today, today, today.AddDays(3), "Cuti"));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Periksa dan setujui SKP", await FrontAsync("penera"), StringComparison.Ordinal);
    }

    private async Task<string> FrontAsync(string who)
    {
        using var visitor = await site.SignInAsync(who);
        return (await visitor.GoAsync("/")).Text;
    }

    private async Task AtAsync(TimeSpan later, Func<Task> look)
    {
        site.Clock.Move(later);
        try
        {
            await look();
        }
        finally
        {
            site.Clock.Move(-later);
        }
    }
}
