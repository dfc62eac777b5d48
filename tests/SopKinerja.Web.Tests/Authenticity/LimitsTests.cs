using System.Net;
using Microsoft.AspNetCore.Hosting;
using SopKinerja.Web.Access;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>Who asks too often waits, and is told so.</summary>
public sealed class LimitsTests(LimitsTests.LimitedSite site) : IClassFixture<LimitsTests.LimitedSite>
{
    [Fact]
    public async Task Codes_and_files_are_counted_apart_and_what_is_too_much_is_answered_with_a_sentence()
    {
        using var stranger = site.Stranger();
        for (var i = 0; i < LimitedSite.Codes; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN")).Status);
        }

        var refused = await stranger.GoAsync("/periksa/ABCD-EFGH-JKMN");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Tunggu satu menit", refused.Text, StringComparison.Ordinal);

        for (var i = 0; i < LimitedSite.Files; i++)
        {
            Assert.Contains("rusak", (await HandedInAsync(stranger)).Text, StringComparison.Ordinal);
        }

        refused = await HandedInAsync(stranger);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("Tunggu satu menit", refused.Text, StringComparison.Ordinal);

        // The form itself and every other page go on.
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/periksa")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/masuk")).Status);
    }

    private static async Task<Visit> HandedInAsync(Visitor stranger) =>
        await (await stranger.GoAsync("/periksa")).Attach("Dokumen PDF", "x.pdf", "%PDF-1.4"u8.ToArray()).PressAsync("Periksa dokumen");

    public sealed class LimitedSite : SopSite
    {
        public const int Codes = 3;

        public const int Files = 2;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(PublicLimits.CodesSetting, $"{Codes}");
            builder.UseSetting(PublicLimits.FilesSetting, $"{Files}");
        }
    }
}
