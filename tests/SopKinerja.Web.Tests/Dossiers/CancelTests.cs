using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class CancelTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Why = "SKP yang dipakai keliru.";

    [Fact]
    public async Task A_dossier_that_was_given_up_is_kept_and_its_place_is_free_again()
    {
        var id = await site.DossierAtAsync(Step.Input, "penyuluh");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await (await kasubbag.GoAsync($"/berkas/{id}")).FollowAsync("Batalkan berkas");
        page = await page.Fill("Alasan pembatalan", "keliru").PressAsync("Batalkan berkas");
        Assert.Equal(["Tulis alasan pembatalan, paling sedikit 10 karakter."], page.Errors);
        page = await page.Fill("Alasan pembatalan", Why).PressAsync("Batalkan berkas");
        Assert.Equal("Berkas dibatalkan. Bila perlu, Analis dapat membuka berkas baru.", page.Done);
        Assert.Contains(Why, page.Text, StringComparison.Ordinal);
        Assert.Contains("Dibatalkan", page.Text, StringComparison.Ordinal);

        using var analis = await site.SignInAsync("analis");
        Assert.Equal(HttpStatusCode.Conflict, (await analis.GoAsync($"/berkas/{id}/input")).Status);
        Assert.DoesNotContain($"/berkas/{id}\"", (await analis.GoAsync("/berkas")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/berkas/{id}/", (await analis.GoAsync("/")).Html, StringComparison.Ordinal);
        Assert.Contains($"/berkas/{id}\"", (await analis.GoAsync("/berkas?keadaan=batal")).Html, StringComparison.Ordinal);
        using var asn = await site.SignInAsync("penyuluh");
        Assert.Contains(Why, (await asn.GoAsync($"/berkas/{id}/riwayat")).Text, StringComparison.Ordinal);

        page = await (await analis.GoAsync($"/berkas/buka?periode={site.Period.Id}")).PressAsync("Buka berkas Lailatul Qadriah, S.P.");
        Assert.Contains("dibuka", page.Done, StringComparison.Ordinal);
        var both = await site.AskAsync(db => db.Dossiers.IgnoreQueryFilters().Where(d => d.Parties != null && d.AsnId
            == site.People["penyuluh"].PegawaiId && d.PeriodId == site.Period.Id).OrderBy(d => d.Id).ToListAsync());
        Assert.Equal([true, false], both.Select(d => d.CancelledAt is not null));
        var old = await site.AskAsync(db => DossierLoading.ToShow(db, id));
        Assert.Equal((Move.Cancelled, Why), (old!.History[^1].Move, old.History[^1].Reason));
    }

    [Fact]
    public async Task Nobody_else_and_not_after_approval()
    {
        var id = await site.DossierAtAsync(Step.Sign, "penera");
        using var kasubbag = await site.SignInAsync("kasubbag");
        var page = await kasubbag.GoAsync($"/berkas/{id}/batalkan");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("sudah disetujui", page.Text, StringComparison.Ordinal);

        var own = await site.DossierAtAsync(Step.Collect, "kasubbag2");
        using var me = await site.SignInAsync("kasubbag2");
        page = await me.GoAsync($"/berkas/{own}/batalkan");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("yang lain, karena ini berkas Anda sendiri", page.Text, StringComparison.Ordinal);
        using var analis = await site.SignInAsync("analis");
        Assert.Equal(HttpStatusCode.Forbidden, (await analis.GoAsync($"/berkas/{own}/batalkan")).Status);
    }
}
