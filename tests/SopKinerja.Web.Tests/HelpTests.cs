using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Authority;
using SopKinerja.Web.Pages.Help;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests;

/// <summary>The guides in the program, and where a first sign-in leads.</summary>
public sealed class HelpTests(SopSite site) : IClassFixture<SopSite>
{
    public static TheoryData<string> All => [.. GuideRow.Rows.Select(r => r.Kode), "semua"];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_guide_is_a_page_whose_links_and_pictures_lead_somewhere(string kode)
    {
        using var analis = await site.SignInAsync("analis");
        var page = await analis.GoAsync($"/bantuan/{kode}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("h1"));
        Assert.Empty(page.Page.QuerySelectorAll("main img"));
        Assert.True(page.Page.QuerySelectorAll(".naskah p").Length > 2);
        foreach (var address in page.Page.QuerySelectorAll(".naskah a").Select(a => a.GetAttribute("href")!))
        {
            var to = new Uri(new Uri($"http://localhost/bantuan/{kode}"), address);
            var there = await analis.GoAsync(to.PathAndQuery);
            Assert.True(there.Status == HttpStatusCode.OK, $"{kode}: {address}");
            Assert.True(to.Fragment.Length == 0 || there.Page.GetElementById(Uri.UnescapeDataString(to.Fragment[1..])) is not null, $"{kode}: {address}");
        }
    }

    [Fact]
    public void Every_guide_that_is_written_stands_in_the_table() => Assert.Equal(
        typeof(GuideRow).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("panduan/", StringComparison.Ordinal) && n.EndsWith(".md", StringComparison.Ordinal)).Order(),
        GuideRow.Rows.Select(r => $"panduan/{r.Kode}.md").Append("panduan/README.md").Order());

    [Fact]
    public void Every_office_has_two_sentences() => Assert.All(Roles.Offices, o =>
    {
        var row = Assert.Single(GuideRow.Rows, r => r.Offices.Contains(o));
        Assert.Equal(2, row.Kalimat!.Split(". ").Length);
    });

    [Theory]
    [InlineData("kasubbag", "Kasubbag", "ASN yang dinilai", "Menilai bawahan")]
    [InlineData("penyuluh", "ASN yang dinilai", "Menilai bawahan")]
    [InlineData("admin", "Administrator")]
    [InlineData("auditor", "Auditor")]
    public async Task Each_reads_what_is_his_task(string who, params string[] headings)
    {
        using var visitor = await site.SignInAsync(who);
        var page = await visitor.GoAsync("/bantuan");
        Assert.Equal(headings, page.Page.QuerySelectorAll("section[aria-labelledby^=untuk-] h2").Select(h => h.TextContent));
        Assert.Contains(page.Page.QuerySelectorAll("footer a"), a => a.GetAttribute("href") == "/bantuan");
    }

    /// <summary>Tasks that begin with the confirmation are theirs all the same.</summary>
    [Theory]
    [InlineData("kadis", "tugas Kepala Dinas belum berlaku", "Kepala Dinas", "ASN yang dinilai", "Menilai bawahan")]
    [InlineData("sekretaris", "tugas Sekretaris belum berlaku", "Sekretaris", "ASN yang dinilai", "Menilai bawahan")]
    [InlineData("kasubbag", "belum dapat mengirim", "Kasubbag", "ASN yang dinilai", "Menilai bawahan")]
    [InlineData("auditor", "tugas Auditor belum berlaku", "Auditor")]
    public async Task Who_is_not_confirmed_yet_reads_his_task_and_that_he_shows_his_code_next(string who, string sentence, params string[] headings)
    {
        await SetAsync("reset_at = now(), reset_by = 'x', confirm_code = 'ABCDEFGHJKMN', confirmed_at = null, confirmed_by = null");
        using var visitor = await site.SignInAsync(who);
        var page = await visitor.GoAsync("/bantuan");
        await SetAsync("reset_at = null, reset_by = null, confirm_code = null");

        Assert.Equal(headings, page.Page.QuerySelectorAll("section[aria-labelledby^=untuk-] h2").Select(h => h.TextContent));
        var next = page.Page.QuerySelector("section[aria-labelledby=berikutnya]")!;
        Assert.Contains(sentence, next.TextContent, StringComparison.Ordinal);
        Assert.Equal("/konfirmasi-akun", next.QuerySelector("a")!.GetAttribute("href"));

        Task<int> SetAsync(string set) => site.AsOwnerAsync($"update accounts set {set} where user_name = '{who}'");
    }

    [Fact]
    public async Task The_first_sign_in_leads_there_once_the_password_is_ones_own()
    {
        await site.AskAsync(db => db.Users.Where(u => u.UserName == "arsiparis")
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.MustChangePassword, true)));
        using var visitor = await site.SignInAsync("arsiparis");
        var page = await (await visitor.GoAsync("/kata-sandi")).Fill("Kata sandi baru", "sungai-Barito-mengalir-7")
            .Fill("Ulangi kata sandi baru", "sungai-Barito-mengalir-7").PressAsync("Simpan kata sandi");
        Assert.Equal("/bantuan", page.Url.AbsolutePath);
        Assert.Contains("Anda menyusun SKP di menu SKP", page.Text, StringComparison.Ordinal);
        page = await Change("sungai-Barito-mengalir-7", "gunung-Meratus-menjulang-8");
        Assert.Equal("/", page.Url.AbsolutePath);

        async Task<Visit> Change(string old, string wanted) => await (await visitor.GoAsync("/kata-sandi"))
            .Fill("Kata sandi sekarang", old).Fill("Kata sandi baru", wanted).Fill("Ulangi kata sandi baru", wanted)
            .PressAsync("Ganti kata sandi");
    }

    [Theory]
    [InlineData("/bantuan/tiada")]
    [InlineData("/bantuan/README")]
    [InlineData("/bantuan/gambar/tiada.png")]
    [InlineData("/bantuan/gambar/..%2Fasn.md")]
    public async Task What_is_no_guide_is_not_there(string address)
    {
        using var analis = await site.SignInAsync("analis");
        Assert.Equal(HttpStatusCode.NotFound, (await analis.GoAsync(address)).Status);
    }
}
