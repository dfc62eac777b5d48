using System.Net;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

public sealed class CountedSignInTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Wrong_passwords_at_one_moment_count_each()
    {
        await TryAsync("juru", "bukan kata sandinya", times: 4);

        Assert.Equal(4, await site.AskAsync(db => db.Users.Where(u => u.UserName == "juru").Select(u => u.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task Of_24_at_one_moment_the_account_is_locked_after_the_fifth()
    {
        var pages = await TryAsync("keamanan", "bukan kata sandinya", times: 24);

        var wrong = pages.Count(p => p.Errors.Single().StartsWith("Nama pengguna atau kata sandi salah", StringComparison.Ordinal));
        var locked = pages.Count(p => p.Errors.Single().Contains("terkunci 15 menit", StringComparison.Ordinal));
        Assert.Equal(24, wrong + locked);
        Assert.InRange(wrong, 0, 4);
        var right = Assert.Single(await TryAsync("keamanan", site.Password, times: 1));
        Assert.Contains("terkunci 15 menit", Assert.Single(right.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_password_clears_the_count()
    {
        await TryAsync("penera", "bukan kata sandinya", times: 4);
        await TryAsync("penera", site.Password, times: 1);

        Assert.Equal(0, await site.AskAsync(
            db => db.Users.Where(u => u.UserName == "penera").Select(u => u.AccessFailedCount).SingleAsync()));
    }

    [Fact]
    public async Task A_try_takes_no_change_away_from_the_administrator()
    {
        using var admin = await site.SignInAsync("admin");
        var id = await site.AskAsync(db => db.Users.Where(u => u.UserName == "arsiparis").Select(u => u.Id).SingleAsync());
        var form = await admin.GoAsync($"/akun/{id}");

        await TryAsync("arsiparis", "bukan kata sandinya", times: 1);

        Assert.Equal(HttpStatusCode.OK, (await form.Tick("Kasubbag").PressAsync("Simpan perubahan")).Status);
    }

    [Fact]
    public async Task Signing_in_twice_with_one_form_leads_on()
    {
        using var stranger = site.Stranger();
        var form = (await stranger.GoAsync("/masuk")).Fill("Nama pengguna", "analis2").Fill("Kata sandi", site.Password);

        var first = await form.PressAsync("Masuk");
        var second = await form.PressAsync("Masuk");

        Assert.Equal((HttpStatusCode.OK, "/"), (first.Status, first.Url.AbsolutePath));
        Assert.Equal((HttpStatusCode.OK, "/"), (second.Status, second.Url.AbsolutePath));
    }

    [Fact]
    public async Task Signing_out_twice_with_one_form_ends_at_the_door_and_the_door_leads_home()
    {
        using var visitor = await site.SignInAsync("analis2");
        var form = await visitor.GoAsync("/keluar");

        await form.PressAsync("Keluar");
        var second = await form.PressAsync("Keluar");

        Assert.Equal((HttpStatusCode.OK, "/masuk"), (second.Status, second.Url.AbsolutePath));
        second = await second.Fill("Nama pengguna", "analis2").Fill("Kata sandi", site.Password).PressAsync("Masuk");
        Assert.Equal("/", second.Url.AbsolutePath);
    }

    private async Task<IReadOnlyList<Visit>> TryAsync(string userName, string password, int times)
    {
        var forms = new List<Visit>();
        for (var i = 0; i < times; i++)
        {
            forms.Add((await site.Stranger().GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", password));
        }

        return await Task.WhenAll(forms.Select(f => f.PressAsync("Masuk")));
    }
}
