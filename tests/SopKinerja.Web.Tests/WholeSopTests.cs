using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.Pp46;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>The SOP from an empty period to the archived document, by forms alone, with one return at steps 2 and 4.</summary>
public sealed class WholeSopTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Seven_people_take_one_ASN_from_targets_to_the_archive()
    {
        using var asn = await site.SignInAsync("penyuluh");
        using var atasan = await site.SignInAsync("kabidkop");
        using var analis = await site.SignInAsync("analis");
        using var kasubbag = await site.SignInAsync("kasubbag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        using var kadis = await site.SignInAsync("kadis");
        using var admin = await site.SignInAsync("admin");

        await PlanAsync(asn, atasan);
        var id = await OpenAsync(analis);
        var berkas = $"/berkas/{id}";
        await CollectAsync(analis, berkas);
        await SendBackAsync(kasubbag, $"{berkas}/periksa", "Kembalikan ke Analis", "Formulir halaman kedua belum terbaca.");
        Assert.Contains(
            "Formulir halaman kedua belum terbaca.", (await analis.GoAsync($"{berkas}/kumpulkan")).Text, StringComparison.Ordinal);
        Assert.Contains("Berkas dikirim", (await (await analis.GoAsync($"{berkas}/kumpulkan"))
            .PressAsync("Kirim ke Kasubbag")).Done, StringComparison.Ordinal);
        await CheckAsync(kasubbag, berkas);
        await TypeAsync(analis, berkas, "11");
        await SendBackAsync(atasan, $"{berkas}/validasi", "Kembalikan ke Analis", "Realisasi kegiatan 1 seharusnya 12 laporan.");
        await TypeAsync(analis, berkas, "12");
        Assert.Equal(HttpStatusCode.Forbidden, (await asn.GoAsync($"{berkas}/hasil")).Status);
        await RateAsync(atasan, berkas);
        var result = await ReadAndSignAsync(asn, berkas);
        var original = await DocumentAsync(kadis, $"{berkas}/dokumen/akhir");
        await DuplicateAsync(sekretaris, berkas);
        await ArchiveAsync(sekretaris, berkas);

        Assert.Equal(original, await DocumentAsync(kadis, $"{berkas}/dokumen/akhir"));
        Assert.Contains(result, (await kadis.GoAsync($"{berkas}/hasil")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GoAsync(berkas)).Status);
        await HistoryCanBeReadAloudAsync(asn, berkas);
        await NothingChangesAnyMoreAsync(id, analis, berkas);
    }

    private static async Task PlanAsync(Visitor asn, Visitor atasan)
    {
        var page = await (await asn.GoAsync("/skp/baru")).PressAsync("Buat SKP");
        page = page.Url.AbsolutePath.EndsWith("/susun", StringComparison.Ordinal) ? page : await page.FollowAsync("Susun dan ajukan SKP");
        Row(page, 1, "Menyusun laporan pembinaan koperasi", "12", "laporan", "12", "");
        Row(page, 2, "Melaksanakan penyuluhan perkoperasian", "6", "kegiatan", "12", "48.500.000");
        page = await page.PressAsync("Ajukan ke atasan langsung");
        Assert.NotNull(page.Done);

        var plan = await atasan.GoAsync(page.Url.AbsolutePath);
        plan = await plan.Fill("Alasan baru disetujui sekarang", "Target baru ditetapkan.")
            .Tick("Saya sudah membaca semua target di atas dan menyetujuinya").PressAsync("Setujui SKP");
        Assert.Contains("disetujui", plan.Done, StringComparison.Ordinal);
    }

    private static void Row(Visit page, int no, string uraian, string kuantitas, string satuan, string waktu, string biaya) => page
        .Fill($"Uraian kegiatan {no}", uraian).Fill($"Kuantitas kegiatan {no}", kuantitas).Fill($"Satuan kegiatan {no}", satuan)
        .Fill($"Waktu kegiatan {no}", waktu).Fill($"Biaya kegiatan {no}", biaya);

    private static async Task<string> OpenAsync(Visitor analis)
    {
        var page = await (await analis.GoAsync("/")).FollowAsync("Buka berkas dari SKP yang sudah disetujui");
        page = await page.PressAsync("Buka berkas Lailatul Qadriah, S.P.");
        Assert.NotNull(page.Done);
        var inbox = await analis.GoAsync("/");
        Assert.Contains("Lailatul Qadriah", inbox.Text, StringComparison.Ordinal);
        return inbox.Page.QuerySelector("tbody a[href^='/berkas/']")!.GetAttribute("href")!.Split('/')[2];
    }

    private static async Task CollectAsync(Visitor analis, string berkas)
    {
        var page = await analis.GoAsync($"{berkas}/kumpulkan");
        var early = await page.PressAsync("Kirim ke Kasubbag");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("unggah paling sedikit satu lampiran", string.Join(' ', early.Errors), StringComparison.Ordinal);

        page = await early.Attach("Tambah lampiran", "formulir.pdf", "%PDF-1.4 contoh"u8.ToArray()).PressAsync("Kirim ke Kasubbag");
        Assert.Equal(berkas, page.Url.AbsolutePath);
    }

    private static async Task SendBackAsync(Visitor who, string address, string button, string reason)
    {
        var page = await (await who.GoAsync(address)).Fill("Alasan pengembalian", reason).PressAsync(button);
        Assert.Contains("dikembalikan", page.Done, StringComparison.Ordinal);
    }

    private static async Task CheckAsync(Visitor kasubbag, string berkas)
    {
        var page = await kasubbag.GoAsync($"{berkas}/periksa");
        foreach (var box in page.Page.QuerySelectorAll("main input[type=checkbox]"))
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)box).IsChecked = true;
        }

        page = await page.PressAsync("Terima dan teruskan ke Analis");
        Assert.NotNull(page.Done);
    }

    private static async Task TypeAsync(Visitor analis, string berkas, string laporan)
    {
        var page = await analis.GoAsync($"{berkas}/input");
        page = await page
            .Fill("Realisasi kuantitas kegiatan nomor 1 (laporan)", laporan).Fill("Realisasi waktu kegiatan nomor 1 (bulan)", "12")
            .Fill("Realisasi kuantitas kegiatan nomor 2 (kegiatan)", "6")
            .Fill("Realisasi waktu kegiatan nomor 2 (bulan)", "12").Fill("Realisasi biaya kegiatan nomor 2 (rupiah)", "45.000.000")
            .PressAsync("Kirim ke atasan langsung");
        Assert.Contains("Realisasi dikirim", page.Done, StringComparison.Ordinal);
    }

    private async Task RateAsync(Visitor atasan, string berkas)
    {
        var page = await atasan.GoAsync($"{berkas}/validasi");
        page.Fill("Nilai kualitas kegiatan 1", "90,5").Fill("Nilai kualitas kegiatan 2", "88")
            .Fill("Alasan menilai lebih awal", "Pegawai pindah bulan depan.");
        foreach (var (aspect, nilai) in new[] { (
            "Orientasi pelayanan", "85"), ("Integritas", "86"), ("Komitmen", "84"), ("Disiplin", "80"), ("Kerja sama", "90") })
        {
            page.Fill(aspect, nilai);
        }

        page = await page.PressAsync("Lanjut ke persetujuan");
        var wrong = await page.Fill("Kata sandi akun Anda", "bukan ini").PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        page = await wrong.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains("setujui", page.Done, StringComparison.Ordinal);
    }

    // (100 + 90,5 + 76) / 3 = 88,8333; (100 + 88 + 76 + 83,2164…) / 4 = 86,8041…; × 60 % and 85 × 40 %.
    private async Task<string> ReadAndSignAsync(Visitor asn, string berkas)
    {
        var expected = PrestasiKerja.Of(
            [KegiatanScore.Of(12, 12, 100, 90.5m, 12, 12, null, null).Nilai,
                KegiatanScore.Of(6, 6, 100, 88, 12, 12, 48_500_000, 45_000_000).Nilai], 0, 0, [85, 86, 84, 80, 90]);
        Assert.Equal(86.69m, expected.NilaiPrestasi);
        var page = await (await asn.GoAsync("/")).FollowAsync("Langkah 5: Penandatanganan untuk Lailatul Qadriah, S.P.");
        Assert.Contains("86,69", page.Text, StringComparison.Ordinal);
        Assert.Contains("Baik", page.Text, StringComparison.Ordinal);
        page = await page.WithoutObjection().Fill("Kata sandi akun Anda", site.Password)
            .PressAsync("Nyatakan telah menerima hasil");
        Assert.NotNull(page.Done);
        Assert.Equal(berkas, page.Url.AbsolutePath);
        return "86,69";
    }

    private static async Task<string> DocumentAsync(Visitor who, string address)
    {
        var answer = await who.GoAsync(address);
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        return Convert.ToHexStringLower(SHA256.HashData(answer.Bytes));
    }

    private static async Task DuplicateAsync(Visitor sekretaris, string berkas)
    {
        foreach (var forWhom in new[] { "Lailatul Qadriah, S.P.", "Subbagian Umum dan Kepegawaian" })
        {
            var made = await (await sekretaris.GoAsync($"{berkas}/gandakan"))
                .Fill("Buat salinan untuk", forWhom).PressAsync("Buat salinan");
            Assert.NotNull(made.Done);
        }

        Assert.Equal("%PDF-"u8.ToArray(), (await sekretaris.GoAsync($"{berkas}/salinan/2")).Bytes[..5]);
        var page = await (await sekretaris.GoAsync($"{berkas}/gandakan")).PressAsync("Selesai menggandakan");
        Assert.NotNull(page.Done);
    }

    private static async Task ArchiveAsync(Visitor sekretaris, string berkas)
    {
        var page = await sekretaris.GoAsync($"{berkas}/arsipkan");
        Assert.Equal("800.1.4.4", page.Value("Kode klasifikasi"));
        page = await page.Fill("Nomor boks", "BOX-KOP-2026-001").Fill("Folder", "FOLDER-03").PressAsync("Arsipkan dan tutup berkas");
        Assert.NotNull(page.Done);
        Assert.Contains("BOX-KOP-2026-001", (await sekretaris.GoAsync("/arsip")).Text, StringComparison.Ordinal);
    }

    private static async Task HistoryCanBeReadAloudAsync(Visitor asn, string berkas)
    {
        var text = (await asn.GoAsync($"{berkas}/riwayat")).Text;
        string[] sentences =
        [
            "Dewi Safitri, S.Kom. (Analis) membuka berkas",
            "Rina Marlina, S.E. (Kasubbag) mengembalikan berkas dari langkah 2 (Pemeriksaan) ke langkah 1 (Pengumpulan).",
            "Formulir halaman kedua belum terbaca.",
            "Ir. Bambang Suryadi, M.M. (atasan langsung) mengembalikan berkas dari langkah 4 (Validasi dan penilaian) ke langkah 3 "
            + "(Penginputan).",
            "Lailatul Qadriah, S.P. (ASN yang dinilai) menyelesaikan langkah 5 (Penandatanganan)",
            "Gusti Rahmadi, S.Sos., M.A.P. (Sekretaris) mengarsipkan dokumen dan menutup berkas.",
        ];
        Assert.All(sentences, s => Assert.Contains(s, text, StringComparison.Ordinal));
    }

    private async Task NothingChangesAnyMoreAsync(string id, Visitor analis, string berkas)
    {
        var key = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        var dossier = await site.AskAsync(
            db => db.Dossiers.Include(d => d.History).Include(d => d.Copies).Include(d => d.Documents).SingleAsync(d => d.Id == key));
        Assert.NotNull(dossier.ClosedAt);
        Assert.Equal([1, 2], dossier.Copies.Select(c => c.No).Order());
        Assert.Equal([DocumentKind.Approved, DocumentKind.Final], dossier.Documents.Select(d => d.Kind).Order());
        Assert.Equal(2, dossier.History.Count(h => h.Move == Move.SentBack));
        Assert.Equal(12.0m, ((Pp46Sheet)dossier.Sheet).Kegiatan[0].Realisasi.Kuantitas);
        Assert.Equal(11.0m, (await site.AskAsync(db => db.Database.SqlQuery<string>(
            $"""select sheet #>> array['Kegiatan', '0', 'Realisasi', 'Kuantitas'] as "Value" from dossier_versions where dossier_id = {key} and "from" = 3 order by id limit 1""").ToListAsync())).Select(decimal.Parse).Single());

        var late = await analis.PostAsync($"{berkas}/input?handler=Complete", "/kata-sandi", ("Input.Kegiatan[0].Kuantitas", "99"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("sudah diarsipkan", late.Text, StringComparison.Ordinal);
    }
}
