using SopKinerja.Domain.Authority;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

public sealed class SopPageTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task The_form_is_drawn_row_by_row_from_the_table()
    {
        using var visitor = await site.SignInAsync("juru");
        var page = await visitor.GoAsync("/sop");
        var rows = page.Page.QuerySelectorAll(".sop tbody tr").ToList();
        Assert.Equal(SopTable.Rows.Count, rows.Count);
        foreach (var (row, drawn) in SopTable.Rows.Zip(rows))
        {
            Assert.Equal(row.Uraian, drawn.QuerySelector("th")!.TextContent.Trim());
            var performer = Assert.Single(drawn.QuerySelectorAll(".alur"), cell => cell.TextContent.Trim().Length > 0);
            Assert.Equal(row.Pelaksana.Kolom(), performer.GetAttribute("data-label"));
            Assert.Contains(row.Output, drawn.TextContent, StringComparison.Ordinal);
            var wayBack = performer.QuerySelector(".alur__kembali")?.TextContent;
            Assert.Equal(row.BackTo is { } back ? $"kembali ke langkah {(int)back}" : null, wayBack);
        }
    }

    [Fact]
    public async Task The_flow_begins_and_ends_once_and_everybody_may_read_it()
    {
        foreach (var userName in new[] { "admin", "kadis", "analis", "juru" })
        {
            using var visitor = await site.SignInAsync(userName);
            var page = await visitor.GoAsync("/sop");
            Assert.Equal(["Mulai", "Selesai"], page.Page.QuerySelectorAll(".kotak--ujung").Select(e => e.TextContent));
            Assert.Contains(SopIdentitas.PengukuranKinerja.DasarHukum[0], page.Text, StringComparison.Ordinal);
        }
    }
}
