using System.Net;
using System.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>Signing in by the provider of the regency, against a real one on this machine.</summary>
public sealed class ProviderTests(ProviderTests.ProvidedSite site) : IClassFixture<ProviderTests.ProvidedSite>
{
    private const string NoAccount = "tidak cocok dengan tepat satu akun";
    private const string NotBelieved = "tidak dapat dipercaya atau sudah kedaluwarsa";
    private const string Down = "sedang tidak menjawab";

    [Fact]
    public async Task Whoever_the_provider_names_goes_in_with_a_session_like_any_other_and_to_where_he_wanted()
    {
        using var visitor = site.Stranger(follows: false);
        var page = await visitor.GoAsync("/masuk?returnUrl=%2Fsesi-saya");
        Assert.Contains("/masuk/penyedia?returnUrl=%2Fsesi-saya", page.Html, StringComparison.Ordinal);
        Assert.Contains("Masuk dengan akun Balangan", page.Text, StringComparison.Ordinal);

        Assert.Equal("/sesi-saya", await EnterAsync(visitor, "arsiparis", "/masuk/penyedia?returnUrl=%2Fsesi-saya"));

        page = await visitor.GoAsync("/sesi-saya");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Page.QuerySelectorAll("tbody tr"));
        await (await visitor.GoAsync("/keluar")).PressAsync("Keluar");
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GoAsync("/sop")).Status);
        Assert.Equal(("arsiparis", SessionEnd.SignedOut), await LastSessionAsync());
    }

    [Fact]
    public async Task What_is_asked_of_the_provider_is_a_code_with_a_nonce_a_state_and_a_challenge()
    {
        using var visitor = site.Stranger(follows: false);
        var asked = HttpUtility.ParseQueryString((await visitor.GoAsync("/masuk/penyedia")).Response.Headers.Location!.Query);

        Assert.Equal(("code", "S256", "http://localhost/masuk/penyedia/kembali"),
            (asked["response_type"], asked["code_challenge_method"], asked["redirect_uri"]));
        Assert.All((string[])["nonce", "state", "code_challenge"], key => Assert.NotEqual("", asked[key] ?? ""));
    }

    [Theory]
    [InlineData("https://jahat.example/")]
    [InlineData("//jahat.example")]
    [InlineData("/keluar")]
    public async Task An_address_elsewhere_is_not_followed(string wanted)
    {
        using var visitor = site.Stranger(follows: false);
        Assert.Equal("/", await EnterAsync(visitor, "juru", $"/masuk/penyedia?returnUrl={Uri.EscapeDataString(wanted)}"));
    }

    [Fact]
    public async Task Unknown_closed_and_ambiguous_are_one_sentence_and_no_account_is_made()
    {
        await site.SetOpenAsync("pelaksanadag", isOpen: false);
        var before = await site.AskAsync(db => db.Users.CountAsync());
        foreach (var person in (IReadOnlyList<(string, string)[]>)
        [
            [("sub", "1"), ("preferred_username", "tidak.ada")],
            [("sub", "1"), ("preferred_username", "pelaksanadag")],
            [("sub", "1"), ("preferred_username", "juru"), ("preferred_username", "analis")],
            [("sub", "1")],
            [("sub", "1"), ("preferred_username", " ")],
        ])
        {
            using var visitor = site.Stranger(follows: false);
            await RefusedAsync(visitor, await ComeAsync(visitor, person), NoAccount);
        }

        Assert.Equal(before, await site.AskAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task By_NIP_it_is_the_account_of_the_person()
    {
        await using var server = site.Second(("Oidc:Cocok", "nip"), ("Oidc:Klaim", "nip"));
        var nip = await site.AskAsync(db => db.Users.Where(u => u.UserName == "penera").Select(u => u.Pegawai!.Nip).SingleAsync());
        using var visitor = At(server);
        site.Provider.Person = [("sub", "1"), ("nip", $"NIP {nip![..8]} {nip[8..]}")];
        Assert.Equal("/", await ArriveAsync(visitor, await AnswerAsync(await StartAsync(visitor, "/masuk/penyedia"))));
        Assert.Equal(("penera", null), await LastSessionAsync());
        using var by = At(server);
        site.Provider.Person = [("sub", "1"), ("nip", "penera")];
        await RefusedAsync(by, await ArriveAsync(by, await AnswerAsync(await StartAsync(by, "/masuk/penyedia"))), NoAccount);
    }

    [Fact]
    public async Task Without_a_second_factor_there_the_code_is_asked_here_and_with_one_it_is_not()
    {
        var key = await site.GiveCodeAsync("bendahara");
        using var visitor = site.Stranger(follows: false);
        Assert.Equal("/masuk/kode?returnUrl=%2Fsop", await EnterAsync(visitor, "bendahara", "/masuk/penyedia?returnUrl=%2Fsop"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GoAsync("/sop")).Status);
        var page = await (await visitor.GoAsync("/masuk/kode?returnUrl=%2Fsop"))
            .Fill("Kode", Authenticator.Code(key, site.Clock.GetUtcNow())).PressAsync("Masuk");
        Assert.Equal("/sop", page.Response.Headers.Location!.ToString());

        using var other = site.Stranger(follows: false);
        Assert.Equal("/", await ComeAsync(other, [("sub", "1"), ("preferred_username", "bendahara"), ("amr", "pwd"), ("amr", "otp")]));
        Assert.Equal(HttpStatusCode.OK, (await other.GoAsync("/sop")).Status);
        using var third = site.Stranger(follows: false);
        Assert.Equal("/masuk/kode?returnUrl=%2F", await ComeAsync(third, [("sub", "1"), ("preferred_username", "bendahara"), ("amr", "pwd")]));
    }

    [Fact]
    public async Task Where_the_setting_asks_for_a_code_one_there_is_enough_and_none_is_not()
    {
        await using var server = site.Second((SettingTable.KodeSekaliPakai.Name, "tugas"));
        using var without = At(server);
        site.Provider.Person = [("sub", "1"), ("preferred_username", "analis")];
        await ArriveAsync(without, await AnswerAsync(await StartAsync(without, "/masuk/penyedia")));
        Assert.Equal("/kode-sekali-pakai", (await without.GoAsync("/sop")).Response.Headers.Location!.ToString());

        using var with = At(server);
        site.Provider.Person = [("sub", "1"), ("preferred_username", "analis"), ("amr", "mfa")];
        await ArriveAsync(with, await AnswerAsync(await StartAsync(with, "/masuk/penyedia")));
        Assert.Equal(HttpStatusCode.OK, (await with.GoAsync("/sop")).Status);
        // Also when its claims were made anew.
        Assert.Equal("/sesi-saya", (await with.PostAsync("/sesi-saya?handler=EndOthers", "/sesi-saya")).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await with.GoAsync("/sop")).Status);
    }

    [Fact]
    public async Task An_answer_for_another_browser_or_with_another_state_or_a_second_time_is_refused()
    {
        using var visitor = site.Stranger(follows: false);
        using var thief = site.Stranger(follows: false);
        site.Provider.Person = [("sub", "1"), ("preferred_username", "juru")];
        var answer = await AnswerAsync(await StartAsync(visitor, "/masuk/penyedia"));
        await RefusedAsync(thief, await ArriveAsync(thief, answer), NotBelieved);
        await RefusedAsync(visitor, await ArriveAsync(visitor, With(answer, "state", "palsu")), NotBelieved);
        await RefusedAsync(visitor, await ArriveAsync(visitor, new("http://localhost/masuk/penyedia/kembali")), NotBelieved);

        Assert.Equal("/", await ArriveAsync(visitor, answer));

        Assert.Contains("gagal=", await ArriveAsync(visitor, answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_without_the_verifier_of_its_challenge_is_refused_by_the_provider()
    {
        using var visitor = site.Stranger(follows: false);
        site.Provider.Person = [("sub", "1"), ("preferred_username", "juru")];
        var asked = With(await StartAsync(visitor, "/masuk/penyedia"), "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        await RefusedAsync(visitor, await ArriveAsync(visitor, await AnswerAsync(asked)), NotBelieved);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("expired")]
    [InlineData("early")]
    [InlineData("key")]
    public async Task A_token_that_is_not_the_one_that_was_asked_for_is_refused(string fault)
    {
        using var visitor = site.Stranger(follows: false);
        site.Provider.Person = [("sub", "1"), ("preferred_username", "juru")];
        site.Provider.Tamper = token =>
        {
            switch (fault)
            {
                case "issuer":
                    token.Issuer = "https://palsu.example/";
                    break;
                case "audience":
                    token.Audience = "lain";
                    token.Audiences.Clear();
                    break;
                case "nonce":
                    token.Claims["nonce"] = "lain";
                    token.Subject?.TryRemoveClaim(token.Subject.FindFirst("nonce"));
                    break;
                case "expired":
                    (token.IssuedAt, token.NotBefore, token.Expires) = (Now(-180), Now(-180), Now(-2));
                    break;
                case "early":
                    (token.NotBefore, token.Expires) = (Now(2), Now(60));
                    break;
                case "key":
                    using (var rsa = System.Security.Cryptography.RSA.Create(2048))
                    {
                        token.SigningCredentials = new(
                            new Microsoft.IdentityModel.Tokens.RsaSecurityKey(rsa.ExportParameters(true)) { KeyId = token.SigningCredentials.Key.KeyId },
                            "RS256");
                    }

                    break;
            }
        };
        try
        {
            await RefusedAsync(visitor, await ArriveAsync(visitor, await AnswerAsync(await StartAsync(visitor, "/masuk/penyedia"))), NotBelieved);
        }
        finally
        {
            site.Provider.Tamper = null;
        }

        DateTime Now(int minutes) => site.Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes);
    }

    [Fact]
    public async Task Who_says_no_there_may_still_come_with_the_password()
    {
        using var visitor = site.Stranger(follows: false);
        site.Provider.Denies = true;
        var asked = await StartAsync(visitor, "/masuk/penyedia");
        var answer = await AnswerAsync(asked);
        site.Provider.Denies = false;
        await RefusedAsync(visitor, await ArriveAsync(visitor, answer), "menolak, atau Anda membatalkannya");
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_and_the_password_still_opens()
    {
        await using var provider = await RegencyProvider.StartAsync(ProvidedSite.Back);
        provider.Person = [("sub", "1"), ("preferred_username", "juru")];
        await using var server = site.Second(("Oidc:Alamat", provider.Address));
        using var visitor = At(server);
        var answer = await AnswerAsync(await StartAsync(visitor, "/masuk/penyedia"));
        await provider.StopAsync();
        await RefusedAsync(visitor, await ArriveAsync(visitor, answer), Down);

        await using var later = site.Second(("Oidc:Alamat", provider.Address));
        using var other = At(later);
        await RefusedAsync(other, (await other.GoAsync("/masuk/penyedia")).Response.Headers.Location!.ToString(), Down);
    }

    [Fact]
    public async Task Off_there_is_no_way_to_it()
    {
        await using var off = site.Second(("Oidc:Alamat", ""));
        using var visitor = At(off);
        Assert.DoesNotContain("/masuk/penyedia", (await visitor.GoAsync("/masuk")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GoAsync("/masuk/penyedia")).Status);
        var nowhere = (await visitor.GoAsync("/masuk/penyedia/kembali?code=x&state=y")).Response.Headers.Location!;
        Assert.Equal("/masuk", nowhere.AbsolutePath);
        Assert.DoesNotContain("gagal", nowhere.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Oidc__Alamat", "Alamat", "http://sso.example")]
    [InlineData("Oidc__Alamat", "Alamat", "sso")]
    [InlineData("Oidc__IdKlien", "IdKlien", "")]
    [InlineData("Oidc__RahasiaKlien", "RahasiaKlien", "")]
    [InlineData("Oidc__Klaim", "Klaim", "")]
    [InlineData("Oidc__Cocok", "Cocok", "surel")]
    [InlineData("Oidc__Cakupan", "Cakupan", "profile")]
    public void A_setting_that_cannot_be_kept_is_refused_at_the_start(string told, string name, string written)
    {
        var configuration = new ConfigurationManager
        {
            ["Oidc:Alamat"] = "https://sso.example",
            ["Oidc:IdKlien"] = "a",
            ["Oidc:RahasiaKlien"] = "rahasia sekali",
        };
        Assert.True(OidcSettings.Of(configuration).IsOn);
        configuration[$"Oidc:{name}"] = written;

        var refused = Assert.Throws<StartRefusedException>(() => OidcSettings.Of(configuration));
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rahasia sekali", refused.Message, StringComparison.Ordinal);
    }

    private async Task<(string UserName, SessionEnd? EndedWhy)> LastSessionAsync()
    {
        var last = await site.AskAsync(db => db.Sessions.OrderByDescending(s => s.Id)
            .Select(s => new { db.Users.Single(u => u.Id == s.AccountId).UserName, s.EndedWhy }).FirstAsync());
        return (last.UserName!, last.EndedWhy);
    }

    private Task<string> EnterAsync(Visitor visitor, string userName, string way) =>
        ComeAsync(visitor, [("sub", "1"), ("preferred_username", userName)], way);

    /// <summary>All the way; where it leads on at our side.</summary>
    private async Task<string> ComeAsync(Visitor visitor, (string, string)[] person, string way = "/masuk/penyedia")
    {
        site.Provider.Person = person;
        return await ArriveAsync(visitor, await AnswerAsync(await StartAsync(visitor, way)));
    }

    /// <summary>Where the provider is asked.</summary>
    private static async Task<Uri> StartAsync(Visitor visitor, string way)
    {
        var page = await visitor.GoAsync(way);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        return page.Response.Headers.Location!;
    }

    /// <summary>With what it sends the browser back.</summary>
    private static async Task<Uri> AnswerAsync(Uri asked)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(asked);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return answer.Headers.Location!;
    }

    private static async Task<string> ArriveAsync(Visitor visitor, Uri answer)
    {
        var page = await visitor.GoAsync(answer.ToString());
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        return page.Response.Headers.Location!.ToString();
    }

    /// <summary>Nobody is in, a sentence says why, and the password still opens.</summary>
    private async Task RefusedAsync(Visitor visitor, string to, string sentence)
    {
        Assert.StartsWith("/masuk?gagal=", to, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GoAsync("/sop")).Status);
        var page = await visitor.GoAsync(to);
        Assert.Contains(sentence, page.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.HasButton("Masuk"));
        using var other = site.Stranger();
        page = await (await other.GoAsync(to)).Fill("Nama pengguna", "keamanan").Fill("Kata sandi", site.Password).PressAsync("Masuk");
        Assert.Equal("/", page.Url.AbsolutePath);
    }

    private static Uri With(Uri address, string key, string value)
    {
        var query = HttpUtility.ParseQueryString(address.Query);
        query[key] = value;
        return new UriBuilder(address) { Query = query.ToString() }.Uri;
    }

    private static Visitor At(WebApplicationFactory<Program> server) =>
        new(server.CreateClient(new() { BaseAddress = new("http://localhost"), AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>With a provider of its own, at the time of this machine: browsers keep cookies by that.</summary>
    public sealed class ProvidedSite : SopSite
    {
        public const string Back = "http://localhost/masuk/penyedia/kembali";

        public RegencyProvider Provider { get; private set; } = null!;

        public override async Task InitializeAsync()
        {
            Provider = await RegencyProvider.StartAsync(Back);
            await base.InitializeAsync();
            Clock.Move(TimeProvider.System.GetUtcNow() - Clock.GetUtcNow());
        }

        public WebApplicationFactory<Program> Second(params (string Name, string Value)[] settings) => WithWebHostBuilder(builder =>
        {
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        });

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Oidc:Alamat", Provider?.Address ?? "");
            builder.UseSetting("Oidc:IdKlien", RegencyProvider.Client);
            builder.UseSetting("Oidc:RahasiaKlien", RegencyProvider.Secret);
            builder.UseSetting("Oidc:Nama", "akun Balangan");
        }
    }
}
