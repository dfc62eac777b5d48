using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class Step7ArchiveTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Archiving_closes_the_dossier_for_good_and_the_next_one_is_offered_the_same_box()
    {
        var id = await site.DossierAtAsync(Step.Archive, "penera");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync($"/berkas/{id}/arsipkan");
        Assert.Equal("800.1.4.4", page.Value("Kode klasifikasi"));
        Assert.Equal("BOX-DAG-2026-001", page.Value("Nomor boks"));
        Assert.Equal($"800.1.4.4/{id}/2026", page.Value("Nomor arsip"));
        Assert.Contains("Berkas ditutup untuk selamanya.", page.Text, StringComparison.Ordinal);

        page = await page.Fill("Nomor boks", " box-dag-2026-007 ").Fill("Catatan (boleh kosong)", "Rak 2")
            .PressAsync("Arsipkan dan tutup berkas");

        Assert.Equal($"/berkas/{id}", page.Url.AbsolutePath);
        Assert.Contains("berkas sudah ditutup", page.Done, StringComparison.Ordinal);
        var stored = await FindAsync(id);
        Assert.Equal(
            new ArchiveRecord("800.1.4.4", "BOX-DAG-2026-007", "FOLDER-01", $"800.1.4.4/{id}/2026", "Rak 2"), stored.ArchiveRecord);
        Assert.Equal(site.Clock.GetUtcNow(), stored.ClosedAt);
        var next = await site.DossierAtAsync(Step.Archive, "analisdag");
        Assert.Equal("BOX-DAG-2026-007", (await sekretaris.GoAsync($"/berkas/{next}/arsipkan")).Value("Nomor boks"));
    }

    [Fact]
    public async Task After_it_is_closed_nothing_in_it_can_change()
    {
        var id = await site.DossierAtAsync(Step.Archive, "pelaksanaind");
        using var first = await site.SignInAsync("sekretaris");
        using var second = await site.SignInAsync("kasubbag2");
        var seen = await second.GoAsync($"/berkas/{id}/arsipkan");
        await (await first.GoAsync($"/berkas/{id}/arsipkan")).PressAsync("Arsipkan dan tutup berkas");
        var closed = await FindAsync(id);

        var late = await seen.Fill("Nomor boks", "BOX-LAIN").PressAsync("Arsipkan dan tutup berkas");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        foreach (var row in SopTable.Rows)
        {
            using var visitor = await site.SignInAsync(row.Pelaksana switch
            {
                Role.Asn => "pelaksanaind",
                Role.AtasanLangsung => "kabidind",
                Role.Kasubbag => "kasubbag",
                Role.Sekretaris => "sekretaris",
                _ => "analis",
            });
            foreach (var handler in new[] { "Complete", "SendBack", "Copy", "Save", "Object" })
            {
                var answer = await visitor.PostAsync(
                    $"/berkas/{id}/{row.Slug}?handler={handler}", "/", ("Input.Untuk", "x"), ("Alasan", "Sepuluh huruf lebih"));
                Assert.True(answer.Status is HttpStatusCode.Conflict or HttpStatusCode.NotFound, $"{row.Slug} {handler}: {answer.Status}");
            }
        }

        var after = await FindAsync(id);
        Assert.Equal(closed.Version, after.Version);
        Assert.Equal(closed.History.Count, after.History.Count);
        Assert.Equal(closed.Copies.Count, after.Copies.Count);
    }

    [Theory]
    [InlineData("Kode klasifikasi", "", "Kode klasifikasi belum diisi.")]
    [InlineData("Kode klasifikasi", "800-1<b>", "angka dan titik saja")]
    [InlineData("Kode klasifikasi", "800..1", "angka dan titik saja")]
    [InlineData("Nomor boks", " ", "Nomor boks belum diisi.")]
    [InlineData("Folder", "", "Folder belum diisi.")]
    [InlineData("Nomor arsip", "", "Nomor arsip belum diisi.")]
    [InlineData("Nomor boks", "panjang", "paling banyak 50 karakter")]
    [InlineData("Nomor arsip", "panjang", "paling banyak 100 karakter")]
    [InlineData("Catatan (boleh kosong)", "panjang", "paling banyak 500 karakter")]
    public async Task Bad_input_is_a_sentence_at_the_field_and_what_was_typed_stays(string label, string typed, string sentence)
    {
        var id = await site.AskAsync(db => db.Dossiers
                .Where(d => d.AsnId == site.People["juru"].PegawaiId).Select(d => (long?)d.Id).SingleOrDefaultAsync())
            ?? await site.DossierAtAsync(Step.Archive, "juru");
        using var sekretaris = await site.SignInAsync("sekretaris");
        var text = typed == "panjang" ? new string('9', 10_000) : typed;
        var page = await (await sekretaris.GoAsync($"/berkas/{id}/arsipkan")).Fill(label, text).PressAsync("Arsipkan dan tutup berkas");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(text, page.Value(label));
        Assert.Equal("FOLDER-01", label == "Folder" ? "FOLDER-01" : page.Value("Folder"));
        Assert.Null((await FindAsync(id)).ClosedAt);
    }

    [Fact]
    public async Task Only_the_sekretaris_archives_and_not_before_the_copies_are_made()
    {
        var id = await site.DossierAtAsync(Step.Archive, "penggerak");
        foreach (var (userName, status) in new[]
        {
            ("admin", HttpStatusCode.NotFound), ("juru", HttpStatusCode.NotFound), ("analis", HttpStatusCode.Forbidden),
            ("penggerak", HttpStatusCode.Forbidden), ("kabidkop", HttpStatusCode.Forbidden), ("kadis", HttpStatusCode.Forbidden),
            ("sekretaris", HttpStatusCode.OK),
        })
        {
            using var visitor = await site.SignInAsync(userName);
            Assert.Equal((userName, status), (userName, (await visitor.GoAsync($"/berkas/{id}/arsipkan")).Status));
        }

        var early = await site.DossierAtAsync(Step.Duplicate, "kabiddag");
        using var sekretaris = await site.SignInAsync("sekretaris");
        Assert.Equal(HttpStatusCode.Conflict, (await sekretaris.GoAsync($"/berkas/{early}/arsipkan")).Status);
    }

    private Task<Dossier> FindAsync(long id) => site.AskAsync(db =>
        db.Dossiers.AsNoTracking().Include(d => d.History).Include(d => d.Copies).SingleAsync(d => d.Id == id));
}
