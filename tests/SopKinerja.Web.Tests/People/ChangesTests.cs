using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

public sealed class ChangesTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_log_is_read_newest_first_by_kind_and_page_by_page()
    {
        await site.AskAsync(async db =>
        {
            db.Changes.AddRange(Enumerable.Range(1, 70).Select(i => new Persistence.Change
            {
                At = site.Clock.GetUtcNow(),
                AccountId = 1,
                ActorNama = "Administrator",
                Subject = i % 7 == 0 ? "Periode" : "Pegawai",
                SubjectId = i,
                SubjectNama = $"Nomor {i}",
                Sentence = "mengubah sesuatu.",
            }));
            return await db.SaveChangesAsync();
        });
        using var admin = await site.SignInAsync("admin");

        var page = await admin.GoAsync("/perubahan");
        Assert.Equal(50, Subjects(page).Count);
        Assert.Equal("Periode: Nomor 70", Subjects(page)[0]);
        page = await page.FollowAsync("Baris berikutnya");
        Assert.Equal(20, Subjects(page).Count);
        Assert.Equal("Pegawai: Nomor 1", Subjects(page)[^1]);

        page = await (await admin.GoAsync("/perubahan")).Fill("Jenis data", "Periode").PressAsync("Tampilkan");
        Assert.Equal(10, Subjects(page).Count);
        Assert.All(Subjects(page), s => Assert.StartsWith("Periode: ", s, StringComparison.Ordinal));
    }

    private static List<string> Subjects(Visit page) => [.. page.Page.QuerySelectorAll("td[data-label=Data]").Select(e => e.TextContent)];
}
