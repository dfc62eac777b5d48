using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.People.Accounts;

public sealed class IndexTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task An_office_with_a_single_holder_is_pointed_out_until_there_are_two()
    {
        using var admin = await site.SignInAsync("admin");
        Assert.Empty(Warnings(await admin.GoAsync("/akun")));

        await site.SetOpenAsync("analis2", false);
        var warning = Assert.Single(Warnings(await admin.GoAsync("/akun")));
        Assert.Equal(
            "Tugas Analis hanya dipegang satu orang; berkas miliknya sendiri tidak dapat diproses. Tunjuk pemegang kedua.", warning);

        await site.SetOpenAsync("analis", false);
        Assert.Contains("belum ada pemegangnya", Assert.Single(Warnings(await admin.GoAsync("/akun"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_are_found_by_user_name_or_by_the_owner_s_name()
    {
        using var admin = await site.SignInAsync("admin");

        Assert.Equal(["kabidkop"], Names(await admin.GoAsync("/akun?cari=bambang")));
        Assert.Equal(["kabiddag", "kabidind", "kabidkop"], Names(await admin.GoAsync("/akun?cari=kabid")));
        Assert.Equal(["admin"], Names(await admin.GoAsync("/akun?cari=administrator")));
    }

    private static List<string> Warnings(Visit page) => [.. page.Page.QuerySelectorAll(".peringatan").Select(e => e.TextContent.Trim())];

    private static List<string> Names(Visit page) => [.. page.Page.QuerySelectorAll("tbody th a").Select(a => a.TextContent)];
}
