using System.Net;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Tests.Site;

public sealed class SopSiteTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back_to_where_he_wanted_to_go()
    {
        using var stranger = site.Stranger();
        var page = await stranger.GoAsync("/kata-sandi");
        Assert.Equal("/masuk", page.Url.AbsolutePath);

        page = await page.Fill("Nama pengguna", "analis").Fill("Kata sandi", site.Password).PressAsync("Masuk");

        Assert.Equal("/kata-sandi", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_wrong_password_is_a_sentence_and_keeps_the_user_name()
    {
        using var stranger = site.Stranger();
        var page = await (await stranger.GoAsync("/masuk"))
            .Fill("Nama pengguna", "analis2").Fill("Kata sandi", "bukan ini").PressAsync("Masuk");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal("analis2", page.Value("Nama pengguna"));
    }

    [Theory]
    [InlineData("https://contoh.example/")]
    [InlineData("//contoh.example/")]
    [InlineData(@"/\contoh.example")]
    public async Task An_address_elsewhere_is_not_followed_after_signing_in(string elsewhere)
    {
        using var stranger = site.Stranger();
        var page = await stranger.GoAsync("/masuk?returnUrl=" + Uri.EscapeDataString(elsewhere));
        page = await page.Fill("Nama pengguna", "analis").Fill("Kata sandi", site.Password).PressAsync("Masuk");

        Assert.Equal("http://localhost/", page.Url.ToString());
    }

    [Fact]
    public async Task The_play_brings_a_dossier_to_any_step_and_its_page_shows_where_it_stands()
    {
        var id = await site.DossierAtAsync(Step.Validate, "pelaksanakop");
        using var atasan = await site.SignInAsync("kabidkop");

        var page = await atasan.GoAsync($"/berkas/{id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Menunggu Anda", page.Text, StringComparison.Ordinal);
        using var asn = await site.SignInAsync("pelaksanakop");
        Assert.Contains("Menunggu atasan langsung (Ir. Bambang Suryadi, M.M.)", (await asn.GoAsync($"/berkas/{id}")).Text,
            StringComparison.Ordinal);
    }
}
