using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>What is printed as the address never comes from a request.</summary>
public sealed class OfficeAddressTests(OfficeAddressTests.WithoutAddress site, SopSite set)
    : IClassFixture<OfficeAddressTests.WithoutAddress>, IClassFixture<SopSite>
{
    [Fact]
    public async Task Nothing_is_issued_while_the_address_is_not_set()
    {
        var id = await site.PlayAsync(async play =>
        {
            var rated = await play.DossierAtAsync(Step.Validate, "pelaksanakop", site.Period);
            await play.RateAsync(rated);
            return rated.Id;
        });
        using var atasan = await site.SignInAsync("kabidkop");
        var page = await (await atasan.GoAsync($"/berkas/{id}/validasi/setujui")).Fill("Kata sandi akun Anda", site.Password)
            .PressAsync("Setujui dan terbitkan dokumen");
        Assert.Equal(DinasSettings.Of([.. FictionalDinas.Settings]).WhyNotPrinted, Assert.Single(page.Errors));
        Assert.Equal((short)Step.Validate, await site.AskAsync(db => Task.FromResult(db.Dossiers.Where(d => d.Id == id).Select(d => (short)d.Step).Single())));
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("jahat.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.jahat.example", HttpStatusCode.BadRequest)]
    public async Task Only_the_office_and_the_machine_are_asked_for(string host, HttpStatusCode status)
    {
        using var client = set.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/masuk", UriKind.Relative));
        request.Headers.Host = host;
        using var answer = await client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://sopkinerja.example/", false, "http://sopkinerja.example")]
    [InlineData("", false, null)]
    [InlineData("", true, "http://127.0.0.1:5999")]
    public void The_demo_alone_takes_the_address_that_is_served(string setting, bool isDemo, string? address) =>
        Assert.Equal(address, SettingLocks.Of(Settings(setting), isDemo)[SettingTable.AlamatAplikasi]);

    [Theory]
    [InlineData("sopkinerja.example")]
    [InlineData("ftp://sopkinerja.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://orang:sandi@sopkinerja.example")]
    [InlineData("http://sopkinerja.example/?a=b")]
    [InlineData("http://sopkinerja.example/%0d%0aX")]
    [InlineData("http://sopkinerja.example/x/../y")]
    [InlineData("http://sopkinerja.example.")]
    public void What_is_no_address_of_pages_is_refused_at_the_start(string setting) =>
        Assert.Contains(setting, Assert.Throws<StartRefusedException>(() => SettingLocks.Of(Settings(setting), isDemo: false)).Message, StringComparison.Ordinal);

    private static IConfiguration Settings(string address) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?> { ["Dinas:AlamatAplikasi"] = address, ["SOP_URLS"] = "http://127.0.0.1:5999;http://x" }).Build();

    public sealed class WithoutAddress : SopSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Dinas:AlamatAplikasi", "");
        }
    }
}
