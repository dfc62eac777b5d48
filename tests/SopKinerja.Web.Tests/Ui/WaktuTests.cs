using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Ui;

public sealed class WaktuTests
{
    [Theory]
    [InlineData("tanggal", "23 November 2026")]
    [InlineData("jam", "01.05 WITA")]
    [InlineData("lengkap", "23 November 2026 pukul 01.05 WITA")]
    public void A_moment_is_written_in_wita(string mode, string words)
    {
        var at = new DateTimeOffset(2026, 11, 22, 17, 5, 0, TimeSpan.Zero);
        var time = Rendered.Body(new WaktuTagHelper { At = at, Mode = mode }).QuerySelector("time")!;
        Assert.Equal(words, time.TextContent);
        Assert.Equal("2026-11-23T01:05:00+08:00", time.GetAttribute("datetime"));
    }

    [Fact]
    public void No_moment_is_nothing() => Assert.Equal("", Rendered.Body(new WaktuTagHelper()).InnerHtml);
}
