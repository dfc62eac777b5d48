using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

/// <summary>What is odd in the ties between people, on its page, on the administrator's front page and where a dossier needs them.</summary>
public sealed class OddTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Each_oddity_is_listed_leads_to_the_person_and_is_counted_on_the_front_page()
    {
        using var admin = await site.SignInAsync("admin");
        var before = await CountAsync();
        await ChangeAsync("juru", p => p with { AtasanId = null });
        // In this order, as it may be in a database of an earlier release.
        await ChangeAsync("pelaksanadag", p => p with { IsActive = false });
        await ChangeAsync("keamanan", p => p with { AtasanId = Id("pelaksanadag") });
        await site.AskAsync(async db =>
        {
            for (var i = 1; i <= Kejanggalan.MostBawahan + 1; i++)
            {
                db.Pegawai.Add(new(
                    $"19900101202012{i:0000}", new($"Orang {i:00}", "II/a", "Staf", JenisJabatan.Pelaksana, UnitOf("kauptd"), Id("kauptd"))));
            }

            return await db.SaveChangesAsync();
        });

        await ListedAsync(admin, "tanpa-atasan", "juru");
        await ListedAsync(admin, "belum-serah-terima", "pelaksanadag");
        await ListedAsync(admin, "bawahan-banyak", "kauptd");
        var page = await admin.GoAsync("/pegawai/janggal?jenis=tanpa-akun");
        Assert.Contains("Orang 01", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Bupati", page.Text, StringComparison.Ordinal);
        // The one without a superior, the inactive superior, the many and those without an account; the inactive one rates no one else.
        Assert.Equal(before + 3 + Kejanggalan.MostBawahan + 1, await CountAsync());
        Assert.Contains($"{await CountAsync()} yang perlu diperiksa", (await admin.GoAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GoAsync("/pegawai/janggal?jenis=tidak-ada&setelah=999999")).Status);
    }

    [Fact]
    public async Task A_circle_that_came_in_behind_the_guard_is_listed()
    {
        await site.AsOwnerAsync($"""
            alter table pegawai disable trigger user;
            update pegawai set atasan_id = {Id("pelaksanaind")} where id = {Id("kabidind")};
            alter table pegawai enable trigger user;
            """);
        using var admin = await site.SignInAsync("admin");
        try
        {
            await ListedAsync(admin, "melingkar", "kabidind");
            await ListedAsync(admin, "melingkar", "pelaksanaind");
            Assert.DoesNotContain(
                site.People["penyuluhind"].Nama, (await admin.GoAsync("/pegawai/janggal?jenis=melingkar")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await site.AskAsync(db => db.Database.ExecuteSqlAsync(
                $"update pegawai set atasan_id = {Id("kadis")} where id = {Id("kabidind")}"));
        }
    }

    [Fact]
    public async Task Nobody_but_the_administrator_opens_it()
    {
        using var kasubbag = await site.SignInAsync("kasubbag");
        Assert.Equal(HttpStatusCode.Forbidden, (await kasubbag.GoAsync("/pegawai/janggal")).Status);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_opening_and_before_approval_and_stops_nothing()
    {
        // The plan was agreed while all was well; then the account was closed and the superior changed to someone below pengawas.
        var plan = await site.PlayAsync(play => play.AgreedPlanAsync("bendahara", site.Period));
        await ChangeAsync("bendahara", p => p with { AtasanId = Id("arsiparis") });
        await site.AskAsync(db => db.Users.Where(u => u.PegawaiId == Id("bendahara"))
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.IsActive, false)));
        using var analis = await site.SignInAsync("analis");
        var open = await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}");
        Assert.Contains($"{site.People["bendahara"].Nama} belum mempunyai akun", open.Text, StringComparison.Ordinal);
        Assert.Contains($"{site.People["arsiparis"].Nama}, atasan langsungnya, menjabat di bawah pengawas", open.Text, StringComparison.Ordinal);

        await ChangeAsync("arsiparis", p => p with { Pendelegasian = new("800/12", new(2026, 1, 2)) });
        open = await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}");
        Assert.DoesNotContain("menjabat di bawah pengawas", open.Text, StringComparison.Ordinal);
        await ChangeAsync("arsiparis", p => p with { Pendelegasian = null });

        Assert.True(open.HasButton($"Buka berkas {site.People["bendahara"].Nama}"));
        var id = await site.PlayAsync(async play =>
        {
            var dossier = await play.OpenAsync(plan);
            await play.BringToAsync(dossier, Step.Validate);
            await play.RateAsync(dossier);
            return dossier.Id;
        });
        using var atasan = await site.SignInAsync("arsiparis");
        var approve = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains("belum mempunyai akun, jadi tidak dapat menerima hasil", approve.Text, StringComparison.Ordinal);
        Assert.Contains("menjabat di bawah pengawas", approve.Text, StringComparison.Ordinal);
        Assert.True(approve.HasButton("Setujui dan terbitkan dokumen"));
    }

    private async Task ListedAsync(Visitor admin, string kind, string userName)
    {
        var page = await admin.GoAsync($"/pegawai/janggal?jenis={kind}");
        Assert.True(page.Status == HttpStatusCode.OK, page.Text);
        Assert.Contains(page.Page.QuerySelectorAll("tbody a"), a => a.GetAttribute("href") == $"/pegawai/{Id(userName)}");
    }

    private Task<int> CountAsync() => site.AskAsync(db => Kejanggalan.All(db).CountAsync());

    private int Id(string userName) => site.People[userName].PegawaiId!.Value;

    private int UnitOf(string userName) =>
        site.AskAsync(db => db.Pegawai.Where(p => p.Id == Id(userName)).Select(p => p.UnitKerjaId!.Value).SingleAsync()).Result;

    private Task<int> ChangeAsync(string userName, Func<BiodataPegawai, BiodataPegawai> change) => site.AskAsync(async db =>
    {
        var person = await db.Pegawai.SingleAsync(p => p.Id == Id(userName));
        person.Change(person.Nip, change(Pages.People.PegawaiForm.Of(person).Biodata()));
        return await db.SaveChangesAsync();
    });
}
