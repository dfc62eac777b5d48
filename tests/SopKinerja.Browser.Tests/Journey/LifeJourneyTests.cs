using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>What happens beside the straight way: somebody stands in, dies, objects, is written down wrongly, or a dossier was opened by
/// mistake.</summary>
public sealed class LifeJourneyTests(BrowserSite site, Chromium chromium)
    : LifeJourney(site, chromium), IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const string Reasons = "Kegiatan nomor 1 selesai tepat waktu menurut berita acara.";
    private const string Answer = "Berita acara itu baru saya terima dan akan saya periksa.";
    private const string Decision = "Berita acara sah dan harus diperhitungkan dalam nilainya.";

    [Fact]
    public async Task A_Plh_approves_and_is_named_in_print_and_in_the_history()
    {
        var id = await PlayedAsync("pelaksanaind", Step.Validate, (play, dossier) => play.RateAsync(dossier));
        var admin = await AtAsync("admin", "/penugasan");
        await admin.Field("Jenis penugasan").SelectOptionAsync("Plh");
        await admin.FillAsync("Pejabat yang digantikan", "Hairul Anwar, S.T., M.T.");
        await admin.FillAsync("Pelaksana", "Dra. Hj. Masniah");
        await admin.FillAsync("Nomor surat penugasan", "800/12");
        await admin.FillAsync("Tanggal surat", Hari(Today));
        await admin.FillAsync("Mulai", Hari(Today));
        await admin.FillAsync("Sampai dengan (boleh kosong)", Hari(Today.AddDays(2)));
        await admin.FillAsync("Alasan", "Cuti tahunan");
        await PressAsync(admin, "Catat penugasan", "Penugasan");

        var plh = await AtAsync("kabiddag", "/");
        await plh.FollowAsync($"Langkah 4: Validasi dan penilaian untuk {Nama("pelaksanaind")}");
        await plh.PressAsync("Lanjut ke persetujuan");
        await SignAsync(plh, "Setujui dan terbitkan dokumen", $"Berkas sekarang menunggu ASN yang dinilai ({Nama("pelaksanaind")}).");

        var office = $"Plh. {await JabatanAsync("kabidind")}";
        var printed = await PrintedAsync("pelaksanaind", id, "persetujuan");
        Assert.Contains(Solid(office), printed, StringComparison.Ordinal);
        Assert.Contains(Solid(Nama("kabiddag")), printed, StringComparison.Ordinal);
        Assert.Contains($"{Nama("kabiddag")} ({office}) menyelesaikan langkah 4 (Validasi dan penilaian); berkas diteruskan ke langkah 5 "
            + "(Penandatanganan).", await HistoryAsync("pelaksanaind", id));
        var asn = await AtAsync("pelaksanaind", $"/berkas/{id}/tanda-tangan");
        Assert.Contains($"Hasil ini disetujui {Nama("kabiddag")} pada", await asn.ReadAsync(), StringComparison.Ordinal);

        // The version that is determined later says who approved, not for whom.
        await Site.SetOpenAsync("pelaksanaind", false);
        await ProposeAsync(id, "Meninggal dunia", "Meninggal karena sakit.");
        await Site.SetOpenAsync("pelaksanaind", true);
        await SignAsync(await AtAsync("kadis", $"/berkas/{id}/penetapan"), "Tetapkan hasil", "tanpa tanda tangan pegawai");
        Assert.Contains(
            Solid($"Disetujui {Nama("kabiddag")} pada"), await PrintedAsync("pelaksanaind", id, "penetapan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_result_of_one_who_died_is_proposed_determined_copied_and_archived()
    {
        var id = await PlayedAsync("bendahara", Step.Sign);
        await Site.SetOpenAsync("bendahara", false);
        await ProposeAsync(id, "Meninggal dunia", "Meninggal karena sakit.");

        var above = await AtAsync("sekretaris", "/");
        await above.FollowAsync($"Langkah 5e: Penetapan tanpa tanda tangan untuk {Nama("bendahara")}");
        var why = $"Pegawai meninggal dunia pada {Tanggal.Tampil(Today)}.";
        Assert.Contains(why, await above.ReadAsync(), StringComparison.Ordinal);
        await SignAsync(above, "Tetapkan hasil", "tanpa tanda tangan pegawai");
        await CopyAndArchiveAsync(id);

        Assert.Contains(Solid(why), await PrintedAsync("sekretaris", id, "penetapan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_is_granted_with_two_figures_set_by_the_decider_himself()
    {
        var id = await PlayedAsync("penera", Step.Sign);
        await ObjectAsync("penera", id);
        await AnswerAsync("kabiddag", id);
        var above = await AtAsync("kadis", "/");
        await above.FollowAsync($"Langkah 5b: Keputusan atas keberatan untuk {Nama("penera")}");
        var before = await above.Field("Nilai kualitas kegiatan 1").InputValueAsync();
        await above.Field("Hasil diubah: saya menetapkan nilai atau rating di bawah ini").CheckAsync();
        await above.FillAsync("Nilai kualitas kegiatan 1", "96,5");
        await above.FillAsync("Integritas", "97,25");
        await above.FillAsync("Pertimbangan keputusan", Decision);
        await above.PressAsync("Lanjut ke pemeriksaan");
        Assert.Equal(2, await above.Page.Locator("td[data-label='Semula']").CountAsync());
        Assert.Equal(before, (await above.ReadAllAsync("td[data-label='Semula']"))[0]);
        Assert.Equal(["96,5", "97,25"], await above.ReadAllAsync("td[data-label='Menjadi']"));
        await SignAsync(above, "Tetapkan keputusan", "menunggu ASN yang dinilai");

        var asn = await AtAsync("penera", $"/berkas/{id}/tanda-tangan");
        Assert.Equal(0, await asn.Page.GetByText("Tulis keberatan").CountAsync());
        await SignAsync(asn, "Nyatakan telah menerima hasil", "Berkas sekarang menunggu Sekretaris.");
        var printed = await PrintedAsync("penera", id, "akhir");
        Assert.All(
            ["97,25", $"Hasil diubah. {Decision}", Reasons, Answer, "Versi 2. Menggantikan versi 1"],
            words => Assert.Contains(Solid(words), printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_objection_is_refused_and_the_result_stays()
    {
        var id = await PlayedAsync("analis", Step.Sign);
        await ObjectAsync("analis", id);
        await AnswerAsync("kasubbag", id);
        var above = await AtAsync("sekretaris", $"/berkas/{id}/keputusan");
        await above.Field("Hasil tetap: keberatan tidak mengubah hasil").CheckAsync();
        await above.FillAsync("Pertimbangan keputusan", Decision);
        await PressAsync(above, "Lanjut ke pemeriksaan", "Tidak ada nilai atau rating yang berubah.");
        await SignAsync(above, "Tetapkan keputusan", "menunggu ASN yang dinilai");

        Assert.Contains(
            Solid($"Hasil tetap. {Decision}"), await PrintedAsync("analis", id, "penetapan"), StringComparison.Ordinal);
        var asn = await AtAsync("analis", $"/berkas/{id}/tanda-tangan");
        await SignAsync(asn, "Nyatakan telah menerima hasil", "Berkas sekarang menunggu Sekretaris.");
    }

    [Fact]
    public async Task An_objection_is_withdrawn_and_the_result_is_signed()
    {
        var id = await PlayedAsync("juru", Step.Sign);
        await ObjectAsync("juru", id);
        var asn = await AtAsync("juru", $"/berkas/{id}");
        await asn.FollowAsync("Tarik kembali keberatan");
        await asn.FillAsync("Alasan penarikan", "Sudah dijelaskan atasan langsung.");
        await PressAsync(asn, "Tarik kembali keberatan", "ditarik kembali");
        await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        await asn.Field("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang").CheckAsync();
        await SignAsync(asn, "Nyatakan telah menerima hasil", "Berkas sekarang menunggu Sekretaris.");

        Assert.Contains(await HistoryAsync("kauptd", id), line => line.StartsWith(Nama("juru"), StringComparison.Ordinal)
            && line.EndsWith("Sudah dijelaskan atasan langsung.", StringComparison.Ordinal));
        Assert.DoesNotContain(Solid(Reasons), await PrintedAsync("juru", id, "akhir"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jabatan_corrected_while_the_dossier_is_at_step_3_is_printed_rightly()
    {
        const string Right = "Pengelola Data Industri Kecil";
        var id = await PlayedAsync("penyuluhind", Step.Input);
        var old = await JabatanAsync("penyuluhind");
        var admin = await AtAsync("admin", $"/pegawai/{Id("penyuluhind")}");
        await admin.FillAsync("Jabatan", Right);
        await admin.PressAsync("Simpan perubahan");
        Assert.Equal(200, admin.Status);

        Assert.Contains(Right, await (await AtAsync("analis", $"/berkas/{id}/input")).ReadAsync(), StringComparison.Ordinal);
        Assert.Contains(await HistoryAsync("penyuluhind", id), line => line.Contains(old, StringComparison.Ordinal)
            && line.Contains(Right, StringComparison.Ordinal));
        await Site.PlayAsync(async play =>
        {
            var dossier = await play.FindAsync(id);
            await play.BringToAsync(dossier, Step.Sign);
            return 0;
        });
        var printed = await PrintedAsync("penyuluhind", id, "persetujuan");
        Assert.Contains(Solid(Right), printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Solid(old), printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_dossier_is_opened_anew()
    {
        const string Why = "SKP yang dipakai keliru.";
        var id = await PlayedAsync("keamanan", Step.Check);
        var kasubbag = await AtAsync("kasubbag", $"/berkas/{id}");
        await kasubbag.FollowAsync("Batalkan berkas");
        await kasubbag.FillAsync("Alasan pembatalan", Why);
        await PressAsync(kasubbag, "Batalkan berkas", "dibatalkan");

        var analis = await AtAsync("analis", $"/berkas/buka?periode={Site.Period.Id}");
        await analis.PressAsync($"Buka berkas {Nama("keamanan")}");
        Assert.EndsWith("/kumpulkan", analis.Path, StringComparison.Ordinal);
        Assert.NotEqual($"/berkas/{id}/kumpulkan", analis.Path);
        await analis.FillAsync("Diserahkan oleh", Nama("keamanan"));
        await analis.Field("Tambah lampiran").SetInputFilesAsync(SopJourney.Scan("formulir kinerja.pdf"));
        await PressAsync(analis, "Kirim ke Kasubbag", "Berkas dikirim ke Kasubbag.");
        Assert.Contains(await HistoryAsync("kasubbag", id), line => line.EndsWith(Why, StringComparison.Ordinal));
        var asn = await AtAsync("keamanan", $"/berkas/{id}");
        Assert.Contains(Why, await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task ProposeAsync(long id, string why, string words)
    {
        var kasubbag = await AtAsync("kasubbag", $"/berkas/{id}");
        await kasubbag.FollowAsync("Usulkan penetapan");
        await kasubbag.Field(why).CheckAsync();
        await kasubbag.FillAsync("Tanggal kejadian", Hari(Today));
        await kasubbag.FillAsync("Penjelasan", words);
        await kasubbag.Field("Bukti").SetInputFilesAsync(SopJourney.Scan("surat.pdf"));
        await PressAsync(kasubbag, "Usulkan penetapan", "Usul sudah dikirim");
    }

    private async Task ObjectAsync(string asn, long id)
    {
        var desk = await AtAsync(asn, $"/berkas/{id}/tanda-tangan");
        await desk.FollowAsync("Tulis keberatan");
        await desk.FillAsync("Alasan keberatan", Reasons);
        await PressAsync(desk, "Kirim keberatan", "menunggu atasan langsung");
    }

    private async Task AnswerAsync(string penilai, long id)
    {
        var desk = await AtAsync(penilai, $"/berkas/{id}/tanggapan");
        Assert.Contains(Reasons, await desk.ReadAsync(), StringComparison.Ordinal);
        await desk.FillAsync("Tanggapan atas keberatan", Answer);
        await PressAsync(desk, "Kirim tanggapan", "menunggu atasan pejabat penilai");
    }
}
