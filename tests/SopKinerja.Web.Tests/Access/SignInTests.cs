using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>Wrong passwords make the next try wait, under the name at the address; nobody is locked out by another.</summary>
public sealed class SignInTests(SignInTests.TriedSite site) : IClassFixture<SignInTests.TriedSite>
{
    private const string Wrong = "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.";

    [Fact]
    public async Task Of_24_at_one_moment_four_are_judged_and_then_the_right_password_must_wait_too()
    {
        var hashed = site.Hashed;
        var sentences = await Task.WhenAll((await FormsAsync("keamanan", "bukan ini", times: 24)).Select(SentAsync));

        Assert.Equal(4, sentences.Count(s => s == Wrong));
        Assert.Equal(20, sentences.Count(s => s == Wait("5 detik")));
        Assert.Equal(4, site.Hashed - hashed);
        Assert.Equal(Wait("5 detik"), await TryAsync("keamanan", site.Password));
        Assert.Equal(4, site.Hashed - hashed);
    }

    [Fact]
    public async Task The_wait_grows_until_a_quarter_of_an_hour_and_the_right_password_after_it_begins_anew()
    {
        foreach (var (wait, words) in (IReadOnlyList<(int, string)>)
            [(0, ""), (0, ""), (0, ""), (5, "5 detik"), (15, "15 detik"), (60, "1 menit"), (300, "5 menit"), (900, "15 menit"), (900, "15 menit")])
        {
            Assert.Equal(Wrong, await TryAsync("penera", "bukan ini"));
            if (wait > 0)
            {
                Assert.Equal(Wait(words), await TryAsync("penera", "bukan ini"));
                site.Clock.Move(TimeSpan.FromSeconds(wait - 1));
                Assert.Equal(Wait("1 detik"), await TryAsync("penera", site.Password));
                site.Clock.Move(TimeSpan.FromSeconds(1));
            }
        }

        Assert.Null(await TryAsync("penera", site.Password));
        Assert.Equal(Wrong, await TryAsync("penera", "bukan ini"));
        Assert.Null(await TryAsync("penera", site.Password));
    }

    [Fact]
    public async Task A_clock_that_is_put_back_makes_nobody_wait_who_did_not_wait_before_and_nobody_for_days()
    {
        site.Clock.Move(TimeSpan.FromDays(2));
        Assert.Null(await TryAsync("sekretaris", site.Password));
        for (var i = 0; i < 4; i++)
        {
            await TryAsync("kasubbag2", "bukan ini");
        }

        site.Clock.Move(TimeSpan.FromSeconds(-30));
        Assert.Null(await TryAsync("sekretaris", site.Password));
        Assert.Equal(Wait("35 detik"), await TryAsync("kasubbag2", site.Password));
        site.Clock.Move(TimeSpan.FromDays(-2) + TimeSpan.FromSeconds(30));

        Assert.Null(await TryAsync("kasubbag2", site.Password));
    }

    [Fact]
    public async Task Whoever_guesses_elsewhere_keeps_the_owner_from_nothing()
    {
        for (var i = 0; i < 5; i++)
        {
            await TryAsync("arsiparis", $"salah {i}", "198.51.100.1");
        }

        Assert.Equal(Wait("5 detik"), await TryAsync("arsiparis", site.Password, "198.51.100.1"));
        Assert.Null(await TryAsync("arsiparis", site.Password));
    }

    [Fact]
    public async Task The_billions_of_addresses_of_one_IPv6_network_are_one()
    {
        for (var i = 1; i <= 4; i++)
        {
            Assert.Equal(Wrong, await TryAsync("bendahara", "bukan ini", $"2001:db8:0:7::{i}"));
        }

        Assert.Equal(Wait("5 detik"), await TryAsync("bendahara", site.Password, "2001:db8:0:7:ffff::9"));
        Assert.Null(await TryAsync("bendahara", site.Password, "2001:db8:0:8::1"));
    }

    [Fact]
    public async Task However_a_name_is_written_it_is_the_same_one()
    {
        foreach (var name in (string[])["juru", "JURU", " juru ", "Juru"])
        {
            Assert.Equal(Wrong, await TryAsync(name, "bukan ini"));
        }

        Assert.Equal(Wait("5 detik"), await TryAsync("juru", site.Password));
    }

    [Fact]
    public async Task Not_there_closed_and_wrong_are_one_sentence_and_the_work_of_one_hash()
    {
        await site.SetOpenAsync("pelaksanadag", isOpen: false);
        foreach (var (name, password) in (IReadOnlyList<(string, string)>)
            [("tidak.ada", "apa saja"), ("pelaksanadag", site.Password), ("pelaksanadag", "bukan ini"), ("kabiddag", "bukan ini")])
        {
            var before = site.Hashed;

            Assert.Equal(Wrong, await TryAsync(name, password));

            Assert.Equal(1, site.Hashed - before);
        }
    }

    [Fact]
    public async Task A_name_that_is_not_there_waits_like_one_that_is()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(Wrong, await TryAsync("siapa.ini", "bukan ini"));
        }

        Assert.Equal(Wait("5 detik"), await TryAsync("siapa.ini", "bukan ini"));
    }

    [Fact]
    public async Task One_address_that_tries_many_names_waits_for_all_alike_but_in_browsers_where_one_was_before()
    {
        const string Spraying = "198.51.100.2";
        var own = await DeviceOfAsync("kabidkop", Spraying);
        for (var i = 0; i < 31; i++)
        {
            Assert.Equal("salah", await GuessAsync($"nama{i}", Spraying, "bukan ini"));
        }

        // By nothing does the address learn that one of the names came in from it.
        Assert.Equal(Wait("5 detik"), await GuessAsync("nama99", Spraying, "bukan ini"));
        Assert.Equal(Wait("5 detik"), await GuessAsync("kabidkop", Spraying, site.Password));
        Assert.Null(await GuessAsync("kabidkop", Spraying, site.Password, own));
    }

    [Fact]
    public async Task Many_addresses_that_try_one_name_wait_and_a_browser_where_it_was_before_does_not()
    {
        var own = await DeviceOfAsync("kabidind", "192.0.2.77");
        for (var i = 0; i < 101; i++)
        {
            Assert.Equal("salah", await GuessAsync("kabidind", $"198.18.0.{i}", "bukan ini"));
        }

        Assert.Equal(Wait("5 detik"), await GuessAsync("kabidind", "198.18.1.1", site.Password));
        Assert.Equal(Wait("5 detik"), await GuessAsync("kabidind", "192.0.2.77", site.Password));
        Assert.Null(await GuessAsync("kabidind", "192.0.2.77", site.Password, own));
        site.Clock.Move(TimeSpan.FromSeconds(5));
        Assert.Null(await GuessAsync("kabidind", "198.18.1.1", site.Password));
    }

    [Fact]
    public async Task Of_ten_thousand_guesses_four_are_judged()
    {
        var hashed = site.Hashed;
        var sentences = (await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            await using var scope = site.Services.CreateAsyncScope();
            var judge = JudgeAt(scope, "198.51.100.3");
            var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync("kauptd");
            var said = new List<string?>();
            for (var i = 0; i < 1250; i++)
            {
                said.Add(await judge.WhyNotAsync("kauptd", account, $"tebakan {n} {i}", "salah"));
            }

            return said;
        })))).SelectMany(s => s).ToList();

        Assert.Equal(10_000, sentences.Count);
        Assert.Equal(4, sentences.Count(s => s == "salah"));
        Assert.Equal(4, site.Hashed - hashed);
    }

    [Fact]
    public async Task Who_sits_beside_somebody_keeps_him_from_nothing_in_his_own_browser()
    {
        using var owner = await site.SignInAsync("kasubbag2");
        await (await owner.GoAsync("/keluar")).PressAsync("Keluar");
        for (var i = 0; i < 6; i++)
        {
            await TryAsync("kasubbag2", $"salah {i}", address: null);
        }

        Assert.Equal(Wait("5 detik"), await TryAsync("kasubbag2", site.Password, address: null));
        Assert.Equal(Wait("5 detik"), await TryAsync("kasubbag2", "salah", address: null));
        var page = await SignAsync(owner, "kasubbag2", site.Password);
        Assert.Equal("/", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_browser_that_is_known_waits_for_its_own_wrong_ones_and_for_its_own_account_alone()
    {
        using var owner = await site.SignInAsync("analisdag");
        await (await owner.GoAsync("/keluar")).PressAsync("Keluar");
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal([Wrong], (await SignAsync(owner, "analisdag", "bukan ini")).Errors);
        }

        Assert.Equal([Wait("5 detik")], (await SignAsync(owner, "analisdag", site.Password)).Errors);
        Assert.Null(await TryAsync("analisdag", site.Password, address: null));
        Assert.Equal("/", (await SignAsync(owner, "analis", site.Password)).Url.AbsolutePath);
    }

    [Fact]
    public async Task A_cookie_of_a_device_opens_nothing_tells_nothing_and_is_believed_only_as_it_was_given()
    {
        var own = await DeviceOfAsync("kabiddag", "198.51.100.9");
        Assert.DoesNotContain("kabiddag", own, StringComparison.OrdinalIgnoreCase);
        using var stranger = site.Stranger();
        stranger.Client.DefaultRequestHeaders.Add("Cookie", $"{KnownDevices.Cookie}={own}");
        Assert.Equal("/masuk", (await stranger.GoAsync("/")).Url.AbsolutePath);
        for (var i = 0; i < 4; i++)
        {
            await GuessAsync("kabiddag", "198.51.100.9", "bukan ini");
        }

        Assert.Equal(Wait("5 detik"), await GuessAsync("kabiddag", "198.51.100.9", site.Password, own[..^4] + "AAAA"));
        Assert.Equal(Wait("5 detik"), await GuessAsync("kabiddag", "198.51.100.9", site.Password, "bukan kuki"));
        // That of another account neither.
        Assert.Equal(
            Wait("5 detik"), await GuessAsync("kabiddag", "198.51.100.9", site.Password, await DeviceOfAsync("sekretaris", "198.51.100.8")));
        Assert.Null(await GuessAsync("kabiddag", "198.51.100.9", site.Password, own));
    }

    [Fact]
    public async Task The_present_password_of_a_change_and_that_of_a_signature_count_in_their_session_apart_from_the_door()
    {
        using var visitor = await site.SignInAsync("penyuluh");
        for (var i = 0; i < 5; i++)
        {
            await TryAsync("penyuluh", "bukan ini", address: null);
        }

        var page = await visitor.GoAsync("/kata-sandi");
        for (var i = 0; i < 4; i++)
        {
            page = await ChangeAsync(page, "bukan ini");
            Assert.Equal(["Kata sandi lama salah."], page.Errors);
        }

        page = await ChangeAsync(page, site.Password);
        Assert.Equal([Wait("5 detik")], page.Errors);

        var id = await site.DossierAtAsync(Step.Sign, "penyuluh");
        page = await visitor.GoAsync($"/berkas/{id}/tanda-tangan");
        page = await page.Fill("Kata sandi akun Anda", site.Password).WithoutObjection().PressAsync("Nyatakan telah menerima hasil");
        Assert.Equal([Wait("5 detik")], page.Errors);

        site.Clock.Move(TimeSpan.FromSeconds(5));
        page = await page.Fill("Kata sandi akun Anda", "bukan ini").WithoutObjection().PressAsync("Nyatakan telah menerima hasil");
        Assert.Equal(["Kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi."], page.Errors);
        page = await page.Fill("Kata sandi akun Anda", site.Password).WithoutObjection().PressAsync("Nyatakan telah menerima hasil");
        Assert.Equal([Wait("15 detik")], page.Errors);
        // The door counted its own alone, and so it does in another browser of his.
        Assert.Null(await TryAsync("penyuluh", site.Password, address: null));
    }

    [Fact]
    public async Task A_new_slip_waits_for_nothing()
    {
        for (var i = 0; i < 4; i++)
        {
            await TryAsync("sekda", "bukan ini");
        }

        using var admin = await site.SignInAsync("admin");

        Assert.Null(await TryAsync("sekda", await site.SlipOfAsync(admin, "sekda")));
    }

    [Fact]
    public async Task Tries_of_more_than_a_day_ago_go_with_the_next_right_password()
    {
        await TryAsync("tamu.lama", "bukan ini");
        site.Clock.Move(TimeSpan.FromHours(25));
        await TryAsync("tamu.baru", "bukan ini");

        Assert.Null(await TryAsync("analisdag", site.Password));

        var names = await site.AskAsync(db => db.Tries.Select(t => t.Name).ToListAsync());
        Assert.DoesNotContain(names, n => n.SequenceEqual(TryBudget.NameOf("tamu.lama")));
        Assert.Contains(names, n => n.SequenceEqual(TryBudget.NameOf("tamu.baru")));
    }

    [Fact]
    public async Task A_try_takes_no_change_away_from_the_administrator()
    {
        using var admin = await site.SignInAsync("admin");
        var id = await site.AskAsync(db => db.Users.Where(u => u.UserName == "kasubbag").Select(u => u.Id).SingleAsync());
        var form = await admin.GoAsync($"/akun/{id}");

        await TryAsync("kasubbag", "bukan kata sandinya");

        Assert.Equal(HttpStatusCode.OK, (await form.Tick("Sekretaris").PressAsync("Simpan perubahan")).Status);
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

    private static Task<Visit> ChangeAsync(Visit page, string present) => page.Fill("Kata sandi sekarang", present)
        .Fill("Kata sandi baru", "sungai-pitap-di-balangan-9").Fill("Ulangi kata sandi baru", "sungai-pitap-di-balangan-9")
        .PressAsync("Ganti kata sandi");

    private static string Wait(string words) => $"Terlalu banyak percobaan yang salah. Tunggu {words}, lalu coba lagi.";

    /// <summary>The sentence at the form; null for whoever came in.</summary>
    private async Task<string?> TryAsync(string userName, string password, string? address = "192.0.2.1") =>
        await SentAsync((await FormsAsync(userName, password, times: 1, address))[0]);

    private static async Task<string?> SentAsync(Visit form)
    {
        var page = await form.PressAsync("Masuk");
        Assert.Equal(page.Errors.Count == 0 ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, page.Status);
        return page.Errors.SingleOrDefault();
    }

    private async Task<IReadOnlyList<Visit>> FormsAsync(string userName, string password, int times, string? address = "192.0.2.1")
    {
        var forms = new List<Visit>();
        for (var i = 0; i < times; i++)
        {
            var stranger = site.Stranger();
            if (address is not null)
            {
                stranger.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
            }

            forms.Add((await stranger.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", password));
        }

        return forms;
    }

    private static async Task<Visit> SignAsync(Visitor visitor, string userName, string password) =>
        await (await visitor.GoAsync("/masuk")).Fill("Nama pengguna", userName).Fill("Kata sandi", password).PressAsync("Masuk");

    /// <param name="device">The cookie of a browser that may be known.</param>
    private async Task<string?> GuessAsync(string userName, string address, string password, string? device = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var judge = JudgeAt(scope, address, device);
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(userName);
        return await judge.WhyNotAsync(userName, account, password, "salah");
    }

    /// <summary>Signs the owner in from an address.</summary>
    /// <returns>By which his browser is known since.</returns>
    private async Task<string> DeviceOfAsync(string userName, string address)
    {
        using var owner = site.Stranger(follows: false);
        owner.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        var page = await SignAsync(owner, userName, site.Password);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        var cookie = page.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(KnownDevices.Cookie, StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        return cookie[(KnownDevices.Cookie.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    private static PasswordJudge JudgeAt(AsyncServiceScope scope, string address, string? device = null)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        if (device is not null)
        {
            http.Request.Headers.Cookie = $"{KnownDevices.Cookie}={device}";
        }

        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return scope.ServiceProvider.GetRequiredService<PasswordJudge>();
    }

    /// <summary>Behind a proxy that says who asks; counts the hashes.</summary>
    public sealed class TriedSite : SopSite
    {
        private int _hashed;

        public int Hashed => Volatile.Read(ref _hashed);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("ForwardedHeaders_Enabled", "true");
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Scoped<IPasswordHasher<Account>>(
                provider => new Counting(provider.GetRequiredService<IOptions<PasswordHasherOptions>>(), this))));
        }

        private sealed class Counting(IOptions<PasswordHasherOptions> options, TriedSite site) : PasswordHasher<Account>(options)
        {
            public override string HashPassword(Account user, string password)
            {
                Interlocked.Increment(ref site._hashed);
                return base.HashPassword(user, password);
            }

            public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
            {
                Interlocked.Increment(ref site._hashed);
                return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
            }
        }
    }
}
