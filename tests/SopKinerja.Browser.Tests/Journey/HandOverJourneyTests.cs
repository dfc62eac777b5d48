using Microsoft.EntityFrameworkCore;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>A Kabid retires with four dossiers and six plans at his desk.</summary>
public sealed class HandOverJourneyTests(BrowserSite site, Chromium chromium)
    : LifeJourney(site, chromium), IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const string Heir = "kabidind";

    [Fact]
    public async Task A_Kabid_hands_over_and_the_successor_goes_on_with_what_he_left()
    {
        var (rating, plan) = await DeskOfTheKabidAsync();
        var admin = await AtAsync("admin", $"/pegawai/{Id("kabidkop")}");
        await admin.FollowAsync("Serah terima");
        var waiting = await admin.ReadAsync();
        Assert.All(
            ["Pegawai yang dinilainya (4)", "SKP yang menunggunya atau disetujuinya (6)", "Berkas yang belum disetujui (3)",
                "Hasil yang sudah terbit: keberatan, keputusan, pengesahan, penetapan (1)"],
            words => Assert.Contains(words, waiting, StringComparison.Ordinal));
        await admin.Field("Sebab").SelectOptionAsync("Pensiun");
        await admin.FillAsync("Nomor surat", "800/77");
        await admin.FillAsync("Tanggal surat", Hari(Today));
        await admin.FillAsync("Penerus", "Hairul Anwar, S.T., M.T.");
        await PressAsync(admin, "Catat serah terima", $"Serah terima {Nama("kabidkop")} kepada {Nama(Heir)} sudah dicatat.");

        await SuccessorValidatesAsync(rating);
        await SuccessorRevisesAsync(plan);
        await OldAccountIsClosedAsync();
    }

    private async Task<(long Rating, long Plan)> DeskOfTheKabidAsync()
    {
        var rating = await PlayedAsync("pelaksanakop", Step.Validate);
        await PlayedAsync("penggerak", Step.Sign);
        await PlayedAsync("penyuluh", Step.Input);
        var plan = await Site.PlayAsync(async play =>
        {
            await play.DossierAtAsync(Step.Validate, "pppkkop", Site.Kinerja);
            await play.AgreedPlanAsync("penyuluh", Site.Kinerja);
            await play.AgreedPlanAsync("penggerak", Site.Kinerja);
            return (await play.AgreedPlanAsync("pelaksanakop", Site.Kinerja)).Id;
        });
        return (rating, plan);
    }

    private async Task SuccessorValidatesAsync(long dossier)
    {
        var heir = await AtAsync(Heir, "/");
        await heir.FollowAsync($"Langkah 4: Validasi dan penilaian untuk {Nama("pelaksanakop")}");
        foreach (var field in await heir.Page.Locator("main form input[inputmode=decimal]").AllAsync())
        {
            await field.FillAsync("85");
        }

        await heir.FillAsync("Alasan menilai lebih awal", "Pejabat penilai pensiun.");
        await heir.PressAsync("Lanjut ke persetujuan");
        await SignAsync(heir, "Setujui dan terbitkan dokumen", $"Berkas sekarang menunggu ASN yang dinilai ({Nama("pelaksanakop")}).");
        var printed = await PrintedAsync("pelaksanakop", dossier, "persetujuan");
        Assert.Contains(Solid(Nama(Heir)), printed, StringComparison.Ordinal);
        Assert.Contains(Solid(await JabatanAsync(Heir)), printed, StringComparison.Ordinal);
    }

    private async Task SuccessorRevisesAsync(long plan)
    {
        var heir = await AtAsync(Heir, $"/skp/{plan}");
        Assert.Contains($"Atasan langsungnya sekarang {Nama(Heir)}", await heir.ReadAsync(), StringComparison.Ordinal);
        await UnfoldAsync(heir, "Buka SKP untuk direvisi");
        await heir.FillAsync("Alasan revisi", "Target disesuaikan dengan rencana bidang.");
        await heir.PressAsync("Buka untuk direvisi");
        Assert.Equal(PlanState.Draft, await Site.AskAsync(db => db.Plans.Where(p => p.Id == plan).Select(p => p.State).SingleAsync()));
        var asn = await AtAsync("pelaksanakop", "/skp");
        await asn.FollowAsync($"Lanjutkan menyusun {Site.Kinerja.Nama}");
        Assert.Contains("Target disesuaikan dengan rencana bidang.", await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task OldAccountIsClosedAsync()
    {
        var old = await AtAsync(null, "/masuk");
        await old.FillAsync("Nama pengguna", "kabidkop");
        await old.FillAsync("Kata sandi", Site.Password);
        await old.PressAsync("Masuk");
        Assert.Equal((422, "/masuk"), (old.Status, old.Path));
    }
}
