using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Plans;

/// <summary>An SKP under PermenPANRB 6/2022 comes out of the database as it went in.</summary>
public sealed class StoredSasaranTests(SopSite site) : IClassFixture<SopSite>
{
    private static readonly SasaranKinerja Sasaran = new(
        KelompokJabatan.Pelaksana,
        Pendekatan.Kuantitatif,
        [
            new("Tersusunnya laporan koperasi", JenisHasilKerja.Utama, new("Meningkatnya kinerja koperasi", new(7, 2)), null,
                [new(AspekIndikator.Kuantitas, "Jumlah laporan", "12 laporan", null), new(
                    AspekIndikator.Waktu, "Ketepatan waktu", "paling lambat tanggal 5", null)], null),
            new("Terselenggaranya pameran “Produk Kita”", JenisHasilKerja.Tambahan, null, "Ketua Tim Promosi",
                [new(AspekIndikator.Biaya, "Anggaran", "Rp 5.000.000", null)], null),
        ],
        [.. BerAkhlak.Empty.Skip(1), "Menjawab surat dalam satu hari"],
        new(["Satu laptop"], ["Laporan bulanan"], []));

    [Fact]
    public async Task It_comes_back_as_it_was_stored_also_after_it_was_written_anew()
    {
        var me = site.People["juru"];
        var plan = new Plan(site.Kinerja.Id, me.PegawaiId!.Value, site.People["kauptd"].PegawaiId!.Value,
            SasaranKinerja.Empty(KelompokJabatan.Pelaksana, Pendekatan.Kuantitatif), me, site.Clock.GetUtcNow());
        await site.AskAsync(async db =>
        {
            db.Plans.Add(plan);
            await db.SaveChangesAsync();
            plan.Write(Sasaran, me, site.Clock.GetUtcNow());
            plan.Propose(plan.AtasanId, "Atasan", me, site.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var stored = await site.AskAsync(db => db.Plans.AsNoTracking().SingleAsync(p => p.Id == plan.Id));

        Assert.Equal(PlanState.Proposed, stored.State);
        Assert.Equal(JsonSerializer.Serialize(Sasaran), JsonSerializer.Serialize(stored.Sasaran()));
        Assert.Equal(JsonSerializer.Serialize(plan.Content.NewSheet(struktural: false)), JsonSerializer.Serialize(
            stored.Content.NewSheet(struktural: false)));
    }
}
