using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Documents;

public sealed class LetterheadOfTheSiteTests(LetterheadOfTheSiteTests.PictureSite site)
    : IClassFixture<LetterheadOfTheSiteTests.PictureSite>
{
    [Fact]
    public async Task The_picture_is_served_to_those_who_are_signed_in_and_kept_by_their_browser()
    {
        var image = site.Services.GetRequiredService<LetterheadLock>().Image;
        using var visitor = await site.SignInAsync("admin");

        using var answer = await visitor.Client.GetAsync(new Uri(image.Beside("DINAS").ImageUrl!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(image.Bytes, await answer.Content.ReadAsByteArrayAsync());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: false, MaxAge.TotalDays: 365 });
    }

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        var visit = await site.Stranger().GoAsync(Links.Letterhead);
        Assert.Equal("/masuk", visit.Url.AbsolutePath);
    }

    /// <summary>A dinas with a picture.</summary>
    public sealed class PictureSite : SopSite
    {
        private readonly string _picture = Path.GetTempFileName();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            File.WriteAllBytes(_picture, LetterheadImageTests.Png(40, 50));
            builder.UseSetting(SettingTable.GambarKop.Name, _picture);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            File.Delete(_picture);
        }
    }
}
