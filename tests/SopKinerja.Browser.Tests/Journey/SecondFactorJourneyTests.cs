using System.Diagnostics;
using SopKinerja.Browser.Tests.Screens;
using SopKinerja.Browser.Tests.Site;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Browser.Tests.Journey;

/// <summary>Somebody switches the one-time code on by the QR code on the screen, comes in with a code, and with a recovery code.</summary>
public sealed class SecondFactorJourneyTests(BrowserSite site, Chromium chromium) : IClassFixture<BrowserSite>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData("juru", true, 1366)]
    [InlineData("penyuluh", false, 360)]
    public async Task Switched_on_by_the_QR_code_it_lets_in_with_a_code_and_with_a_recovery_code(string userName, bool scripts, int width)
    {
        await using var desk = await site.SitDownAsync(chromium, userName, new(width, 760, Scripts: scripts));
        await desk.GoAsync("/sesi-saya");
        // A narrow screen has the own pages folded under one word.
        var folded = desk.Page.Locator("header summary");
        if (await folded.IsVisibleAsync())
        {
            await folded.ClickAsync();
        }

        await desk.FollowAsync("Kode sekali pakai");
        var key = await ScannedAsync(desk);
        Assert.Equal(key, (await desk.ReadAsync("dd code")).Replace(" ", "", StringComparison.Ordinal));
        await Pictures.TakeAsync(desk.Page, $"perjalanan-kode-aktifkan-{width}");
        await desk.FillAsync("Kata sandi akun Anda", site.Password);
        await desk.FillAsync("Kode dari ponsel", Authenticator.Code(key, site.Clock.GetUtcNow()));
        await desk.PressAsync("Aktifkan kode sekali pakai");
        Assert.Contains("sudah aktif", await desk.ReadAsync(), StringComparison.Ordinal);
        var codes = await desk.ReadAllAsync(".kode-pemulihan code");
        Assert.Equal(10, codes.Count);
        await Pictures.TakeAsync(desk.Page, $"perjalanan-kode-pemulihan-{width}");

        site.Clock.Move(TimeSpan.FromSeconds(30));
        await OutAndPasswordAsync(desk, userName);
        await Pictures.TakeAsync(desk.Page, $"perjalanan-kode-masuk-{width}");
        await desk.FillAsync("Kode", "000000");
        await desk.PressAsync("Masuk");
        Assert.Contains("Tunggu kode berikutnya", await desk.ReadAsync(), StringComparison.Ordinal);
        await Pictures.TakeAsync(desk.Page, $"perjalanan-kode-salah-{width}");
        await desk.FillAsync("Kode", Authenticator.Code(key, site.Clock.GetUtcNow()));
        await desk.PressAsync("Masuk");
        Assert.Equal("/", desk.Path);

        await OutAndPasswordAsync(desk, userName);
        await desk.FillAsync("Kode", codes[3]);
        await desk.PressAsync("Masuk");
        Assert.Equal("/", desk.Path);
        Assert.Contains("Tersisa 9 kode pemulihan.", await desk.ReadAsync(), StringComparison.Ordinal);
        Assert.Empty(desk.Troubles);
    }

    private async Task OutAndPasswordAsync(Desk desk, string userName)
    {
        await desk.GoAsync("/keluar");
        await desk.PressAsync("Keluar");
        await desk.FillAsync("Nama pengguna", userName);
        await desk.FillAsync("Kata sandi", site.Password);
        await desk.PressAsync("Masuk");
        Assert.Equal("/masuk/kode", desk.Path);
    }

    /// <summary>The key in the QR code, read from a picture of the screen as a telephone would.</summary>
    private static async Task<string> ScannedAsync(Desk desk)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        await desk.Page.Locator("svg.kode-qr").ScreenshotAsync(new() { Path = file });
        using var reader = Process.Start(new ProcessStartInfo("zbarimg", ["-q", "--raw", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var read = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        File.Delete(file);
        Assert.StartsWith("otpauth://totp/", read, StringComparison.Ordinal);
        return read.Split("secret=")[1].Split('&')[0].Trim();
    }
}
