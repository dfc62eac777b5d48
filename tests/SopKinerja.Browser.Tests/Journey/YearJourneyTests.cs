using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>A whole year under PermenPANRB 6/2022, in words, and with browsers that run no script.</summary>
public sealed class YearJourneyTests(BrowserSite site, Chromium chromium)
    : SopJourney(site, chromium, Asn, Screen.Desktop with { Scripts = false }, ["kabidkop", "kadis", "analis", "kasubbag", "sekretaris"]),
    IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const string Asn = "Ir. Bambang Suryadi, M.M.";
    private const string Atasan = "Hj. Nurlaila Hasanah, S.P., M.P.";
    private const string KeSkp = "Sebutkan berapa koperasi yang dianggap berhasil.";
    private const string KeInput = "Realisasi pameran tidak sama dengan laporannya.";
    private const string Ukuran = "Sembilan dari sepuluh koperasi binaan dinilai sehat pada akhir tahun.";

    private string _rencanaPimpinan = "";

    [Fact]
    public async Task From_an_skp_in_words_to_the_archived_evaluasi_of_the_year()
    {
        _rencanaPimpinan =
            ((SasaranKinerja)(await Site.PlayAsync(play => play.ProposedPlanAsync("kadis", Site.Kinerja))).Content).Rencana[1].Uraian;
        await AsnWritesTheSkpAsync();
        await AtasanReturnsItOnceAsync();
        await AsnMendsTheSkpAsync();
        await AtasanAgreesAsync();
        await AnalisOpensAndCollectsAsync();
        await KasubbagAcceptsAsync();
        await AnalisTypesAsync("35 pelaku usaha ikut serta.");
        await AtasanSendsBackOnceAsync();
        await AnalisTypesAsync("45 pelaku usaha ikut serta.");
        await AtasanRatesAndApprovesAsync();
        await AsnReadsAndSignsAsync();
        await SekretarisCopiesAndArchivesAsync("BOX-2026-KOP-03");
        await TheDocumentSaysItAsync();
        await TheHistoryTellsItAsync();
        NobodyHadTrouble();
    }

    private async Task AsnWritesTheSkpAsync()
    {
        var asn = Desks["kabidkop"];
        await asn.GoAsync("/skp");
        await asn.FollowAsync($"Susun SKP {Site.Kinerja.Nama}");
        await asn.Page.GetByRole(AriaRole.Radio, new() { Name = "Kualitatif" }).CheckAsync();
        await asn.PressAsync("Buat SKP");
        await asn.Field("Rencana pimpinan yang diintervensi, utama 1")
            .SelectOptionAsync(new SelectOptionValue { Label = _rencanaPimpinan });
        await asn.FillAsync("Rencana hasil kerja utama 1", "Meningkatnya jumlah koperasi yang sehat");
        await asn.FillAsync("Ukuran keberhasilan, utama 1", "Sebagian besar koperasi binaan sehat.");
        await asn.PressAsync("Tambah rencana tambahan");
        await asn.FillAsync("Rencana hasil kerja tambahan 1", "Terselenggaranya pameran produk daerah");
        await asn.FillAsync("Penugasan dari, tambahan 1", "Ketua Panitia Hari Jadi");
        await asn.FillAsync("Ukuran keberhasilan, tambahan 1", "Paling sedikit 40 pelaku usaha ikut serta.");
        await asn.FillAsync("Skema pertanggungjawaban", "Dialog kinerja setiap triwulan");
        await asn.PressAsync("Ajukan ke atasan langsung");
        Assert.Contains(Sentences.End($"SKP diajukan kepada {Atasan}"), await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanReturnsItOnceAsync()
    {
        var atasan = Desks["kadis"];
        await atasan.GoAsync("/");
        await atasan.FollowAsync($"Periksa dan setujui SKP {Asn}");
        await UnfoldAsync(atasan, "Belum setuju? Kembalikan SKP untuk diperbaiki");
        await atasan.FillAsync("Alasan pengembalian", KeSkp);
        await atasan.PressAsync("Kembalikan SKP");
    }

    private async Task AsnMendsTheSkpAsync()
    {
        var asn = Desks["kabidkop"];
        await asn.GoAsync("/skp");
        await asn.FollowAsync($"Perbaiki SKP {Site.Kinerja.Nama}");
        Assert.Contains(KeSkp, await asn.ReadAsync(), StringComparison.Ordinal);
        await asn.FillAsync("Ukuran keberhasilan, utama 1", Ukuran);
        await asn.PressAsync("Ajukan ke atasan langsung");
    }

    private async Task AtasanAgreesAsync()
    {
        var atasan = Desks["kadis"];
        await atasan.GoAsync("/");
        await atasan.FollowAsync($"Periksa dan setujui SKP {Asn}");
        var text = await atasan.ReadAsync();
        Assert.All([_rencanaPimpinan, Ukuran, "Ketua Panitia Hari Jadi"], words => Assert.Contains(words, text, StringComparison.Ordinal));
        await atasan.Field("Saya sudah membaca semua target di atas dan menyetujuinya").CheckAsync();
        await atasan.FillAsync("Alasan baru disetujui sekarang", "Target baru ditetapkan.");
        await atasan.PressAsync("Setujui SKP");
    }

    private async Task AnalisOpensAndCollectsAsync()
    {
        var analis = Desks["analis"];
        await analis.GoAsync($"/berkas/buka?periode={Site.Kinerja.Id}");
        await analis.Field("Bagian periode").SelectOptionAsync("0");
        await analis.PressAsync("Tampilkan");
        await analis.PressAsync($"Buka berkas {Asn}");
        TookUp(analis);
        Assert.Contains($"{Site.Kinerja.Nama}, Triwulan IV-Akhir", await analis.ReadAsync(), StringComparison.Ordinal);
        await analis.FillAsync("Diserahkan oleh", Asn);
        await analis.Field("Tambah lampiran").SetInputFilesAsync(Scan("formulir kinerja.pdf"));
        await analis.PressAsync("Kirim ke Kasubbag");
        Assert.Contains("Berkas dikirim ke Kasubbag.", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task KasubbagAcceptsAsync()
    {
        var kasubbag = Desks["kasubbag"];
        await TakeUpAsync(kasubbag, Step.Check);
        await TickAllAsync(kasubbag);
        await kasubbag.PressAsync("Terima dan teruskan ke Analis");
    }

    private async Task AnalisTypesAsync(string pameran)
    {
        var analis = Desks["analis"];
        await TakeUpAsync(analis, Step.Input);
        await analis.FillAsync("Realisasi rencana nomor 1, seluruhnya", "Sembilan dari sepuluh koperasi dinilai sehat.");
        await analis.FillAsync("Realisasi rencana nomor 2, seluruhnya", pameran);
        await TickAllAsync(analis);
        await analis.PressAsync("Kirim ke atasan langsung");
        Assert.Contains($"Realisasi dikirim ke atasan langsung ({Atasan}).", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanSendsBackOnceAsync()
    {
        var atasan = Desks["kadis"];
        await TakeUpAsync(atasan, Step.Validate);
        await UnfoldAsync(atasan, "Kembalikan ke Analis");
        await atasan.FillAsync("Alasan pengembalian", KeInput);
        await atasan.PressAsync("Kembalikan ke Analis");
        Assert.Contains("Berkas dikembalikan ke Analis.", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanRatesAndApprovesAsync()
    {
        var atasan = Desks["kadis"];
        await KepalaDinasSetsTheCapaianAsync(atasan);
        await TakeUpAsync(atasan, Step.Validate);
        foreach (var which in new[] { "Rating hasil kerja", "Rating perilaku kerja" })
        {
            await atasan.Page.GetByRole(AriaRole.Group, new() { Name = which, Exact = true }).GetByLabel("Di Atas Ekspektasi").CheckAsync();
        }

        await atasan.FillAsync("Umpan balik Harmonis", "Menjadi teladan bagi bidang lain.");
        await atasan.FillAsync("Alasan menilai lebih awal", "Pegawai pindah bulan depan.");
        await atasan.PressAsync("Lanjut ke persetujuan");
        Assert.Equal("Sangat Baik", await atasan.ReadAsync(".hasil__nilai"));
        await atasan.FillAsync("Kata sandi akun Anda", Site.Password);
        await atasan.PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains($"Berkas sekarang menunggu ASN yang dinilai ({Asn}).", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    private static async Task KepalaDinasSetsTheCapaianAsync(Desk kadis)
    {
        await kadis.GoAsync("/");
        await kadis.FollowAsync("Tetapkan capaian Bidang Koperasi dan Usaha Kecil Menengah");
        await kadis.Page.GetByRole(AriaRole.Group, new() { Name = "Capaian kinerja organisasi", Exact = true }).GetByLabel("Istimewa").CheckAsync();
        await kadis.FillAsync("Sumber", "LKjIP 2026, nomor 700/12/DISKOP");
        await kadis.FillAsync("Tanggal sumber", "2026-11-20");
        await kadis.PressAsync("Tetapkan capaian");
        Assert.Contains("sudah ditetapkan: Istimewa.", await kadis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AsnReadsAndSignsAsync()
    {
        var asn = Desks["kabidkop"];
        await TakeUpAsync(asn, Step.Sign);
        Assert.Equal("Sangat Baik", await asn.ReadAsync(".hasil__nilai"));
        await asn.Field("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang").CheckAsync();
        await asn.FillAsync("Kata sandi akun Anda", Site.Password);
        await asn.PressAsync("Nyatakan telah menerima hasil");
        Assert.Contains("Berkas sekarang menunggu Sekretaris.", await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task TheDocumentSaysItAsync()
    {
        var answer = await Desks["kabidkop"].Context.APIRequest.GetAsync($"{Dossier}/dokumen/akhir");
        using var pdf = new PdfTools(await answer.BodyAsync());
        var text = Desk.Squeeze(pdf.RawText);
        Assert.All(
            [
                "DOKUMEN EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI PENDEKATAN HASIL KERJA KUALITATIF",
                "PERIODE: TRIWULAN IV-AKHIR",
                "PERIODE PENILAIAN: 1 Januari s.d. 31 Desember 2026", "45 pelaku usaha ikut serta. (bukti 1)",
                "Menjadi teladan bagi bidang lain.",
                "Capaian kinerja organisasi ISTIMEWA", "Predikat kinerja pegawai SANGAT BAIK",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    private async Task TheHistoryTellsItAsync()
    {
        var asn = Desks["kabidkop"];
        await asn.GoAsync($"{Dossier}/riwayat");
        var told = await asn.ReadAllAsync("td[data-label='Yang terjadi']");
        Assert.Contains($"{Atasan} (atasan langsung) mengembalikan berkas dari langkah 4 (Validasi dan penilaian) ke langkah 3 "
            + $"(Penginputan). Alasan: {KeInput}", told);
        Assert.Equal("Gusti Rahmadi, S.Sos., M.A.P. (Sekretaris) mengarsipkan dokumen dan menutup berkas.", told[^1]);
    }
}
