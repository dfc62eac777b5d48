using System.Net;
using SopKinerja.Web.Tests.Dossiers;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Archives;

public sealed class IndexTests(SopWorld world) : IClassFixture<SopWorld>
{
    [Fact]
    public async Task Only_the_sekretaris_and_the_auditor_open_the_archive()
    {
        foreach (var userName in SopWorld.UserNames)
        {
            using var visitor = await world.SignInAsync(userName);
            var expected = userName is "sekretaris" or "kasubbag2" or "auditor" ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
            Assert.Equal((userName, expected), (userName, (await visitor.GoAsync("/arsip")).Status));
        }
    }

    [Fact]
    public async Task It_lists_closed_dossiers_only_and_says_where_each_lies()
    {
        using var sekretaris = await world.SignInAsync("sekretaris");
        var page = await sekretaris.GoAsync("/arsip");
        Assert.Equal(["Lailatul Qadriah, S.P.", "Supian Noor"], Names(page));
        Assert.Contains("BOX-2025-001", page.Text, StringComparison.Ordinal);
        Assert.Contains("800.1.4.4", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_searched_by_name_nip_unit_period_and_box()
    {
        using var sekretaris = await world.SignInAsync("sekretaris");
        Assert.Equal(["Supian Noor"], Names(await SearchAsync("Nama atau NIP", "noor")));
        var byNip = await SearchAsync("Nama atau NIP", "19871128");
        Assert.Equal(["Supian Noor"], Names(byNip));
        Assert.Equal("", byNip.Url.Query);
        Assert.Equal(["Lailatul Qadriah, S.P."], Names(await SearchAsync("Unit kerja", "Bidang Koperasi dan Usaha Kecil Menengah")));
        Assert.Empty(Names(await SearchAsync("Periode", "Tahun 2026")));
        Assert.Equal(2, Names(await SearchAsync("Nomor boks", "box-2025-001")).Count);
        Assert.Empty(Names(await SearchAsync("Nomor boks", "BOX-2025-00")));
        Assert.Empty(Names(await SearchAsync("Nomor boks", "\"}' or %")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SearchAsync("Nomor boks", new string('x', 10_000))).Status);

        async Task<Visit> SearchAsync(string label, string text) =>
            await (await sekretaris.GoAsync("/arsip")).Fill(label, text).PressAsync("Cari arsip");
    }

    private static List<string> Names(Visit page) => [.. page.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())
        .Order(StringComparer.Ordinal)];
}
