using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

/// <summary>Until there is a result the parties of a dossier are those of the register; then they are fixed.</summary>
public sealed class RegisterTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Another_superior_and_another_position_are_followed_until_there_is_a_result()
    {
        var running = await site.DossierAtAsync(Step.Input, "pelaksanaind");
        var approved = await site.DossierAtAsync(Step.Sign, "penyuluhind");
        using (var stranger = await site.SignInAsync("kabiddag"))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync($"/berkas/{running}")).Status);
        }

        foreach (var asn in new[] { "pelaksanaind", "penyuluhind" })
        {
            await EditAsync(asn, page => page.Fill("Pejabat penilai (atasan langsung)", $"{site.People["kabiddag"].PegawaiId}").Fill("Jabatan", "Pengolah Data"));
        }

        var dossier = await DossierAsync(running);
        var line = dossier.History[^1];
        Assert.Equal(
            (site.People["kabiddag"].PegawaiId!.Value, "Pengolah Data", Move.Followed, default(int?)),
            (dossier.AtasanLangsungId, dossier.Parties.Asn.Jabatan, line.Move, line.ActorId));
        Assert.Equal("Data para pihak mengikuti data pegawai.", line.Sentence);
        Assert.Contains("jabatan dari ", line.Reason, StringComparison.Ordinal);
        Assert.Contains($"Atasan langsung: dari {site.People["kabidind"].Nama} menjadi {site.People["kabiddag"].Nama}.", line.Reason,
            StringComparison.Ordinal);
        using var after = await site.SignInAsync("kabiddag");
        Assert.Equal(HttpStatusCode.OK, (await after.GoAsync($"/berkas/{running}")).Status);
        using var before = await site.SignInAsync("kabidind");
        Assert.Equal(HttpStatusCode.NotFound, (await before.GoAsync($"/berkas/{running}")).Status);

        var fixedOne = await DossierAsync(approved);
        Assert.Equal(site.People["kabidind"].PegawaiId, fixedOne.AtasanLangsungId);
        Assert.DoesNotContain(fixedOne.History, h => h.Move == Move.Followed);
        Assert.Equal(HttpStatusCode.NotFound, (await after.GoAsync($"/berkas/{approved}")).Status);
        Assert.Equal("SK001", await site.RefusedAsync(
            $"update dossiers set atasan_langsung_id = {site.People["kabiddag"].PegawaiId} where id = {approved}"));
        Assert.Equal("SK003", await site.RefusedAsync(
            $"update dossiers set parties = jsonb_set(parties, '{{Asn,Jabatan}}', '\"x\"') where id = {running}; set constraints all immediate"));
    }

    [Fact]
    public async Task A_superior_of_a_superior_is_followed_too_and_a_save_that_changes_nothing_writes_nothing()
    {
        var id = await site.DossierAtAsync(Step.Check, "pelaksanakop");
        await EditAsync("kabidkop", page => page);
        Assert.DoesNotContain((await DossierAsync(id)).History, h => h.Move == Move.Followed);

        await EditAsync("kabidkop", page => page.Fill("Pejabat penilai (atasan langsung)", $"{site.People["sekretaris"].PegawaiId}"));

        var dossier = await DossierAsync(id);
        Assert.Equal(
            (site.People["sekretaris"].PegawaiId, site.People["kadis"].PegawaiId),
            (dossier.AtasanPejabatPenilaiId, dossier.PejabatLebihTinggiId));
    }

    private async Task EditAsync(string who, Func<Visit, Visit> change)
    {
        using var admin = await site.SignInAsync("admin");
        var page = await change(await admin.GoAsync($"/pegawai/{site.People[who].PegawaiId}")).PressAsync("Simpan perubahan");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
    }

    private Task<Dossier> DossierAsync(long id) => site.AskAsync(db => db.Dossiers.AsNoTracking()
        .Include(d => d.History.OrderBy(h => h.No)).SingleAsync(d => d.Id == id));
}
