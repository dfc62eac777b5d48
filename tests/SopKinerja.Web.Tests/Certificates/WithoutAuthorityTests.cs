using System.Net;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Certificates;

/// <summary>Before anyone has run "create-ca".</summary>
public sealed class WithoutAuthorityTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Everybody_is_told_who_must_do_what_first_and_nothing_can_be_asked_for()
    {
        using var me = await site.SignInAsync("analis");
        using var admin = await site.SignInAsync("admin");

        Assert.Contains("Administrator belum menyiapkan otoritas", (await me.GoAsync("/sertifikat-saya")).Text, StringComparison.Ordinal);
        Assert.False((await me.GoAsync("/sertifikat-saya/minta")).HasButton("Minta sertifikat"));
        var page = await me.PostAsync(
            "/sertifikat-saya/minta", "/kata-sandi",
            ("Input.Frasa", SiteCertificates.OfPerson), ("Input.Ulangi", SiteCertificates.OfPerson), ("Input.KataSandi", site.Password));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty(await site.CertificatesOfAsync("analis"));
        foreach (var address in new[] { "/sertifikat", "/sertifikat/otoritas" })
        {
            Assert.Contains("create-ca", (await admin.GoAsync(address)).Text, StringComparison.Ordinal);
        }
    }
}
