using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>Nobody is made to act: the time does what the one who is silent does not. The clock only goes on here, so whoever comes
/// after it signs in then.</summary>
public sealed class SilenceJourneyTests(BrowserSite site, Chromium chromium)
    : LifeJourney(site, chromium), IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    [Fact]
    public async Task The_result_of_a_silent_ASN_is_determined_by_the_atasan_pejabat_penilai()
    {
        // Approved, and not yet seen by the one whom it is about.
        var id = await PlayedAsync("arsiparis", Step.Validate, (play, dossier) => play.PerformAsync(dossier));
        var asn = await AtAsync("arsiparis", "/");
        await asn.FollowAsync($"Langkah 5: Penandatanganan untuk {Nama("arsiparis")}");
        var last = Tanggal.Tampil(Today.AddDays(14));
        Assert.Contains($"Bila sampai {last} Anda tidak menandatangani", await asn.ReadAsync(), StringComparison.Ordinal);
        Site.Clock.Move(TimeSpan.FromDays(15));

        // In the office a job does this; whoever opens the dossier does it too.
        await AtAsync("sekretaris", $"/berkas/{id}");
        var above = await AtAsync("sekretaris", "/");
        await above.FollowAsync($"Langkah 5e: Penetapan tanpa tanda tangan untuk {Nama("arsiparis")}");
        var why = $"Tidak ditandatangani dan tidak ada keberatan sampai {last}.";
        Assert.Contains(why, await above.ReadAsync(), StringComparison.Ordinal);
        await SignAsync(above, "Tetapkan hasil", "tanpa tanda tangan pegawai");
        Assert.Contains(Solid(why), await PrintedAsync("sekretaris", id, "penetapan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_decided_without_the_answer_of_a_silent_pejabat_penilai()
    {
        var id = await PlayedAsync(
            "pelaksanadag", Step.Sign, (play, dossier) => play.ObjectAsync(dossier, "Realisasi kegiatan 1 belum dihitung seluruhnya."));
        Site.Clock.Move(TimeSpan.FromDays(15));

        var above = await AtAsync("kadis", $"/berkas/{id}/keputusan");
        await above.Field("Hasil tetap: keberatan tidak mengubah hasil").CheckAsync();
        await above.FillAsync("Pertimbangan keputusan", "Bukti dukung yang ada mendukung nilai semula.");
        await above.PressAsync("Lanjut ke pemeriksaan");
        await SignAsync(above, "Tetapkan keputusan", "menunggu ASN yang dinilai");
        var printed = await PrintedAsync("kadis", id, "penetapan");
        Assert.Contains(Solid("Hasil tetap. Bukti dukung"), printed, StringComparison.Ordinal);
        Assert.Contains(await HistoryAsync("pelaksanadag", id), line => line.Contains("tanpa tanggapan", StringComparison.Ordinal));
    }
}
