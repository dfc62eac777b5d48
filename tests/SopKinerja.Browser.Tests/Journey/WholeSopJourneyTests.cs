using Microsoft.Playwright;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Domain;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>The SOP as its people live it: from an empty period to an archived document, each at a browser of their own.</summary>
public sealed class WholeSopJourneyTests(BrowserSite site, Chromium chromium)
    : SopJourney(site, chromium, Asn, Screen.Desktop, ["admin", "pelaksanakop", "kabidkop", "analis", "kasubbag", "sekretaris", "kadis"]),
    IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    private const string Periode = "Tahun 2024 uji";
    private const string Asn = "Ahmad Zainuddin";
    private const string Atasan = "Ir. Bambang Suryadi, M.M.";
    private const string KeAnalis = "Bukti dukung kegiatan nomor 2 belum dilampirkan.";
    private const string KeInput = "Realisasi kuantitas kegiatan nomor 1 tidak sama dengan formulirnya.";

    private static readonly IReadOnlyList<KegiatanTugasJabatan> Targets =
    [
        new("Menyusun laporan keadaan koperasi setiap bulan", null, 12, "laporan", 100, 12, SatuanWaktu.Bulan, null),
        new("Membina kelompok usaha mikro di delapan kecamatan", null, 24, "kelompok", 100, 12, SatuanWaktu.Bulan, 48_500_000),
        new("Menata arsip koperasi", null, 40, "berkas", 100, 6, SatuanWaktu.Bulan, null),
    ];

    protected override bool? SendsTwiceAtOnce => false;

    private static readonly decimal[] Kualitas = [88, 85.5m, 90];

    private static readonly (string Aspek, decimal Nilai)[] Perilaku =
        [("Orientasi pelayanan", 85), ("Integritas", 86.5m), ("Komitmen", 84), ("Disiplin", 82), ("Kerja sama", 88)];

    /// <summary>What the domain makes of the figures that are typed below.</summary>
    private static PrestasiKerja Expected => new Pp46Sheet(
        [
            new(Targets[0], new(null, 12, 12, null, Kualitas[0])),
            new(Targets[1], new(null, 25, 11, 47_250_000.50m, Kualitas[1])),
            new(Targets[2], new(null, 38, 6, null, Kualitas[2])),
        ],
        [], [], new(Perilaku[0].Nilai, Perilaku[1].Nilai, Perilaku[2].Nilai, Perilaku[3].Nilai, Perilaku[4].Nilai, null), false, null,
        null)
    { Edition = Pp46Editions.AsPrinted }.Score();

    [Fact]
    public async Task From_an_empty_period_to_an_archived_document()
    {
        await AdministratorMakesThePeriodAsync();
        await AsnWritesTheSkpAsync();
        await AtasanAgreesAsync();
        await AnalisCollectsAsync();
        await KasubbagSendsBackOnceAsync();
        await AnalisMendsAsync();
        await KasubbagAcceptsAsync();
        await AnalisTypesByKeyboardAsync();
        await AtasanSendsBackOnceAsync();
        await AnalisCorrectsAsync();
        await AtasanRatesAndApprovesAsync();
        await AsnAcknowledgesAsync();
        await SekretarisCopiesAndArchivesAsync("BOX-2024-KOP-01");
        await EverybodyLooksBackAsync();
        NobodyHadTrouble();
    }

    private async Task AdministratorMakesThePeriodAsync()
    {
        var admin = Desks["admin"];
        await admin.GoAsync("/");
        await admin.FollowAsync("Periode");
        await admin.FollowAsync("Tambah periode lain");
        await admin.FillAsync("Nama periode", Periode);
        await admin.FillAsync("Mulai", "2024-01-01");
        await admin.FillAsync("Selesai", "2024-12-31");
        await admin.Field("Peraturan penilaian").SelectOptionAsync([new SelectOptionValue { Index = 1 }]);
        await admin.FillAsync("Alasan memakai peraturan ini", "SOP dinas (Mei 2023) mengacu pada PP 46/2011.");
        await admin.PressAsync("Tambah periode");
        Assert.Contains($"Periode {Periode} sudah ditambahkan.", await admin.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AsnWritesTheSkpAsync()
    {
        var asn = Desks["pelaksanakop"];
        await asn.GoAsync("/");
        Assert.Contains("Susun SKP Anda", await asn.ReadAsync(), StringComparison.Ordinal);
        await asn.FollowAsync("SKP");
        await asn.FollowAsync($"Susun SKP {Periode}");
        await asn.PressAsync("Buat SKP");
        foreach (var (target, no) in Targets.Select((t, i) => (t, i + 1)))
        {
            await asn.FillAsync($"Uraian kegiatan {no}", target.Uraian);
            await asn.FillAsync($"Kuantitas kegiatan {no}", Angka.Isian(target.Kuantitas));
            await asn.FillAsync($"Satuan kegiatan {no}", target.Satuan);
            await asn.FillAsync($"Kualitas kegiatan {no}", Angka.Isian(target.Kualitas));
            await asn.FillAsync($"Waktu kegiatan {no}", Angka.Isian(target.Waktu));
            await asn.FillAsync($"Biaya kegiatan {no}", target.Biaya is { } biaya ? Angka.Ringkas(biaya) : "");
        }

        await asn.PressAsync("Ajukan ke atasan langsung");
        Assert.Contains(Sentences.End($"SKP diajukan kepada {Atasan}"), await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanAgreesAsync()
    {
        var atasan = Desks["kabidkop"];
        await atasan.GoAsync("/");
        await atasan.FollowAsync($"Periksa dan setujui SKP {Asn}");
        Assert.Contains("48.500.000", await atasan.ReadAsync(), StringComparison.Ordinal);
        await atasan.Field("Saya sudah membaca semua target di atas dan menyetujuinya").CheckAsync();
        await atasan.FillAsync("Alasan baru disetujui sekarang", "Target baru ditetapkan.");
        await atasan.PressAsync("Setujui SKP");
        await atasan.GoAsync("/");
        Assert.DoesNotContain("Periksa dan setujui SKP", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AnalisCollectsAsync()
    {
        var analis = Desks["analis"];
        await analis.GoAsync("/");
        await analis.FollowAsync("Buka berkas dari SKP yang sudah disetujui");
        await analis.Field("Periode").SelectOptionAsync(Periode);
        await analis.PressAsync("Tampilkan");
        await analis.PressAsync($"Buka berkas {Asn}");
        TookUp(analis);
        await StandsAtAsync(analis, Step.Collect);
        await analis.FillAsync("Diserahkan oleh", Asn);
        await analis.Field("Tambah lampiran").SetInputFilesAsync(Scan("formulir kinerja.pdf"));
        Site.Clock.Move(TimeSpan.FromMinutes(25));
        await analis.PressAsync("Kirim ke Kasubbag");
        Assert.Contains("Berkas dikirim ke Kasubbag.", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task KasubbagSendsBackOnceAsync()
    {
        var kasubbag = Desks["kasubbag"];
        await TakeUpAsync(kasubbag, Step.Check);
        await UnfoldAsync(kasubbag, "Kembalikan ke Analis");
        await kasubbag.FillAsync("Alasan pengembalian", KeAnalis);
        await kasubbag.PressAsync("Kembalikan ke Analis");
        Assert.Contains("Berkas dikembalikan ke Analis.", await kasubbag.ReadAsync(), StringComparison.Ordinal);
        await WaitsForNobodyElseAsync(kasubbag);
    }

    private async Task AnalisMendsAsync()
    {
        var analis = Desks["analis"];
        await TakeUpAsync(analis, Step.Collect);
        Assert.Contains(KeAnalis, await analis.ReadAsync(), StringComparison.Ordinal);
        await analis.Field("Tambah lampiran").SetInputFilesAsync(Scan("bukti kegiatan 2.pdf"));
        await analis.PressAsync("Kirim ke Kasubbag");
        Assert.Equal(["formulir kinerja.pdf", "bukti kegiatan 2.pdf"], await analis.ReadAllAsync(".daftar-bukti a"));
    }

    private async Task KasubbagAcceptsAsync()
    {
        var kasubbag = Desks["kasubbag"];
        await TakeUpAsync(kasubbag, Step.Check);
        await TickAllAsync(kasubbag);
        await kasubbag.PressAsync("Terima dan teruskan ke Analis");
        Assert.Contains("Berkas diteruskan ke Analis.", await kasubbag.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AnalisTypesByKeyboardAsync()
    {
        var analis = Desks["analis"];
        await TakeUpAsync(analis, Step.Input);
        var keys = new Keyboard(analis.Page);
        await keys.TabToAsync("Realisasi kuantitas kegiatan nomor 1 ");
        await keys.TypeAsync("10", "Enter", "Realisasi kuantitas kegiatan nomor 2 ");
        await keys.TypeAsync("25", "Enter", "Realisasi kuantitas kegiatan nomor 3 ");
        await keys.TypeAsync("38", "Tab", "Realisasi waktu kegiatan nomor 3 ");
        await keys.TypeAsync("6", "Shift+Enter", "Realisasi waktu kegiatan nomor 2 ");
        await keys.TypeAsync("11", "Shift+Enter", "Realisasi waktu kegiatan nomor 1 ");
        await keys.TypeAsync("12", "Enter", "Realisasi waktu kegiatan nomor 2 ");
        await keys.PressAsync("Tab", "Realisasi biaya kegiatan nomor 2 ");
        await keys.TypeAsync("47.250.000,50", "Tab", "Realisasi kuantitas kegiatan nomor 3 ");
        await keys.TabToAsync("Kirim ke atasan langsung");
        await analis.AnswerAsync(() => analis.Page.Keyboard.PressAsync("Enter"));
        Assert.Contains($"Realisasi dikirim ke atasan langsung ({Atasan}).", await analis.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AtasanSendsBackOnceAsync()
    {
        var atasan = Desks["kabidkop"];
        Site.Clock.Move(TimeSpan.FromMinutes(30));
        await TakeUpAsync(atasan, Step.Validate);
        await UnfoldAsync(atasan, "Kembalikan ke Analis");
        await atasan.FillAsync("Alasan pengembalian", KeInput);
        await atasan.PressAsync("Kembalikan ke Analis");
    }

    private async Task AnalisCorrectsAsync()
    {
        var analis = Desks["analis"];
        await TakeUpAsync(analis, Step.Input);
        Assert.Contains(KeInput, await analis.ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("47250000,50", (await analis.Page.GetByLabel("Realisasi biaya kegiatan nomor 2 ").InputValueAsync())
            .Replace(".", "", StringComparison.Ordinal));
        await analis.Page.GetByLabel("Realisasi kuantitas kegiatan nomor 1 ").FillAsync("12");
        await analis.PressAsync("Kirim ke atasan langsung");
    }

    private async Task AtasanRatesAndApprovesAsync()
    {
        var atasan = Desks["kabidkop"];
        await TakeUpAsync(atasan, Step.Validate);
        foreach (var (nilai, no) in Kualitas.Select((n, i) => (n, i + 1)))
        {
            await atasan.FillAsync($"Nilai kualitas kegiatan {no}", Angka.Isian(nilai));
        }

        foreach (var (aspek, nilai) in Perilaku)
        {
            await atasan.FillAsync(aspek, Angka.Isian(nilai));
        }

        await atasan.PressAsync("Lanjut ke persetujuan");
        await ShowsTheFiguresAsync(atasan);
        await atasan.FillAsync("Kata sandi akun Anda", "bukan ini");
        await atasan.PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(422, atasan.Status);
        await atasan.FillAsync("Kata sandi akun Anda", Site.Password);
        await atasan.PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains($"Berkas sekarang menunggu ASN yang dinilai ({Asn}).", await atasan.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task AsnAcknowledgesAsync()
    {
        var asn = Desks["pelaksanakop"];
        await TakeUpAsync(asn, Step.Sign);
        await ShowsTheFiguresAsync(asn);
        await HasTheFiguresAsync(asn, "persetujuan");
        await asn.Field("Menerima hasil dan tidak berkeberatan: berkas diteruskan sekarang").CheckAsync();
        await asn.FillAsync("Kata sandi akun Anda", Site.Password);
        await asn.PressAsync("Nyatakan telah menerima hasil");
        Assert.Contains("Berkas sekarang menunggu Sekretaris.", await asn.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task EverybodyLooksBackAsync()
    {
        var asn = Desks["pelaksanakop"];
        await HasTheFiguresAsync(asn, "akhir");
        await asn.GoAsync($"{Dossier}/riwayat");
        var told = await asn.ReadAllAsync("td[data-label='Yang terjadi']");
        Assert.Equal(Story, told.Where(s => !s.Contains("mulai mengerjakan", StringComparison.Ordinal)));

        var kadis = Desks["kadis"];
        await kadis.GoAsync("/");
        await kadis.FollowAsync("Kemajuan");
        await kadis.Field("Periode").SelectOptionAsync(Periode);
        await kadis.PressAsync("Tampilkan periode");
        await kadis.FollowAsync("Lihat hasil setiap pegawai");
        Assert.Contains($"{Angka.Tampil(Expected.NilaiPrestasi)} {Expected.SebutanPrestasi}", await kadis.ReadAsync("tbody tr"),
            StringComparison.Ordinal);
        await kadis.GoAsync($"{Dossier}/hasil");
        await ShowsTheFiguresAsync(kadis);

        var admin = Desks["admin"];
        await admin.GoAsync(Dossier);
        Assert.Equal(404, admin.Status);
        Assert.DoesNotContain(Asn, await admin.ReadAsync("body"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Story =>
    [
        "Dewi Safitri, S.Kom. (Analis) membuka berkas dari SKP yang sudah disetujui.",
        "Dewi Safitri, S.Kom. (Analis) menyelesaikan langkah 1 (Pengumpulan); berkas diteruskan ke langkah 2 (Pemeriksaan).",
        "Rina Marlina, S.E. (Kasubbag) mengembalikan berkas dari langkah 2 (Pemeriksaan) ke langkah 1 (Pengumpulan). Alasan: " + KeAnalis,
        "Dewi Safitri, S.Kom. (Analis) menyelesaikan langkah 1 (Pengumpulan); berkas diteruskan ke langkah 2 (Pemeriksaan).",
        "Rina Marlina, S.E. (Kasubbag) menyelesaikan langkah 2 (Pemeriksaan); berkas diteruskan ke langkah 3 (Penginputan).",
        "Dewi Safitri, S.Kom. (Analis) menyelesaikan langkah 3 (Penginputan); berkas diteruskan ke langkah 4 (Validasi dan penilaian).",
        $"{Atasan} (atasan langsung) mengembalikan berkas dari langkah 4 (Validasi dan penilaian) ke langkah 3 (Penginputan). Alasan: "
        + $"{KeInput}",
        "Dewi Safitri, S.Kom. (Analis) menyelesaikan langkah 3 (Penginputan); berkas diteruskan ke langkah 4 (Validasi dan penilaian).",
        $"{Atasan} (atasan langsung) menyelesaikan langkah 4 (Validasi dan penilaian); berkas diteruskan ke langkah 5 (Penandatanganan).",
        $"{Asn} (ASN yang dinilai) membuka hasil penilaian, dan dengan itu menerimanya.",
        $"{Asn} (ASN yang dinilai) menyelesaikan langkah 5 (Penandatanganan); berkas diteruskan ke langkah 6 (Penggandaan).",
        "Gusti Rahmadi, S.Sos., M.A.P. (Sekretaris) menyelesaikan langkah 6 (Penggandaan); berkas diteruskan ke langkah 7 (Pengarsipan).",
        "Gusti Rahmadi, S.Sos., M.A.P. (Sekretaris) mengarsipkan dokumen dan menutup berkas.",
    ];

    private static async Task ShowsTheFiguresAsync(Desk desk)
    {
        var text = await desk.ReadAsync();
        Assert.Contains(Angka.Tampil(Expected.NilaiPrestasi), text, StringComparison.Ordinal);
        Assert.Contains(Angka.Tampil(Expected.NilaiSkp), text, StringComparison.Ordinal);
        Assert.Contains(Angka.Tampil(Expected.PerilakuRata), text, StringComparison.Ordinal);
        Assert.Contains(Expected.SebutanPrestasi, text, StringComparison.Ordinal);
    }

    private async Task HasTheFiguresAsync(Desk desk, string kind)
    {
        var answer = await desk.Context.APIRequest.GetAsync($"{Dossier}/dokumen/{kind}");
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        using var pdf = new PdfTools(await answer.BodyAsync());
        foreach (
            var figure in new[] { Expected.NilaiPrestasi, Expected.NilaiSkp, Expected.SkpX60, Expected.PerilakuRata, Expected.PerilakuX40 })
        {
            Assert.Contains(Angka.Tampil(figure), pdf.Text, StringComparison.Ordinal);
        }
    }
}
