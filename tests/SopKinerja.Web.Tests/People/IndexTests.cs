using System.Net;
using SopKinerja.Domain.People;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People;

public sealed class IndexTests(SopSite site) : IClassFixture<SopSite>
{
    [Theory]
    [InlineData("rina", "Rina Marlina, S.E.")]
    [InlineData("SAFITRI dewi", "Dewi Safitri, S.Kom.")]
    [InlineData("19801231", null)]
    [InlineData("200501 2 007", "Rina Marlina, S.E.")]
    [InlineData("100%", null)]
    [InlineData("<script>", null)]
    public async Task People_are_found_by_parts_of_the_name_or_digits_of_the_number(string typed, string? found)
    {
        using var admin = await site.SignInAsync("admin");

        var page = await (await admin.GoAsync("/pegawai")).Fill("Nama atau NIP", typed).PressAsync("Cari pegawai");

        Assert.Equal(found is null ? [] : [found], Names(page));
        Assert.Equal(typed, page.Value("Nama atau NIP"));
        Assert.DoesNotContain("2005", page.Url.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_covers_birth_dates()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await admin.GoAsync("/pegawai?cari=rina");

        Assert.Contains("•••••••• 200501 2 007", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("19800414", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_in_the_address_finds_nothing_so_that_nobody_comes_to_rely_on_it()
    {
        using var admin = await site.SignInAsync("admin");

        Assert.Equal("", (await admin.GoAsync("/pegawai?cari=198004142005012007")).Value("Nama atau NIP"));
    }

    [Fact]
    public async Task A_search_with_signs_that_the_database_cannot_hold_is_no_fault()
    {
        using var admin = await site.SignInAsync("admin");

        Assert.Equal(HttpStatusCode.OK, (await admin.GoAsync("/pegawai?cari=%00%5C&unit=abc&setelah=99999999999")).Status);
    }

    [Fact]
    public async Task Those_who_left_are_shown_only_when_asked_for_and_units_narrow_the_list()
    {
        await site.AskAsync(async db =>
        {
            db.Pegawai.Add(new(null, new("Zakaria Lama", null, "Bupati", JenisJabatan.PimpinanTinggi, null, null, IsActive: false)));
            return await db.SaveChangesAsync();
        });
        using var admin = await site.SignInAsync("admin");

        Assert.DoesNotContain("Zakaria Lama", Names(await admin.GoAsync("/pegawai")));
        Assert.Equal(["Zakaria Lama"], Names(await admin.GoAsync("/pegawai?keadaan=tidak-aktif")));
        var page = await (await admin.GoAsync("/pegawai")).Fill("Unit kerja", "Bidang Perindustrian").PressAsync("Cari pegawai");
        Assert.Equal(["Andi Saputra, A.Md.", "Fitriani, S.T.", "Hairul Anwar, S.T., M.T."], Names(page));
    }

    [Fact]
    public async Task A_long_list_goes_on_where_it_stopped_and_keeps_what_was_asked()
    {
        await site.AskAsync(async db =>
        {
            db.Pegawai.AddRange(Enumerable.Range(0, 90).Select(i =>
                new Pegawai(null, new($"Warga Kembar {i / 3}", null, "Anggota", JenisJabatan.Pelaksana, null, null))));
            return await db.SaveChangesAsync();
        });
        using var admin = await site.SignInAsync("admin");

        var page = await admin.GoAsync("/pegawai?cari=warga+kembar");
        var links = Links(page);
        for (var pages = 1; page.Page.QuerySelector("a[rel=next]") is not null && pages < 9; pages++)
        {
            page = await page.FollowAsync("Baris berikutnya");
            links.AddRange(Links(page));
        }

        Assert.Equal((90, 90), (links.Count, links.Distinct().Count()));
        Assert.Equal("warga kembar", page.Value("Nama atau NIP"));
    }

    private static List<string> Names(Visit page) => [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];

    private static List<string> Links(Visit page) => [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!)];
}
