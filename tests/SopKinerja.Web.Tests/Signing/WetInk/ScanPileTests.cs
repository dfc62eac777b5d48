using System.Net;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Tests.Signing.WetInk;

/// <summary>A pile of scans, each matched to its dossier.</summary>
public sealed class ScanPileTests(WetInkSite site) : IClassFixture<WetInkSite>
{
    private const string Tick = "Pada setiap lembar semua tanda tangan sudah ada";

    [Fact]
    public async Task Each_file_goes_to_its_dossier_and_those_that_cannot_are_told_and_tried_again()
    {
        var good = new[] { await site.OnPaperAtAsync(Step.Duplicate, "penera"), await site.OnPaperAtAsync(Step.Duplicate, "penggerak") };
        var (own, early, done) = (await site.OnPaperAtAsync(Step.Duplicate, "sekretaris"), await site.OnPaperAtAsync(Step.Sign, "penyuluh"),
            await site.OnPaperAtAsync(Step.Archive, "juru"));
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await (await sekretaris.GoAsync("/")).FollowAsync("Pindaian");
        Assert.Contains(site.People["penera"].Nama, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/berkas/{own}/", page.Html, StringComparison.Ordinal);

        var first = SampleScans.Pdf(await site.PrintedAsync(good[0]), 150, 2);
        page.Attach("Pindaian", "satu.pdf", first).Attach("Pindaian", "satu lagi.pdf", first)
            .Attach("Pindaian", "kabur.pdf", SampleScans.Pdf(await site.PrintedAsync(good[1]), 25, signedOnly: true))
            .Attach("Pindaian", "sendiri.pdf", SampleScans.Pdf(await site.PrintedAsync(own), 100))
            .Attach("Pindaian", "belum.pdf", SampleScans.Pdf(await site.PrintedAsync(early, DocumentKind.Approved), 100))
            .Attach("Pindaian", "sudah.pdf", SampleScans.Pdf(await site.PrintedAsync(done), 100))
            .Attach("Pindaian", "rusak.pdf", "%PDF-1.4 rusak"u8.ToArray());
        await page.Tick(Tick).PressAsync("Unggah pindaian");
        var pile = await site.PileOfAsync("sekretaris");

        Assert.Equal(
            [
                ("satu.pdf", $"PPK-2026-{good[0]:D6}", good[0]), ("satu lagi.pdf", $"PPK-2026-{good[0]:D6}", null), ("kabur.pdf", null, null),
                ("sendiri.pdf", $"PPK-2026-{own:D6}", null), ("belum.pdf", $"PPK-2026-{early:D6}", null), ("sudah.pdf", $"PPK-2026-{done:D6}", null),
                ("rusak.pdf", null, (long?)null),
            ],
            pile.Results.Select(r => (r.Nama, r.Nomor, r.DossierId)));
        page = await sekretaris.GoAsync("/arsip/pindaian");
        Assert.Contains("1 dari 7 berkas tersimpan.", page.Text, StringComparison.Ordinal);
        foreach (var sentence in new[]
        {
            "Tersimpan sebagai pindaian ke-1.", "Pindaian yang sama sudah tersimpan sebagai pindaian ke-1.", "Kode QR tidak terbaca",
            "Ini berkas Anda sendiri.",
            "menunggu ASN yang dinilai", "menunggu Sekretaris pada langkah 7",
            "rusak atau tidak lengkap",
        })
        {
            Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        }

        Assert.Single(await site.ScansAsync(good[0]));
        Assert.Empty(await site.ScansAsync(good[1]));
        Assert.Empty(await site.ScansAsync(own));
        await page.Attach("Pindaian", "tidak kabur.pdf", SampleScans.Pdf(await site.PrintedAsync(good[1]), 150))
            .Tick(Tick).PressAsync("Unggah pindaian");
        Assert.Equal(good[1], Assert.Single((await site.PileOfAsync("sekretaris")).Results).DossierId);
    }

    [Fact]
    public async Task A_pile_that_is_too_large_empty_or_not_ticked_is_a_sentence()
    {
        using var sekretaris = await site.SignInAsync("kasubbag2");
        var page = await (await sekretaris.GoAsync("/arsip/pindaian")).PressAsync("Unggah pindaian");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(2, page.Errors.Count);
        for (var i = 0; i < 31; i++)
        {
            page.Attach("Pindaian", $"{i}.pdf", "%PDF-1.4"u8.ToArray());
        }

        page = await page.Tick(Tick).PressAsync("Unggah pindaian");
        Assert.Contains("Paling banyak 30 pindaian", Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_sekretaris_opens_it()
    {
        foreach (var userName in new[] { "analis", "kadis", "admin", "penera" })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal((userName, HttpStatusCode.Forbidden), (userName, (await visitor.GoAsync("/arsip/pindaian")).Status));
        }
    }
}
