using System.Net;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Dossiers;

public sealed class IndexTests(SopWorld world) : IClassFixture<SopWorld>
{
    private const string NipOfBambang = "197105071998031005";

    [Fact]
    public async Task Somebody_without_an_office_learns_of_the_own_dossiers_only_however_the_search_is_put()
    {
        using var juru = await world.SignInAsync("juru");
        Assert.Equal(["Supian Noor", "Supian Noor"], Names(await juru.GoAsync("/berkas")));
        Assert.Empty(Names(await SearchAsync(juru, "Bambang")));
        Assert.Empty(Names(await SearchAsync(juru, NipOfBambang)));
        Assert.Empty(Names(await SearchAsync(juru, "%")));
        Assert.Empty(Names(await (await juru.GoAsync("/berkas")).Fill("Langkah", "Ada keberatan").PressAsync("Cari berkas")));
        var nothing = await SearchAsync(juru, "Bambang");
        Assert.Equal("Tidak ada berkas yang cocok.", nothing.Page.QuerySelector(".kosong strong")!.TextContent);
    }

    [Fact]
    public async Task An_atasan_sees_the_own_people_and_the_sekretaris_nothing_before_the_copies()
    {
        using var atasan = await world.SignInAsync("kabidkop");
        Assert.Equal(
            ["Ahmad Zainuddin", "Ir. Bambang Suryadi, M.M.", "Lailatul Qadriah, S.P.", "Lailatul Qadriah, S.P.", "Maya Anggraini, S.E."],
            Names(await atasan.GoAsync("/berkas")).Order(StringComparer.Ordinal));
        using var sekretaris = await world.SignInAsync("sekretaris");
        Assert.DoesNotContain("Maya Anggraini, S.E.", Names(await sekretaris.GoAsync("/berkas")));
    }

    [Fact]
    public async Task A_name_is_found_by_any_part_and_has_an_address_of_its_own()
    {
        using var analis = await world.SignInAsync("analis");
        var page = await SearchAsync(analis, "suryadi bambang");
        Assert.Equal(["Ir. Bambang Suryadi, M.M."], Names(page));
        Assert.Contains("cari=suryadi", page.Url.Query, StringComparison.Ordinal);
        Assert.Equal("suryadi bambang", page.Value("Nama atau NIP"));
    }

    [Theory]
    [InlineData(NipOfBambang)]
    [InlineData("19710507 199803 1 005")]
    [InlineData("1971")]
    public async Task A_nip_is_found_without_ever_standing_in_an_address(string typed)
    {
        using var analis = await world.SignInAsync("analis");
        var page = await SearchAsync(analis, typed);
        Assert.Equal(["Ir. Bambang Suryadi, M.M."], Names(page));
        Assert.Equal("", page.Url.Query);
        Assert.DoesNotContain(
            page.Page.QuerySelectorAll("[href]"), e => e.GetAttribute("href")!.Contains("1971", StringComparison.Ordinal));
        Assert.DoesNotContain("19710507", page.Page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.Value("Nama atau NIP"));
    }

    [Fact]
    public async Task A_nip_in_the_address_is_not_searched_for()
    {
        using var analis = await world.SignInAsync("analis");
        var page = await analis.GoAsync($"/berkas?cari={NipOfBambang}");
        Assert.Equal("", page.Value("Nama atau NIP"));
        Assert.True(Names(page).Count > 1);
    }

    [Theory]
    [InlineData("Langkah 4: Validasi dan penilaian", "Ir. Bambang Suryadi, M.M.|Maya Anggraini, S.E.|Rizky Pratama, A.Md.")]
    [InlineData("Langkah 7: Pengarsipan", "Eko Prasetyo, S.Si.")]
    [InlineData("Diarsipkan", "Lailatul Qadriah, S.P.|Supian Noor")]
    [InlineData("Ada keberatan", "Noor Hidayah, A.Md.")]
    public async Task The_list_is_narrowed_by_where_a_dossier_stands(string state, string names)
    {
        using var analis = await world.SignInAsync("analis");
        var page = await (await analis.GoAsync("/berkas")).Fill("Langkah", state).PressAsync("Cari berkas");
        Assert.Equal(names.Split('|'), Names(page).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Unit_and_period_narrow_together()
    {
        using var analis = await world.SignInAsync("analis");
        var page = await (await analis.GoAsync("/berkas"))
            .Fill("Unit kerja", "UPTD Pengelolaan Pasar").Fill("Periode", "Tahun 2025").PressAsync("Cari berkas");
        Assert.Equal(["Supian Noor"], Names(page));
    }

    [Fact]
    public async Task What_is_too_long_or_unprintable_is_a_sentence_or_nothing_but_never_a_fault()
    {
        using var analis = await world.SignInAsync("analis");
        var page = await SearchAsync(analis, new string('a', 10_000));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("terlalu panjang", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await analis.GoAsync("/berkas?cari=%00&unit=x&keadaan=%27&setelah=-1")).Status);
        Assert.Empty(Names(await SearchAsync(analis, "😀")));
        Assert.Empty(Names(await SearchAsync(analis, "<script>")));
    }

    private static async Task<Visit> SearchAsync(Visitor visitor, string text) =>
        await (await visitor.GoAsync("/berkas")).Fill("Nama atau NIP", text).PressAsync("Cari berkas");

    private static List<string> Names(Visit page) => [.. page.Page.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
}
