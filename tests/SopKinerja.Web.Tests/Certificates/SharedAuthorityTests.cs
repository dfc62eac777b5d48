using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Tests.Signing;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Certificates;

public sealed class SharedAuthoritySite : SopSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting(AuthorityKeeping.Setting, "ya");
    }
}

/// <summary>Two people hold the passphrase of the authority, a part each: both are needed, and it can be changed.</summary>
public sealed class SharedAuthorityTests(SharedAuthoritySite site) : IClassFixture<SharedAuthoritySite>
{
    private const string First = "gunung meratus berkabut";
    private const string Second = "sungai barito mengalir";

    [Fact]
    public async Task Both_are_needed_wherever_the_authority_signs_and_for_another_passphrase()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await using var said = new StringWriter();
            Assert.Equal(0, await CreateAuthorityCommand.RunAsync(scope.ServiceProvider, First, TextReader.Null, said, Second));
        }

        await site.RequestedAsync("penyuluh");
        using var admin = await site.SignInAsync("admin");
        var page = (await admin.GoAsync("/sertifikat")).Tick("Terbitkan untuk Lailatul Qadriah, S.P.");
        page = await page.Fill("Frasa sandi otoritas", First).PressAsync("Terbitkan yang dicentang");
        Assert.Contains("dipegang dua orang", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Frasa sandi otoritas", First).Fill("Frasa sandi otoritas, bagian orang kedua", First)
            .PressAsync("Terbitkan yang dicentang");
        Assert.StartsWith("Frasa sandi salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Frasa sandi otoritas", First).Fill("Frasa sandi otoritas, bagian orang kedua", Second)
            .PressAsync("Terbitkan yang dicentang");
        Assert.NotNull(page.Done);

        const string NewFirst = "pasar terapung lok baintan";
        const string NewSecond = "ketupat kandangan pedas";
        page = await (await admin.GoAsync("/sertifikat/otoritas")).FollowAsync("Ganti frasa sandi otoritas");
        Visit Change(Visit form, string second) => form.Fill("Frasa sandi otoritas", First)
            .Fill("Frasa sandi otoritas, bagian orang kedua", Second).Fill("Frasa sandi baru, bagian orang pertama", NewFirst)
            .Fill("Ulangi frasa sandi baru", NewFirst).Fill("Frasa sandi baru, bagian orang kedua", second)
            .Fill("Ulangi bagian orang kedua", second);
        page = await Change(page, "").PressAsync("Ganti frasa sandi");
        Assert.Contains("Tulis bagian orang kedua", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await Change(page, NewSecond).PressAsync("Ganti frasa sandi");
        Assert.True(page.Done is not null, string.Join(' ', page.Errors));
        Assert.Contains("mengganti frasa sandi otoritas, yang sekarang dipegang dua orang.", page.Text, StringComparison.Ordinal);

        page = await page.Fill("Frasa sandi otoritas", First).Fill("Frasa sandi otoritas, bagian orang kedua", Second)
            .PressAsync("Terbitkan daftar pencabutan");
        Assert.StartsWith("Frasa sandi salah", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await page.Fill("Frasa sandi otoritas", NewFirst).Fill("Frasa sandi otoritas, bagian orang kedua", NewSecond)
            .PressAsync("Terbitkan daftar pencabutan");
        Assert.NotNull(page.Done);
    }
}
