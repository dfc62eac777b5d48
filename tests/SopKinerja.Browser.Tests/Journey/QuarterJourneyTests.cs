using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>A quarter under PermenPANRB 6/2022, by indikator: from a period that is not there yet to an archived evaluasi.</summary>
public sealed class QuarterJourneyTests(BrowserSite site, Chromium chromium)
    : SopJourney(site, chromium, Asn, Screen.Desktop, ["admin", "pelaksanakop", "kabidkop", "analis", "kasubbag", "sekretaris"]),
    IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const string Periode = "Kinerja 2025 uji";
    private const string Asn = "Ahmad Zainuddin";
    private const string Atasan = "Ir. Bambang Suryadi, M.M.";
    private const string UmpanBalik = "Pertahankan, dan catat kendala sejak awal.";

    private string _rencanaPimpinan = "";

    protected override bool? SendsTwiceAtOnce => true;

    [Fact]
    public async Task From_a_period_that_is_not_there_to_an_archived_quarter()
    {
        await AdministratorMakesThePeriodAsync();
        await SuperiorProposesAnSkpAsync();
        await AsnWritesTheSkpAsync();
        await AtasanAgreesAsync();
        await AnalisOpensAndCollectsAsync();
        await KasubbagAcceptsAsync();
        await AnalisTypesAndPointsAtTheBuktiAsync();
        await AtasanRatesAndApprovesAsync();
        await AsnReadsAndSignsAsync();
        await SekretarisCopiesAndArchivesAsync("BOX-2025-KOP-02");
        await TheDocumentSaysItAsync();
        await AtasanSeesTheTeamAsync();
        NobodyHadTrouble();
    }

    private async Task AdministratorMakesThePeriodAsync()
    {
        var admin = Desks["admin"];
        await admin.GoAsync("/periode");
        await admin.FollowAsync("Tambah periode lain");
        await admin.FillAsync("Nama periode", Periode);
        await admin.FillAsync("Mulai", "2025-01-01");
        await admin.FillAsync("Selesai", "2025-12-31");
        await admin.Field("Peraturan penilaian").SelectOptionAsync(ScoringMethods.PermenPanRb6);
        await admin.Field("Evaluasi periodik").SelectOptionAsync("Triwulanan");
        await admin.PressAsync("Tambah periode");
        Assert.Contains($"Periode {Periode} sudah ditambahkan.", await admin.ReadAsync(), StringComparison.Ordinal);
    }

    // The other journey writes a kepala bidang's SKP by hand.
    private async Task SuperiorProposesAnSkpAsync()
    {
        var period = await Site.AskAsync(db => db.Periods.AsNoTracking().SingleAsync(p => p.Nama == Periode));
        var plan = await Site.PlayAsync(play => play.ProposedPlanAsync("kabidkop", period));
        Assert.Equal(PlanState.Proposed, plan.State);
        _rencanaPimpinan = ((SasaranKinerja)plan.Content).Rencana[0].Uraian;
    }

    private async Task AsnWritesTheSkpAsync()
    {
        var asn = Desks["pelaksanakop"];
        await asn.GoAsync("/skp");
        await asn.FollowAsync($"Susun SKP {Periode}");
        await asn.Page.GetByRole(AriaRole.Radio, new() { Name = "Kuantitatif" }).CheckAsync();
        await asn.PressAsync("Buat SKP");
        await asn.Field("Rencana pimpinan yang diintervensi, utama 1")
            .SelectOptionAsync(new SelectOptionValue { Label = _rencanaPimpinan });
        await asn.FillAsync("Rencana hasil kerja utama 1", "Tersusunnya laporan keadaan koperasi");
        await FillIndikatorAsync(asn, "1, utama 1", "Kuantitas", "Jumlah laporan", "12 laporan");
        await FillIndikatorAsync(asn, "2, utama 1", "Waktu", "Ketepatan waktu laporan", "paling lambat tanggal 5");
        await asn.PressAsync("Tambah rencana utama");
        await asn.FillAsync("Bila tidak ada dalam daftar, tulis bunyinya, utama 2", "Tertibnya administrasi koperasi");
        await asn.FillAsync("Rencana hasil kerja utama 2", "Tertatanya arsip koperasi");
        await FillIndikatorAsync(asn, "1, utama 2", "Kuantitas", "Jumlah berkas yang ditata", "");
        await asn.FillAsync("Ekspektasi khusus pimpinan: Loyal", "Menjaga kerahasiaan data koperasi");
        await asn.FillAsync("Dukungan sumber daya", "Satu laptop\nLemari arsip");
        await asn.FillAsync("Skema pertanggungjawaban", "Laporan bulanan kepada atasan langsung");
        await asn.FillAsync("Konsekuensi", "Pembinaan bila tidak tercapai");

        await asn.PressAsync("Ajukan ke atasan langsung");
        Assert.Equal(422, asn.Status);
        Assert.Equal("Menjaga kerahasiaan data koperasi", await asn.Field("Ekspektasi khusus pimpinan: Loyal").InputValueAsync());
        await asn.FillAsync("Target indikator 1, utama 2", "40 berkas");
        await asn.PressAsync("Ajukan ke atasan langsung");
        Assert.Contains(Sentences.End($"SKP diajukan kepada {Atasan}"), await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private static async Task FillIndikatorAsync(Desk desk, string which, string aspek, string uraian, string target)
    {
        await desk.Field($"Aspek indikator {which}").SelectOptionAsync(aspek);
        await desk.FillAsync($"Indikator {which}", uraian);
        await desk.FillAsync($"Target indikator {which}", target);
    }

    private async Task AtasanAgreesAsync()
    {
        var atasan = Desks["kabidkop"];
        await atasan.GoAsync("/");
        await atasan.FollowAsync($"Periksa dan setujui SKP {Asn}");
        var text = await atasan.ReadAsync();
        Assert.All(
            [_rencanaPimpinan, "Tertibnya administrasi koperasi", "paling lambat tanggal 5", "40 berkas", "Menjaga kerahasiaan data "
                + "koperasi", "Lemari arsip"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
        await atasan.Field("Saya sudah membaca semua target di atas dan menyetujuinya").CheckAsync();
        await atasan.FillAsync("Alasan baru disetujui sekarang", "Target baru ditetapkan.");
        await atasan.PressAsync("Setujui SKP");
        await atasan.GoAsync("/");
        Assert.DoesNotContain("Periksa dan setujui SKP", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AnalisOpensAndCollectsAsync()
    {
        var analis = Desks["analis"];
        await analis.GoAsync("/");
        await analis.FollowAsync("Buka berkas dari SKP yang sudah disetujui");
        await analis.Field("Periode").SelectOptionAsync(Periode);
        await analis.PressAsync("Tampilkan");
        await analis.Field("Bagian periode").SelectOptionAsync("Triwulan I");
        await analis.PressAsync("Tampilkan");
        await analis.PressAsync($"Buka berkas {Asn}");
        TookUp(analis);
        await StandsAtAsync(analis, Step.Collect);
        Assert.Contains($"{Periode}, Triwulan I", await analis.ReadAsync(), StringComparison.Ordinal);
        await analis.FillAsync("Diserahkan oleh", Asn);
        await analis.Field("Tambah lampiran").SetInputFilesAsync([Scan("formulir kinerja.pdf"), Scan("laporan koperasi.pdf")]);
        Site.Clock.Move(TimeSpan.FromMinutes(25));
        await analis.PressAsync("Kirim ke Kasubbag");
        Assert.Contains("Berkas dikirim ke Kasubbag.", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task KasubbagAcceptsAsync()
    {
        var kasubbag = Desks["kasubbag"];
        await TakeUpAsync(kasubbag, Step.Check);
        await TickAllAsync(kasubbag);
        await kasubbag.PressAsync("Terima dan teruskan ke Analis");
        Assert.Contains("Berkas diteruskan ke Analis.", await kasubbag.ReadAsync(), StringComparison.Ordinal);
        await WaitsForNobodyElseAsync(kasubbag);
    }

    private async Task AnalisTypesAndPointsAtTheBuktiAsync()
    {
        var analis = Desks["analis"];
        await TakeUpAsync(analis, Step.Input);
        // Enter goes down, from the last line of one rencana to the first of the next, and breaks no line on its way.
        var keys = new Keyboard(analis.Page);
        await keys.TabToAsync("Realisasi rencana nomor 1, indikator 1");
        await keys.TypeAsync("3 dari 12", "Alt+Enter", "Realisasi rencana nomor 1, indikator 1");
        await analis.Page.Keyboard.TypeAsync("laporan");
        await keys.PressAsync("Enter", "Realisasi rencana nomor 1, indikator 2");
        await keys.TypeAsync("semua sebelum tanggal 5", "Enter", "Realisasi rencana nomor 2, indikator 1");
        await keys.PressAsync("Shift+Enter", "Realisasi rencana nomor 1, indikator 2");
        Assert.Equal("3 dari 12\nlaporan", await analis.Field("Realisasi rencana nomor 1, indikator 1").InputValueAsync());
        Assert.Equal("semua sebelum tanggal 5", await analis.Field("Realisasi rencana nomor 1, indikator 2").InputValueAsync());
        await analis.FillAsync("Realisasi rencana nomor 1, indikator 1", "3 dari 12 laporan");
        var second = analis.Page.Locator("fieldset.rencana").Nth(1);
        await second.GetByLabel("Lampiran 2: laporan koperasi.pdf").CheckAsync();

        await analis.PressAsync("Kirim ke atasan langsung");
        Assert.Equal(422, analis.Status);
        Assert.Equal("3 dari 12 laporan", await analis.Field("Realisasi rencana nomor 1, indikator 1").InputValueAsync());
        Assert.True(await second.GetByLabel("Lampiran 2: laporan koperasi.pdf").IsCheckedAsync());
        await analis.FillAsync("Realisasi rencana nomor 2, indikator 1", "10 dari 40 berkas");
        await analis.PressAsync("Kirim ke atasan langsung");
        Assert.Contains($"Realisasi dikirim ke atasan langsung ({Atasan}).", await analis.ReadAsync(), StringComparison.Ordinal);
        await analis.GoAsync(Dossier);
        Assert.DoesNotContain("Ekspektasi", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanRatesAndApprovesAsync()
    {
        var atasan = Desks["kabidkop"];
        await TakeUpAsync(atasan, Step.Validate);
        Assert.Contains("lampiran 2 (laporan koperasi.pdf)", await atasan.ReadAsync(), StringComparison.Ordinal);
        await atasan.FillAsync("Umpan balik untuk rencana nomor 1 (boleh kosong)", UmpanBalik);
        await Rating(atasan, "Rating hasil kerja", "Di Atas Ekspektasi").CheckAsync();

        await atasan.PressAsync("Lanjut ke persetujuan");
        Assert.Equal(422, atasan.Status);
        Assert.True(await Rating(atasan, "Rating hasil kerja", "Di Atas Ekspektasi").IsCheckedAsync());
        await Rating(atasan, "Rating perilaku kerja", "Sesuai Ekspektasi").CheckAsync();
        await atasan.PressAsync("Lanjut ke persetujuan");
        Assert.Equal("Baik", await atasan.ReadAsync(".hasil__nilai"));
        await HeadSetsTheCapaianAsync(atasan);
        await atasan.FillAsync("Kata sandi akun Anda", "bukan ini");
        await atasan.PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(422, atasan.Status);
        await atasan.FillAsync("Kata sandi akun Anda", Site.Password);
        await atasan.PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains($"Berkas sekarang menunggu ASN yang dinilai ({Asn}).", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    // He rates in the unit that he heads.
    private async Task HeadSetsTheCapaianAsync(Desk head)
    {
        Assert.Contains("belum ditetapkan. Anda berwenang menetapkannya:", await head.ReadAsync(), StringComparison.Ordinal);
        await head.FollowAsync("tetapkan capaian unit ini");
        await Rating(head, "Capaian kinerja organisasi", "Baik").CheckAsync();
        await head.PressAsync("Tetapkan capaian");
        Assert.Equal(422, head.Status);
        Assert.True(await Rating(head, "Capaian kinerja organisasi", "Baik").IsCheckedAsync());
        await head.FillAsync("Sumber", "Laporan kinerja Triwulan I 2025, nomor 700/4");
        await head.FillAsync("Tanggal sumber", "2025-04-10");
        await head.PressAsync("Tetapkan capaian");
        Assert.Contains("sudah ditetapkan: Baik.", await head.ReadAsync(), StringComparison.Ordinal);
        await head.GoAsync($"{Dossier}/validasi");
        await head.PressAsync("Lanjut ke persetujuan");
        Assert.Contains("Tim ini hanya 1 orang", await head.ReadAsync(), StringComparison.Ordinal);
    }

    private static ILocator Rating(Desk desk, string which, string rating) =>
        desk.Page.GetByRole(AriaRole.Group, new() { Name = which, Exact = true }).GetByLabel(rating, new() { Exact = true });

    private async Task AsnReadsAndSignsAsync()
    {
        var asn = Desks["pelaksanakop"];
        await TakeUpAsync(asn, Step.Sign);
        Assert.Equal("Baik", await asn.ReadAsync(".hasil__nilai"));
        Assert.Contains("Predikat tidak dihitung dari angka.", await asn.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("▶ Baik (predikat ini)", await asn.ReadAsync(".sel-terpilih"));
        await asn.Field("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang").CheckAsync();
        await asn.FillAsync("Kata sandi akun Anda", Site.Password);
        await asn.PressAsync("Nyatakan telah menerima hasil");
        Assert.Contains("Berkas sekarang menunggu Sekretaris.", await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task TheDocumentSaysItAsync()
    {
        var answer = await Desks["pelaksanakop"].Context.APIRequest.GetAsync($"{Dossier}/dokumen/akhir");
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        using var pdf = new PdfTools(await answer.BodyAsync());
        var text = Desk.Squeeze(pdf.RawText);
        Assert.All(
            [
                "DOKUMEN EVALUASI KINERJA PEGAWAI", "EVALUASI KINERJA PEGAWAI PENDEKATAN HASIL KERJA KUANTITATIF", "PERIODE: TRIWULAN I ",
                "PERIODE PENILAIAN: 1 Januari s.d. 31 Maret 2025", "10 dari 40 berkas (bukti 2)", UmpanBalik, "DI ATAS EKSPEKTASI",
                "Predikat kinerja pegawai BAIK",
            ],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    private async Task AtasanSeesTheTeamAsync()
    {
        var atasan = Desks["kabidkop"];
        await atasan.GoAsync("/kemajuan/sebaran");
        await atasan.Field("Periode").SelectOptionAsync(Periode);
        await atasan.Field("Bagian periode").SelectOptionAsync("Triwulan I");
        await atasan.PressAsync("Tampilkan sebaran");
        Assert.Contains("Jumlah 100 % 100 % 1", await atasan.ReadAsync("tfoot"), StringComparison.Ordinal);
    }
}
