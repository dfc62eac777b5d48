using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>A session lives in the database: when it is over there, no cookie opens anything.</summary>
public sealed class SessionTests(SessionTests.SessionSite site) : IClassFixture<SessionTests.SessionSite>
{
    private const string Chrome =
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_opens_nothing()
    {
        var (visitor, cookie) = await EnterAsync("juru");
        using var thief = Thief(cookie);
        Assert.Equal("/sop", (await thief.GoAsync("/sop")).Url.AbsolutePath);

        await (await visitor.GoAsync("/keluar")).PressAsync("Keluar");

        Assert.Equal("/masuk", (await thief.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal(SessionEnd.SignedOut, (await LastOfAsync("juru")).EndedWhy);
    }

    [Fact]
    public async Task What_is_ended_from_another_browser_is_over_at_once_also_for_a_form_that_was_open()
    {
        var (first, _) = await EnterAsync("analis", "192.0.2.7");
        var (second, _) = await EnterAsync("analis", "192.0.2.8");
        var form = await first.GoAsync("/kata-sandi");

        var page = await (await second.GoAsync("/sesi-saya")).PressAsync("Akhiri Chrome di Windows, 192.0.2.7");

        Assert.Equal("Sesi itu sudah diakhiri.", page.Done);
        Assert.DoesNotContain("192.0.2.7", page.Text, StringComparison.Ordinal);
        Assert.Equal("/masuk", (await form.PressAsync("Ganti kata sandi")).Url.AbsolutePath);
        Assert.Equal("/masuk", (await first.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal("/sop", (await second.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task All_others_are_ended_with_one_button_and_this_one_goes_on()
    {
        var (first, _) = await EnterAsync("kasubbag");
        var (second, _) = await EnterAsync("kasubbag");
        var (third, _) = await EnterAsync("kasubbag");

        var page = await (await third.GoAsync("/sesi-saya")).PressAsync("Akhiri semua yang lain");

        Assert.Equal("Semua sesi Anda yang lain sudah diakhiri.", page.Done);
        Assert.Single(page.Page.QuerySelectorAll("tbody tr"));
        Assert.False(page.HasButton("Akhiri semua yang lain"));
        Assert.Equal("/masuk", (await first.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal("/masuk", (await second.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_page_names_browser_address_and_times_of_each_and_which_is_this_one()
    {
        var (first, _) = await EnterAsync("sekretaris", "2001:db8::1");
        site.Clock.Move(TimeSpan.FromMinutes(5));
        var (second, _) = await EnterAsync("sekretaris", "192.0.2.9", "curl/8.0");

        var page = await (await second.GoAsync("/")).FollowAsync("Sesi saya");

        var rows = page.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("Peramban lain", rows[0], StringComparison.Ordinal);
        Assert.Contains("192.0.2.9", rows[0], StringComparison.Ordinal);
        Assert.Contains("Sesi ini", rows[0], StringComparison.Ordinal);
        Assert.Contains("Chrome di Windows", rows[1], StringComparison.Ordinal);
        Assert.Contains("2001:db8::1", rows[1], StringComparison.Ordinal);
        Assert.Contains(Domain.Tanggal.TampilPukul(site.Clock.GetUtcNow().AddMinutes(-5)), rows[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Sesi ini", rows[1], StringComparison.Ordinal);
        first.Dispose();
    }

    [Fact]
    public async Task Nobody_ends_a_session_of_another()
    {
        var (owner, _) = await EnterAsync("penera");
        using var other = await site.SignInAsync("penyuluh");

        var answer = await other.PostAsync("/sesi-saya?handler=End", "/sesi-saya", ("sesi", $"{(await LastOfAsync("penera")).Id}"));
        await other.PostAsync("/sesi-saya?handler=EndOthers", "/sesi-saya");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("/sop", (await owner.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_session_without_a_sign_of_life_is_over_after_an_hour_and_one_that_is_used_goes_on()
    {
        var (busy, _) = await EnterAsync("bendahara");
        var (idle, _) = await EnterAsync("bendahara");
        site.Clock.Move(TimeSpan.FromMinutes(59));
        Assert.Equal("/sop", (await busy.GoAsync("/sop")).Url.AbsolutePath);
        site.Clock.Move(TimeSpan.FromMinutes(2));

        Assert.Equal("/sop", (await busy.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal("/masuk", (await idle.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Single((await busy.GoAsync("/sesi-saya")).Page.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task However_busy_it_is_a_session_is_over_after_twelve_hours()
    {
        var (busy, _) = await EnterAsync("keamanan");
        for (var i = 0; i < 23; i++)
        {
            site.Clock.Move(TimeSpan.FromMinutes(31));
            Assert.Equal("/sop", (await busy.GoAsync("/sop")).Url.AbsolutePath);
        }

        site.Clock.Move(TimeSpan.FromMinutes(8));

        Assert.Equal("/masuk", (await busy.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Theory]
    [InlineData("arsiparis", "alter table accounts disable trigger handed_over; update accounts set is_active = false where user_name = 'arsiparis'; "
        + "alter table accounts enable trigger handed_over")]
    [InlineData("kabiddag", "update accounts set security_stamp = 'lain' where user_name = 'kabiddag'")]
    public async Task With_the_account_closed_or_stamped_anew_the_session_is_over_at_once(string userName, string sql)
    {
        var (visitor, _) = await EnterAsync(userName);
        await site.AsOwnerAsync(sql);

        Assert.Equal("/masuk", (await visitor.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task What_an_account_may_do_is_read_anew_for_whatever_is_sent()
    {
        var (visitor, _) = await EnterAsync("sekretaris");
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/arsip")).Status);
        await site.AsOwnerAsync("update accounts set offices = '{}' where user_name = 'sekretaris'");

        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/arsip")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostAsync("/arsip", "/sesi-saya")).Status);

        await site.AsOwnerAsync("update accounts set must_change_password = true where user_name = 'sekretaris'");
        Assert.Equal("/kata-sandi", (await visitor.PostAsync("/sesi-saya?handler=EndOthers", "/sesi-saya")).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_and_not_this_one()
    {
        var (other, cookie) = await EnterAsync("kabidind");
        var (visitor, _) = await EnterAsync("kabidind");
        const string New = "sungai-pitap-di-balangan-9";

        var page = await (await visitor.GoAsync("/kata-sandi")).Fill("Kata sandi sekarang", site.Password)
            .Fill("Kata sandi baru", New).Fill("Ulangi kata sandi baru", New).PressAsync("Ganti kata sandi");

        Assert.Contains("sudah diganti", page.Done, StringComparison.Ordinal);
        Assert.Equal("/masuk", (await other.GoAsync("/sop")).Url.AbsolutePath);
        using var thief = Thief(cookie);
        Assert.Equal("/masuk", (await thief.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal(
            [SessionEnd.PasswordChanged, null], await SessionsOf("kabidind").Select(s => s.EndedWhy).ToListAsync());
    }

    [Fact]
    public async Task With_a_new_password_the_session_goes_on_under_a_new_key_and_its_old_cookie_opens_nothing()
    {
        const string New = "sungai-pitap-di-balangan-9";
        var cookies = new List<string>();
        using var owner = site.Stranger(follows: false);
        void Note(HttpResponseMessage response) => cookies.AddRange(response.Headers.TryGetValues("Set-Cookie", out var set)
            ? set.Select(c => c.Split(';')[0]) : []);
        var page = await owner.GoAsync("/masuk");
        Note(page.Response);
        page = await page.Fill("Nama pengguna", "juru").Fill("Kata sandi", site.Password).PressAsync("Masuk");
        Note(page.Response);
        page = await owner.GoAsync("/kata-sandi");
        Note(page.Response);
        Visit Filled(Visit form) => form.Fill("Kata sandi sekarang", site.Password).Fill("Kata sandi baru", New)
            .Fill("Ulangi kata sandi baru", New);
        var old = string.Join("; ", cookies);
        using var copy = Thief(old);
        var elsewhere = await copy.GoAsync("/kata-sandi");
        using var clicking = Thief(old);
        clicking.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        var twice = Filled(new(clicking, page.Response, page.Bytes, page.Html, page.Url));

        Assert.Equal(HttpStatusCode.Redirect, (await Filled(page).PressAsync("Ganti kata sandi")).Status);

        Assert.Equal(HttpStatusCode.OK, (await owner.GoAsync("/sop")).Status);
        Assert.Equal("/masuk", (await copy.GoAsync("/sop")).Url.AbsolutePath);
        // A form of his own asks him for the present password.
        var tried = await Filled(elsewhere).PressAsync("Ganti kata sandi");
        Assert.Null(tried.Done);
        Assert.Equal("/masuk", (await copy.GoAsync("/sop")).Url.AbsolutePath);
        // The second click, whose first answer never came, is told and let in.
        site.Clock.Move(TimeSpan.FromSeconds(119));
        var again = await twice.PressAsync("Ganti kata sandi");
        Assert.True(again.Done is not null, $"{again.Url} {again.Status} {again.Text}");
        Assert.Contains("Kata sandi sudah diganti", again.Done, StringComparison.Ordinal);
        Assert.Equal("/", again.Url.AbsolutePath);
        site.Clock.Move(TimeSpan.FromSeconds(1));
        using var late = Thief(old);
        Assert.Equal("/masuk", (await Filled(new(late, page.Response, page.Bytes, page.Html, page.Url))
            .PressAsync("Ganti kata sandi")).Url.AbsolutePath);
    }

    [Fact]
    public async Task The_administrator_ends_all_sessions_of_an_account_and_it_is_written_down()
    {
        var (first, _) = await EnterAsync("analis2");
        var (second, _) = await EnterAsync("analis2");
        using var admin = await site.SignInAsync("admin");
        var page = await admin.GoAsync($"/akun/{(await LastOfAsync("analis2")).AccountId}");
        Assert.Contains("dalam 2 sesi", page.Text, StringComparison.Ordinal);

        page = await page.PressAsync("Akhiri semua sesi");

        Assert.Equal("Semua sesi akun analis2 sudah diakhiri.", page.Done);
        Assert.Contains("mengakhiri semua sesi (2).", page.Text, StringComparison.Ordinal);
        Assert.Contains("tidak sedang dipakai", page.Text, StringComparison.Ordinal);
        Assert.Equal("/masuk", (await first.GoAsync("/sop")).Url.AbsolutePath);
        Assert.Equal("/masuk", (await second.GoAsync("/sop")).Url.AbsolutePath);
    }

    [Fact]
    public async Task An_administrator_who_changes_the_own_account_goes_on()
    {
        var (admin, _) = await EnterAsync("admin");
        var own = await LastOfAsync("admin");

        var page = await (await admin.GoAsync($"/akun/{own.AccountId}")).Fill("Nama administrator", "Admin Baru")
            .PressAsync("Simpan perubahan");

        Assert.Contains("sudah disimpan", page.Done, StringComparison.Ordinal);
        Assert.Equal($"/akun/{own.AccountId}", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task The_database_holds_the_digest_of_the_key_and_not_the_key()
    {
        var user = new ClaimsPrincipal(new ClaimsIdentity([new(Sessions.ClaimType, "kunci")]));

        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes("kunci")), Sessions.DigestOf(user));
        var (_, _) = await EnterAsync("penggerak");
        var (first, second) = (await LastOfAsync("penggerak"), await EnterAsync("penggerak"));
        Assert.NotEqual(first.Digest, (await LastOfAsync("penggerak")).Digest);
        Assert.Equal(Chrome, first.Browser);
        second.Visitor.Dispose();
    }

    [Fact]
    public async Task A_request_asks_once_also_when_it_writes_that_the_session_was_seen()
    {
        await EnterAsync("pelaksanakop");
        var row = await LastOfAsync("pelaksanakop");
        var key = RandomNumberGenerator.GetHexString(64, lowercase: true);
        await site.AsOwnerAsync($"update sessions set digest = sha256('{key}') where id = {row.Id}");
        var commands = new List<string>();
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(site.RuntimeConnectionString)
            .LogTo(commands.Add, [RelationalEventId.CommandExecuted]).Options);
        var settings = new CurrentSettings(db, site.Services.GetRequiredService<SettingLocks>());
        var sessions = new Sessions(
            db, new HttpContextAccessor(), settings,
            new(db, new HttpContextAccessor(), site.Clock, NullLogger<AccessLog>.Instance), site.Clock);
        var user = new ClaimsPrincipal(new ClaimsIdentity(
            [new(Sessions.ClaimType, key), new(ClaimTypes.NameIdentifier, $"{row.AccountId}")]));
        site.Clock.Move(TimeSpan.FromSeconds(59));

        var account = await sessions.SeenAsync(user);
        Assert.Equal(row.CreatedAt, (await LastOfAsync("pelaksanakop")).LastSeenAt);
        site.Clock.Move(TimeSpan.FromSeconds(1));
        await sessions.SeenAsync(user);

        Assert.Equal(2, commands.Count);
        Assert.Equal(site.Clock.GetUtcNow(), (await LastOfAsync("pelaksanakop")).LastSeenAt);
        await new AccountClaims(db, settings, site.Clock).CreateAsync(account!);
        Assert.Equal(3, commands.Count);
    }

    [Fact]
    public async Task Rows_older_than_ninety_days_go_with_the_next_signing_in()
    {
        await EnterAsync("pelaksanaind");
        var old = await LastOfAsync("pelaksanaind");
        await site.AsOwnerAsync($"update sessions set created_at = created_at - interval '91 days' where id = {old.Id}");

        await EnterAsync("pelaksanaind");

        Assert.Equal(1, await SessionsOf("pelaksanaind").CountAsync());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36 Edg/141.0", "Edge di Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox di Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/141.0 Mobile Safari/537.36", "Chrome di Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1", "Safari di iPhone")]
    [InlineData("", "Peramban lain")]
    [InlineData(null, "Peramban lain")]
    public void A_browser_is_named_in_plain_words(string? browser, string words) => Assert.Equal(words, BrowserNames.Of(browser));

    [Theory]
    [InlineData(null, 60)]
    [InlineData("5", 5)]
    [InlineData("720", 720)]
    public void The_idle_limit_is_a_setting(string? written, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), new DinasSettings(null, new Dictionary<string, string>(), Locks(written)).Idle);

    [Theory]
    [InlineData("4")]
    [InlineData("721")]
    [InlineData("satu jam")]
    public void A_setting_that_cannot_be_kept_is_refused_at_the_start(string written) => Assert.Contains(
        "Sesi__MenitDiam", Assert.Throws<StartRefusedException>(() => Locks(written)).Message,
        StringComparison.Ordinal);

    private static SettingLocks Locks(string? idle) =>
        SettingLocks.Of(new ConfigurationManager { [SettingTable.MenitDiam.Name] = idle }, isDemo: false);

    private async Task<(Visitor Visitor, string Cookie)> EnterAsync(string userName, string address = "192.0.2.1", string browser = Chrome)
    {
        using var door = site.Stranger(follows: false);
        From(door, address, browser);
        var page = await (await door.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", site.Password).PressAsync("Masuk");
        var cookie = page.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("sopkinerja=", StringComparison.Ordinal)).Split(';')[0];
        var visitor = site.Stranger();
        From(visitor, address, browser);
        visitor.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (visitor, cookie);
    }

    private static void From(Visitor visitor, string address, string browser)
    {
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        visitor.Client.DefaultRequestHeaders.Add("User-Agent", browser);
    }

    private Visitor Thief(string cookie)
    {
        var thief = site.Stranger();
        thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        return thief;
    }

    private Task<Session> LastOfAsync(string userName) => SessionsOf(userName).LastAsync();

    private IQueryable<Session> SessionsOf(string userName)
    {
        var db = site.Services.CreateScope().ServiceProvider.GetRequiredService<SopDbContext>();
        return db.Sessions.AsNoTracking().Where(s => s.AccountId == db.Users.Single(u => u.UserName == userName).Id).OrderBy(s => s.Id);
    }

    /// <summary>With the usual idle limit, and behind a proxy that says who asks.</summary>
    public sealed class SessionSite : SopSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(SettingTable.MenitDiam.Name, "");
            builder.UseSetting("ForwardedHeaders_Enabled", "true");
        }
    }
}
