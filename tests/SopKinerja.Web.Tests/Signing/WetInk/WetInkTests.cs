using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Tests.Documents;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing.WetInk;

/// <summary>A document printed, signed by hand, scanned, and matched to its dossier.</summary>
public sealed class WetInkTests(WetInkSite site) : IClassFixture<WetInkSite>
{
    private const string Tick = "Ketiga tanda tangan sudah ada pada lembar itu";
    private const string Look = "Bila kode diketik: pindaian ini sudah saya buka sekali lagi; semua halaman dan tanda tangannya terbaca";

    private const string Typed = "Kode verifikasi (hanya bila kode QR tidak terbaca)";

    [Fact]
    public async Task The_whole_way_by_forms_from_the_approval_to_the_archive()
    {
        var id = await site.OnPaperAtAsync(Step.Validate, "penyuluhind");
        await RateAsync(id);
        using var atasan = await site.SignInAsync("kabidind");
        using var asn = await site.SignInAsync("penyuluhind");
        using var sekretaris = await site.SignInAsync("sekretaris");

        var page = await atasan.GoAsync($"/berkas/{id}/validasi/setujui");
        Assert.Contains("Dokumen ini ditandatangani dengan tinta pada kertas", page.Text, StringComparison.Ordinal);
        page = await page.Fill("Kata sandi akun Anda", "salah sekali ini").PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page = await page.Fill("Kata sandi akun Anda", site.Password).PressAsync("Setujui dan terbitkan dokumen");
        Assert.Contains("sudah terbit", page.Done, StringComparison.Ordinal);
        page = await asn.GoAsync($"/berkas/{id}/tanda-tangan");
        Assert.Contains("Butir 10 Anda tandatangani dengan tinta", page.Text, StringComparison.Ordinal);
        await page.WithoutObjection().Fill("Kata sandi akun Anda", site.Password).PressAsync("Nyatakan telah menerima hasil");

        var printed = await site.PrintedAsync(id);
        Assert.Equal(await site.PrintedAsync(id, DocumentKind.Approved), printed);
        using (var pdf = new PdfTools(printed))
        {
            Assert.DoesNotContain("secara elektronik", pdf.RawText, StringComparison.Ordinal);
            Assert.Contains("ditandatangani dengan tinta pada kertas", pdf.RawText.ReplaceLineEndings(" "), StringComparison.Ordinal);
            Assert.Equal("", pdf.Faults());
        }

        page = await sekretaris.GoAsync($"/berkas/{id}/gandakan");
        Assert.Equal(printed, (await page.FollowAsync("Cetak lembar untuk ditandatangani")).Bytes);
        page = await page.Fill("Buat salinan untuk", "Arsip dinas").PressAsync("Buat salinan");
        Assert.True(page.Button("Selesai menggandakan").IsDisabled);
        Assert.Contains("Pindaian dokumen yang ditandatangani belum diunggah.", page.Text, StringComparison.Ordinal);
        page = await UploadAsync(page, "asli.pdf", printed);
        Assert.Contains("Ini dokumen aslinya, belum ditandatangani.", Assert.Single(page.Errors), StringComparison.Ordinal);
        var scanned = SampleScans.Pdf(printed, 150, 1.5, 20);
        page = await UploadAsync(page, "pindai 001.pdf", scanned);

        Assert.Equal("Pindaian ke-1 sudah tersimpan di samping dokumen asli.", page.Done);
        var scan = Assert.Single(await site.ScansAsync(id));
        Assert.Equal(
            (1, 1, ScanMatch.Qr, "application/pdf", scanned.Length), (scan.No, scan.Version, scan.Match, scan.ContentType, scan.Size));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(scanned)), scan.Sha256);
        Assert.Equal(printed, await site.PrintedAsync(id));
        page = await page.PressAsync("Selesai menggandakan");
        page = await (await sekretaris.GoAsync($"/berkas/{id}/arsipkan")).PressAsync("Arsipkan dan tutup berkas");
        Assert.Contains("berkas sudah ditutup", page.Done, StringComparison.Ordinal);

        var opened = await (await asn.GoAsync($"/berkas/{id}")).FollowAsync("Buka pindaian ke-1");
        Assert.Equal(scanned, opened.Bytes);
        Assert.Equal("attachment", opened.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains(scan.Sha256, (await asn.GoAsync($"/berkas/{id}/hasil")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await asn.GoAsync($"/berkas/{id}/pindaian/2")).Status);
        foreach (var (userName, status) in new[] { ("analis", HttpStatusCode.Forbidden), ("juru", HttpStatusCode.NotFound), (
            "kadis", HttpStatusCode.OK) })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal((userName, status), (userName, (await visitor.GoAsync($"/berkas/{id}/pindaian/1")).Status));
        }

        // The sheet that was approved is the one of the end too.
        var report = await site.VerifyAsync();
        Assert.Empty(report.Faults);
        Assert.True(report is { Redrawn: >= 2, NotRedrawn: 0 }, $"{report}");
    }

    [Fact]
    public async Task A_scan_of_another_dossier_is_refused_and_named_by_its_number_alone()
    {
        var (id, other) = (await site.OnPaperAtAsync(Step.Duplicate, "penera"), await site.OnPaperAtAsync(Step.Duplicate, "penggerak"));
        using var sekretaris = await site.SignInAsync("sekretaris");

        var page = await UploadAsync(
            await sekretaris.GoAsync($"/berkas/{id}/gandakan"), "a.pdf", SampleScans.Pdf(await site.PrintedAsync(other)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        var error = Assert.Single(page.Errors);
        Assert.Equal($"Pindaian ini memuat dokumen PPK-2026-{other:D6}, bukan dokumen berkas ini. Unggah pada berkasnya sendiri.", error);
        Assert.Empty(await site.ScansAsync(id));
        Assert.Empty(await site.ScansAsync(other));
    }

    [Fact]
    public async Task A_scan_of_the_version_that_an_objection_replaced_is_refused_with_the_version_that_is_wanted()
    {
        var id = await site.PlayAsync(async play =>
        {
            play.Mode = SigningMode.WetInk;
            var dossier = await play.DossierAtAsync(Step.Sign, "bendahara", site.Period);
            await play.ObjectAsync(dossier, "Nilai kualitas tidak sesuai bukti.");
            await play.BringToAsync(dossier, Step.Duplicate);
            return dossier.Id;
        });
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await UploadAsync(await sekretaris.GoAsync($"/berkas/{id}/gandakan"), "a.pdf", SampleScans.Pdf(
            await site.PrintedAsync(id, DocumentKind.Approved)));
        Assert.Contains("versi 1, yang sudah digantikan. Cetak versi 2", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await UploadAsync(page, "b.jpg", SampleScans.Picture(
            SampleScans.Pdf(await site.PrintedAsync(id, version: 2), 200, signedOnly: true), "jpeg", 200));
        Assert.Contains("Pindaian ke-1", page.Done, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await site.ScansAsync(id)).Version);
    }

    [Fact]
    public async Task Without_a_readable_code_nothing_is_stored_until_the_right_code_is_typed()
    {
        var id = await site.OnPaperAtAsync(Step.Duplicate, "kabiddag");
        var code = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.VerificationCode!).SingleAsync());
        var blurred = SampleScans.Pdf(await site.PrintedAsync(id), 25, signedOnly: true);
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await UploadAsync(await sekretaris.GoAsync($"/berkas/{id}/gandakan"), "a.pdf", blurred);
        Assert.Contains(
            "Kode QR tidak terbaca pada pindaian ini. Pindai lagi dengan 300 dpi", Assert.Single(page.Errors), StringComparison.Ordinal);

        // Nobody but the sender has seen what is in it, so he looks once more.
        page = await UploadAsync(page.Fill(Typed, code), "a.pdf", blurred);
        Assert.Contains("tidak ada yang memeriksa isinya selain Anda", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await UploadAsync(page.Fill(Typed, "0000-0000-0000").Tick(Look), "a.pdf", blurred);
        Assert.Contains("bukan kode dokumen berkas ini", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("0000-0000-0000", page.Value(Typed));
        Assert.Empty(await site.ScansAsync(id));
        Assert.False(
            await site.AskAsync(db => db.History.AnyAsync(h => h.DossierId == id && h.From == Step.Duplicate && h.Move == Move.Worked)));

        page = await UploadAsync(page.Fill(Typed, VerificationCode.Tampil(code).ToLowerInvariant()), "a.pdf", blurred);
        Assert.Contains("Pindaian ke-1", page.Done, StringComparison.Ordinal);
        Assert.Contains("kode diketik", page.Text, StringComparison.Ordinal);
        Assert.Equal(ScanMatch.Typed, Assert.Single(await site.ScansAsync(id)).Match);

        // The very file once more, and then a better one.
        page = await UploadAsync(page.Fill(Typed, code).Tick(Look), "a.pdf", blurred);
        Assert.Contains("sudah tersimpan sebagai pindaian ke-1", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await UploadAsync(page.Fill(Typed, ""), "b.png", SampleScans.Picture(await site.PrintedAsync(id), "png", 150));
        Assert.Contains("Pindaian ke-2", page.Done, StringComparison.Ordinal);
        Assert.Equal([ScanMatch.Typed, ScanMatch.Qr], (await site.ScansAsync(id)).Select(s => s.Match));
    }

    [Fact]
    public async Task A_typed_code_does_not_help_a_scan_that_shows_another_document()
    {
        var (id, other) = (await site.OnPaperAtAsync(Step.Duplicate, "juru"), await site.OnPaperAtAsync(Step.Duplicate, "arsiparis"));
        var code = await site.AskAsync(db => db.Dossiers.Where(d => d.Id == id).Select(d => d.VerificationCode!).SingleAsync());
        using var sekretaris = await site.SignInAsync("sekretaris");
        var both = SampleScans.Together(
            SampleScans.Pdf(await site.PrintedAsync(id), 100), SampleScans.Pdf(await site.PrintedAsync(other), 100));
        foreach (var (file, sentence) in new[]
        {
            (SampleScans.Pdf(await site.PrintedAsync(other), 100), $"PPK-2026-{other:D6}"), (both, "memuat kode beberapa dokumen"),
            (SampleScans.Locked(await site.PrintedAsync(id), "rahasia"), "terkunci kata sandi"), ("%PDF-1.4 rusak"u8.ToArray(), "rusak atau tidak lengkap"),
        })
        {
            var page = await UploadAsync((await sekretaris.GoAsync($"/berkas/{id}/gandakan")).Fill(Typed, code).Tick(Look), "a.pdf", file);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        Assert.Empty(await site.ScansAsync(id));
    }

    [Fact]
    public async Task A_form_without_file_or_tick_and_a_text_that_calls_itself_a_PDF_are_sentences()
    {
        var id = await site.OnPaperAtAsync(Step.Duplicate, "pelaksanaind");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await (await sekretaris.GoAsync($"/berkas/{id}/gandakan")).PressAsync("Unggah pindaian");
        Assert.Equal(["Pilih pindaiannya.", "Periksa lembarnya, lalu centang bahwa semua tanda tangan sudah ada."], page.Errors);

        page = await UploadAsync(page, "lembar.pdf", Encoding.UTF8.GetBytes("Ini hanya teks."));
        Assert.Contains("bukan PDF, JPEG, atau PNG", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(await site.ScansAsync(id));
    }

    [Fact]
    public async Task A_document_signed_otherwise_asks_for_no_scan_and_takes_none()
    {
        var id = await site.DossierAtAsync(Step.Duplicate, "pelaksanadag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{id}/gandakan");
        Assert.False(page.HasButton("Unggah pindaian"));
        Assert.DoesNotContain("tinta", page.Text, StringComparison.Ordinal);

        // The form of another dossier, sent to this one.
        var other = await sekretaris.GoAsync($"/berkas/{await site.OnPaperAtAsync(Step.Duplicate, "analisdag")}/gandakan");
        ((AngleSharp.Html.Dom.IHtmlFormElement)other.Button("Unggah pindaian").Form!)
            .SetAttribute("action", $"/berkas/{id}/gandakan?handler=Scan");
        other.Button("Unggah pindaian").SetAttribute("formaction", $"/berkas/{id}/gandakan?handler=Scan");
        var version = page.Page.QuerySelector("input[name=Version]")!.GetAttribute("value");
        other.Page.QuerySelectorAll("input[name=Version]").ToList().ForEach(v => v.SetAttribute("value", version!));
        page = await UploadAsync(other, "a.pdf", SampleScans.Pdf(await site.PrintedAsync(id), 100));
        Assert.Contains("tidak ditandatangani dengan tinta", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Empty(await site.ScansAsync(id));
    }

    [Fact]
    public async Task The_database_keeps_scans_as_they_are_and_takes_none_that_does_not_belong()
    {
        var id = await site.OnPaperAtAsync(Step.Archive, "kauptd");
        var (early, electronic) = (
            await site.OnPaperAtAsync(Step.Sign, "penyuluh"), await site.DossierAtAsync(Step.Duplicate, "pelaksanakop"));
        var open = await site.OnPaperAtAsync(Step.Duplicate, "kabidkop");
        static string Insert(long id, int no = 1, int version = 1) => $"""
            insert into scans (dossier_id, no, version, content_type, size, sha256, match, added_by, added_at)
            values ({id}, {no}, {version}, 'image/png', 1, repeat('0', 64), 'Qr', 'x', now())
            """;
        foreach (var (sql, refusal) in new[]
        {
            ("update scans set sha256 = repeat('0', 64)", "SK001"), ("delete from scans", "SK001"), ("truncate scans cascade", "SK001"),
            ("update scan_contents set bytes = 'x'", "SK001"), ("delete from scan_contents", "SK001"), ("truncate scan_contents", "SK001"),
            (Insert(id, 2), "SK001"), (Insert(early), "SK001"), (Insert(electronic), "SK002"), (Insert(open, version: 2), "SK002"), (Insert(open, 2), "SK002"),
            (Insert(open) + "; insert into scan_contents (scan_id, bytes) select max(id), 'x' from scans", "SK005"), (Insert(open), null),
        })
        {
            Assert.Equal((sql, refusal), (sql, await site.RefusedAsync(sql)));
        }
    }

    [Fact]
    public async Task Verify_hashes_the_scans_too()
    {
        var id = await site.OnPaperAtAsync(Step.Archive, "kasubbag", closed: true);
        using StringWriter text = new(), progress = new();
        Assert.Equal(0, await VerifyCommand.RunAsync(site.ConnectionString, text, progress, CancellationToken.None));
        Assert.Matches("[0-9]+ pindaian diperiksa. [0-9]+ mata rantai dan 0 segel diperiksa. Semuanya sama dengan yang disimpan.", text.ToString());

        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"""
            alter table scan_contents disable trigger user;
            update scan_contents set bytes = bytes || '\x00' where scan_id = (select max(id) from scans where dossier_id = {id})
            """, connection);
        await command.ExecuteNonQueryAsync();
        await using var db = new Web.Persistence.SopDbContext(
            new DbContextOptionsBuilder<Web.Persistence.SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);
        var report = await new Web.Integrity.Verification(db, _ => { }).RunAsync(CancellationToken.None);
        Assert.StartsWith(
            $"Pindaian ke-1 berkas {id}: isinya tidak sama dengan yang disimpan", Assert.Single(report.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_does_not_start_in_this_mode_without_what_reads_scans()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [StepSigning.ModeSetting] = "TintaBasah",
            ["TandaTangan:Pindaian:Zbarimg"] = "/tidak/ada/zbarimg",
        }).Build();

        var refused = Assert.Throws<StartRefusedException>(() => new ServiceCollection().AddSigning(configuration));

        Assert.Contains("memerlukan program /tidak/ada/zbarimg, yang tidak ada di mesin ini. Pasang dengan: apt-get install zbar-tools "
            + "poppler-utils", refused.Message, StringComparison.Ordinal);
        configuration[StepSigning.ModeSetting] = "Akun";
        new ServiceCollection().AddSigning(configuration);
    }

    private static Task<Visit> UploadAsync(Visit page, string name, byte[] file) =>
        page.Attach("Pindaian", name, file).Tick(Tick).PressAsync("Unggah pindaian");

    private Task<int> RateAsync(long id) => site.AskAsync(async db =>
    {
        var dossier = await db.Dossiers.Include(d => d.History).Include(d => d.Period).SingleAsync(d => d.Id == id);
        site.Clock.Move(TimeSpan.FromDays(1));
        dossier.Rate(Seeding.SampleWork.Rated(dossier), site.People["kabidind"], site.Clock.GetUtcNow(), "Pegawai pindah bulan depan.");
        return await db.SaveChangesAsync();
    });
}
