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
            Assert.Contains(row.Nama, performer.QuerySelector(".alur__kata")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(string.Join(" ", row.Keterangan), drawn.LastElementChild!.TextContent);
            var choices = performer.QuerySelectorAll(".alur__kata").Skip(1).Select(e => e.TextContent);
            Assert.Equal(
                row.BackTo is { } back ? [$"Ya: lanjut ke langkah {row.No + 1}", $"Tidak: kembali ke langkah {(int)back}"] : [], choices);
            Assert.Equal(row.BackTo is null ? 0 : 1, performer.QuerySelectorAll("path").Length);
            Assert.All(drawn.QuerySelectorAll("svg:not(svg svg)"), e => Assert.Equal("true", e.GetAttribute("aria-hidden")));
        }
    }

    [Fact]
    public async Task The_flow_begins_and_ends_once_and_everybody_may_read_it()
    {
        foreach (var userName in new[] { "admin", "kadis", "analis", "juru" })
        {
            using var visitor = await site.SignInAsync(userName);
            var page = await visitor.GoAsync("/sop");
            Assert.Equal(["Mulai", "Selesai"], page.Page.QuerySelectorAll(".alur__ujung").Select(e => e.TextContent));
            Assert.Contains(SopIdentitas.PengukuranKinerja.DasarHukum[0], page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_identity_sheet_bears_the_signature_and_the_pairs_of_the_form()
    {
        using var visitor = await site.SignInAsync("juru");
        var page = await visitor.GoAsync("/sop");
        var oleh = SopIdentitas.PengukuranKinerja.DisahkanOleh;

        Assert.Equal(
            ["Nomor SOP", "Tanggal Pembuatan", "Tanggal Revisi", "Tanggal Pengesahan", "Disahkan Oleh", "Nama SOP"],
            page.Page.QuerySelectorAll(".identitas dt").Select(e => e.TextContent));
        Assert.Equal(
            [$"{oleh.Jabatan},", "H. RIBOWO, S.Pd, M.AP", "Pembina Utama Muda (IV/c)", "NIP. 19661002 199001 1 002"],
            page.Page.QuerySelectorAll(".pengesah > *").Select(e => e.TextContent));
        Assert.Equal(
            ["Dasar Hukum", "Kualifikasi Pelaksana", "Keterkaitan", "Peralatan/Perlengkapan", "Peringatan", "Pencatatan dan Pendataan"],
            page.Page.QuerySelectorAll(".identitas h3").Select(e => e.TextContent));
    }

    [Fact]
    public async Task Columns_are_numbered_as_on_paper_and_what_was_completed_stands_below()
    {
        using var visitor = await site.SignInAsync("juru");
        var page = await visitor.GoAsync("/sop");

        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"{n}"), page.Page.QuerySelectorAll(".sop__nomor td").Select(e => e.TextContent));
        Assert.All(page.Page.QuerySelectorAll(".sop tbody tr"), row => Assert.Equal(11, row.Children.Length));
        Assert.Equal(SopTable.Dilengkapi, page.Page.QuerySelectorAll("[aria-labelledby=dilengkapi] li").Select(e => e.TextContent));
    }
}
