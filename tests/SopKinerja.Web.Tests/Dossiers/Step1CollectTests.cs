using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class Step1CollectTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Attachments = "Tambah lampiran";

    private static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n" + RandomNumberGenerator.GetHexString(40));

    private static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. RandomNumberGenerator.GetBytes(30)];

    [Fact]
    public async Task A_form_with_its_files_is_taken_down_and_goes_to_the_Kasubbag()
    {
        var (analis, url, id) = await AtAsync("kabidkop");
        using var _ = analis;
        var (pdf, png) = (Pdf, Png);
        var page = await (await analis.GoAsync(url)).Fill("Diserahkan oleh", "Ahmad Zainuddin")
            .Fill("Tanggal diterima", "2026-11-20").Fill("Catatan (boleh kosong)", "Baris 1\nBaris 2")
            .Attach(Attachments, @"C:\pindaian\..\formulir.pdf", pdf).Attach(Attachments, "foto.exe", png).PressAsync("Kirim ke Kasubbag");

        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.Equal("Berkas dikirim ke Kasubbag.", page.Done);
        var dossier = await DossierAsync(id);
        Assert.Equal(Step.Check, dossier.Step);
        Assert.Equal(new Receipt("Ahmad Zainuddin", new(2026, 11, 20), "Baris 1\nBaris 2"),
            dossier.Receipt! with { Note = dossier.Receipt.Note!.ReplaceLineEndings("\n") });
        Assert.Collection(dossier.Evidence,
            e => Assert.Equal(("formulir.pdf", "application/pdf", Convert.ToHexStringLower(SHA256.HashData(pdf))), (
                e.OriginalName, e.ContentType, e.Sha256)),
            e => Assert.Equal(("foto.exe", "image/png", (long)png.Length), (e.OriginalName, e.ContentType, e.Size)));
        Assert.All(dossier.Evidence, e => Assert.Matches("^[0-9a-f]{32}$", e.Key));
    }

    [Fact]
    public async Task Without_a_file_the_form_stays_and_says_what_is_missing()
    {
        var (analis, url, id) = await AtAsync("penyuluh");
        using var _ = analis;
        var page = await (await analis.GoAsync(url)).Fill("Diserahkan oleh", "Orang Lain").PressAsync("Kirim ke Kasubbag");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("unggah paling sedikit satu lampiran", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("Orang Lain", page.Value("Diserahkan oleh"));
        Assert.Equal(Step.Collect, (await DossierAsync(id)).Step);
    }

    [Fact]
    public async Task Bad_fields_are_explained_and_what_was_typed_stays()
    {
        var (analis, url, id) = await AtAsync("pelaksanakop");
        using var _ = analis;
        var (tooLong, markup) = (new string('a', 201), "<script>alert(1)</script>");
        foreach (var (name, date, note, sentence) in new[]
        {
            ("", "2026-11-20", markup, "Nama yang menyerahkan formulir belum diisi."),
            (tooLong, "2026-11-20", "", "terlalu panjang (201 karakter)"),
            ("Budi\u0007", "2026-11-20", "", "tidak dapat dicetak"),
            ("Budi 😀", "2026-11-20", "", "“😀” (U+1F600)"),
            ("Budi", "2026-11-20", "\uf0b7 catatan", "butir atau simbol dari Word (U+F0B7)"),
            ("Budi", "", "", "Tanggal diterima belum diisi."),
            ("Budi", "31-02-2026", "", "Tanggal ini tidak dapat dibaca."),
            ("Budi", "2026-11-24", "", "belum tiba"),
            ("Budi", "2025-12-31", "", "mendahului periode"),
            ("Budi", "2026-11-20", new string('x', 10_000), "terlalu panjang (10000 karakter)"),
        })
        {
            var page = await (await analis.GoAsync(url))
                .Fill("Diserahkan oleh", name).Fill("Tanggal diterima", date).Fill("Catatan (boleh kosong)", note).PressAsync("Simpan");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
            Assert.Equal(
                (name, date, note), (page.Value("Diserahkan oleh"), page.Value("Tanggal diterima"), page.Value("Catatan (boleh kosong)")));
        }

        Assert.Null((await DossierAsync(id)).Receipt);
    }

    [Fact]
    public async Task A_bad_file_is_named_and_none_of_the_files_is_kept()
    {
        var (analis, url, id) = await AtAsync("penggerak");
        using var _ = analis;
        byte[] large = [.. Pdf, .. new byte[12 * 1024 * 1024]];
        foreach (var (name, bytes, sentence) in new[]
        {
            ("surat.pdf", Encoding.ASCII.GetBytes("MZ\u0090 program"), "“surat.pdf” bukan PDF, JPEG, atau PNG."),
            ("kosong.pdf", [], "“kosong.pdf” kosong (0 byte)."),
            ("besar.pdf", large, "“besar.pdf” terlalu besar (12,0 MB). Paling besar 10 MB"),
        })
        {
            var page = await (await analis.GoAsync(url))
                .Attach(Attachments, "baik.pdf", Pdf).Attach(Attachments, name, bytes).PressAsync("Simpan");

            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        }

        Assert.Empty((await DossierAsync(id)).Evidence);
        Assert.False(await site.AskAsync(db => db.EvidenceContents.AnyAsync(c => c.DossierId == id)));
    }

    [Fact]
    public async Task Eleven_files_are_one_too_many()
    {
        var (analis, url, id) = await AtAsync("kabidind");
        using var _ = analis;
        var page = await analis.GoAsync(url);
        Enumerable.Range(1, 11).ToList().ForEach(i => page.Attach(Attachments, $"{i}.pdf", Pdf));
        page = await page.PressAsync("Simpan");
        Assert.Contains("Paling banyak 10 lampiran", Assert.Single(page.Errors), StringComparison.Ordinal);

        page = await analis.GoAsync(url);
        Enumerable.Range(1, 10).ToList().ForEach(i => page.Attach(Attachments, $"{i}.pdf", Pdf));
        page = await page.PressAsync("Simpan");

        Assert.Equal("Penerimaan formulir kinerja disimpan.", page.Done);
        Assert.Equal(10, (await DossierAsync(id)).Evidence.Count);
        Assert.Contains("jumlah terbanyak", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\a\u0000b\n.pdf", "ab.pdf")]
    [InlineData("laporan\u202Efdp.exe", "laporanfdp.exe")]
    [InlineData("", "tanpa nama")]
    [InlineData("/", "tanpa nama")]
    [InlineData("😀 bukti.pdf", "😀 bukti.pdf")]
    [InlineData("Ni\u0301\u00a0Luh\u200b.pdf", "N\u00ed Luh.pdf")]
    public void A_name_is_only_text(string sent, string kept) => Assert.Equal(kept, Uploads.NameOf(sent));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = Uploads.NameOf(string.Concat(Enumerable.Repeat("😀", 150)) + ".pdf");
        Assert.Equal(200, name.Length);
        Assert.False(char.IsHighSurrogate(name[^1]));
    }

    [Fact]
    public async Task A_wrong_file_is_taken_out_again()
    {
        var (analis, url, id) = await AtAsync("penyuluhind");
        using var _ = analis;
        var page = await (await analis.GoAsync(url))
            .Attach(Attachments, "a.pdf", Pdf).Attach(Attachments, "<b>.pdf", Pdf).PressAsync("Simpan");
        page = await page.PressAsync("Hapus <b>.pdf");

        Assert.Equal("Lampiran “<b>.pdf” dihapus.", page.Done);
        Assert.Equal("a.pdf", Assert.Single((await DossierAsync(id)).Evidence).OriginalName);
        Assert.Equal(1, await site.AskAsync(db => db.EvidenceContents.CountAsync(c => c.DossierId == id)));

        page = await analis.PostAsync($"{url}?handler=Remove", url, ("key", "tidakada"));
        Assert.Contains("sudah tidak ada", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_downloaded_as_an_attachment_by_those_who_see_the_dossier_and_unknown_to_others()
    {
        var (analis, url, id) = await AtAsync("pelaksanaind");
        using var _ = analis;
        var bytes = Png;
        await (await analis.GoAsync(url)).Attach(Attachments, "foto.png", bytes).PressAsync("Simpan");
        var address = $"/berkas/{id}/bukti/{(await DossierAsync(id)).Evidence[0].Key}";

        foreach (var user in new[] { "analis", "kasubbag", "pelaksanaind", "kabidind", "kadis" })
        {
            using var insider = await site.SignInAsync(user);
            var file = await insider.GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.Equal(bytes, file.Bytes);
            Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", file.Response.Headers.GetValues("X-Content-Type-Options").Single());
        }

        foreach (var user in new[] { "penera", "kabiddag", "sekretaris", "admin" })
        {
            using var outsider = await site.SignInAsync(user);
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GoAsync(address)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GoAsync(url)).Status);
        }
    }

    [Fact]
    public async Task A_request_that_is_far_too_large_is_answered_with_413_and_a_sentence()
    {
        var (analis, url, _) = await AtAsync("kabiddag");
        using var _2 = analis;
        using var content = new StreamContent(new MemoryStream(new byte[(int)Uploads.MostRequest + 1]));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        var page = await analis.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("Lampiran yang Anda unggah terlalu besar", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_analis_who_is_not_the_rated_person_collects()
    {
        var (first, url, _) = await AtAsync("analis2");
        using var _2 = first;
        Assert.Equal(HttpStatusCode.OK, (await first.GoAsync(url)).Status);
        foreach (var (user, status, sentence) in new[]
        {
            ("analis2", HttpStatusCode.Forbidden, "Ini berkas Anda sendiri."),
            ("kasubbag", HttpStatusCode.Forbidden, "dikerjakan oleh Analis"),
            ("kadis", HttpStatusCode.Forbidden, "dikerjakan oleh Analis"),
            ("juru", HttpStatusCode.NotFound, "tidak ditemukan"),
        })
        {
            using var visitor = await site.SignInAsync(user);
            var page = await visitor.GoAsync(url);
            Assert.Equal(status, page.Status);
            Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_windows_the_later_one_is_told_and_keeps_what_was_typed()
    {
        var (analis, url, id) = await AtAsync("penera");
        using var _ = analis;
        using var other = await site.SignInAsync("analis2");
        var late = (await other.GoAsync(url)).Fill("Diserahkan oleh", "Ketikan kedua");
        await (await analis.GoAsync(url)).Fill("Diserahkan oleh", "Ketikan pertama").PressAsync("Simpan");

        var page = await late.PressAsync("Simpan");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Ketikan kedua", page.Value("Diserahkan oleh"));
        Assert.Equal("Ketikan pertama", (await DossierAsync(id)).Receipt!.HandedInBy);
        await page.PressAsync("Simpan");
        Assert.Equal("Ketikan kedua", (await DossierAsync(id)).Receipt!.HandedInBy);
    }

    [Fact]
    public async Task One_dossier_is_opened_from_its_agreed_plan_and_never_twice()
    {
        await site.PlayAsync(play => play.AgreedPlanAsync("kauptd", site.Period));
        using var analis = await site.SignInAsync("analis");
        using var other = await site.SignInAsync("analis2");
        var late = await other.GoAsync("/berkas/buka");
        var page = await (await analis.GoAsync("/berkas/buka")).PressAsync("Buka berkas H. Marzuki, S.E.");

        Assert.EndsWith("/kumpulkan", page.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("H. Marzuki, S.E.", page.Value("Diserahkan oleh"));

        page = await late.PressAsync("Buka berkas H. Marzuki, S.E.");
        Assert.Equal("/berkas/buka", page.Url.AbsolutePath);
        Assert.Contains("sudah dibuka berkasnya", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_opened_at_once_but_for_ones_own_plan_and_people_without_an_atasan()
    {
        await site.PlayAsync(async play =>
        {
            await play.AgreedPlanAsync("analis", site.LastPeriod);
            await play.AgreedPlanAsync("analis2", site.LastPeriod);
            return await play.AgreedPlanAsync("kasubbag", site.LastPeriod);
        });
        await site.AskAsync(db => db.Pegawai.Where(p => p.Nama.StartsWith("Rizky"))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AtasanId, (int?)null)));
        using var analis = await site.SignInAsync("analis");
        var page = await (await analis.GoAsync("/berkas/buka"))
            .Fill("Periode", "Tahun 2025").Fill("Unit kerja", "Subbagian Perencanaan dan Pelaporan").PressAsync("Tampilkan");
        Assert.Contains("SKP Anda sendiri; berkasnya dibuka Analis yang lain.", page.Text, StringComparison.Ordinal);

        page = await page.PressAsync("Buka semua di unit ini");

        Assert.Equal("1 berkas dibuka dan menunggu formulir kinerja.", page.Done);
        Assert.Contains("Dewi Safitri, S.Kom.: Ini SKP Anda sendiri.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rizky Pratama, A.Md.: belum mempunyai atasan langsung.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Rina Marlina, S.E."], await site.AskAsync(db =>
            db.Dossiers.Where(d => d.PeriodId == site.LastPeriod.Id
                && d.Step == Step.Collect).Select(d => d.Parties).ToListAsync()) is { } opened ? opened.Select(p => p.Asn.Nama) : []);
        await site.AskAsync(db => db.Pegawai.Where(p => p.Nama.StartsWith("Rizky"))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.AtasanId, site.People["kasubbag"].PegawaiId)));
    }

    [Fact]
    public async Task A_unit_opened_by_two_at_once_is_opened_once()
    {
        await site.PlayAsync(async play =>
        {
            await play.AgreedPlanAsync("juru", site.LastPeriod);
            return await play.AgreedPlanAsync("keamanan", site.LastPeriod);
        });
        var unit = await site.AskAsync(db => db.UnitKerja.SingleAsync(u => u.Kode == "PASAR"));
        var address = $"/berkas/buka?periode={site.LastPeriod.Id}&unit={unit.Id}";
        using var one = await site.SignInAsync("analis");
        using var two = await site.SignInAsync("analis2");
        var (first, second) = (await one.GoAsync(address), await two.GoAsync(address));
        var pages = await Task.WhenAll(first.PressAsync("Buka semua di unit ini"), second.PressAsync("Buka semua di unit ini"));

        Assert.All(pages, p => Assert.Equal(HttpStatusCode.OK, p.Status));
        Assert.Equal(
            2, await site.AskAsync(db => db.Dossiers.CountAsync(d => d.PeriodId == site.LastPeriod.Id && d.UnitKerjaId == unit.Id)));
        Assert.Single(pages, p => p.Done == "2 berkas dibuka dan menunggu formulir kinerja.");
    }

    [Theory]
    [InlineData("kasubbag")]
    [InlineData("kadis")]
    [InlineData("juru")]
    [InlineData("admin")]
    public async Task Opening_is_for_the_analis_alone(string user)
    {
        using var visitor = await site.SignInAsync(user);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GoAsync("/berkas/buka")).Status);
    }

    private async Task<(Visitor Analis, string Url, long Id)> AtAsync(string asn)
    {
        var id = await site.DossierAtAsync(Step.Collect, asn);
        return (await site.SignInAsync("analis"), $"/berkas/{id}/kumpulkan", id);
    }

    private Task<Dossier> DossierAsync(long id) =>
        site.AskAsync(db => db.Dossiers.AsNoTracking().Include(d => d.History).SingleAsync(d => d.Id == id));
}
