using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Browser.Tests.Site;

/// <summary>The site of the other tests on real Kestrel, at a free port of this machine, so that a browser can open it.</summary>
public class BrowserSite : SopSite
{
    private readonly ConcurrentDictionary<string, string> _signedIn = new();

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; private set; } = null!;

    public BrowserSite() => UseKestrel(options => options.Listen(IPAddress.Loopback, 0));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
    }

    /// <summary>Behind a user name: the password was given, the one-time code was not.</summary>
    public const string WithoutCode = " tanpa kode";

    /// <summary>The keys of those who have a one-time code.</summary>
    protected Dictionary<string, string> Telephones { get; private protected set; } = [];

    /// <summary>Someone at a desk with a browser of their own, signed in by the form the first time; null for no one in
    /// particular.</summary>
    public async Task<Desk> SitDownAsync(Chromium chromium, string? userName, Screen? screen = null)
    {
        screen ??= Screen.Desktop;
        if (userName is not null && !_signedIn.ContainsKey(userName))
        {
            await using var first = await OpenAsync(chromium, Screen.Desktop, null);
            await first.GoAsync("/masuk");
            await first.FillAsync("Nama pengguna", userName.Replace(WithoutCode, "", StringComparison.Ordinal));
            await first.FillAsync("Kata sandi", Password);
            await first.PressAsync("Masuk");
            if (Telephones.TryGetValue(userName, out var key))
            {
                await first.FillAsync("Kode", Authenticator.Code(key, Clock.GetUtcNow()));
                await first.PressAsync("Masuk");
            }

            Assert.True(first.Path != "/masuk", $"{userName} could not sign in: {first.Status}.");
            _signedIn[userName] = await first.Context.StorageStateAsync();
        }

        return await OpenAsync(chromium, screen, userName is null ? null : _signedIn[userName]);
    }

    private async Task<Desk> OpenAsync(Chromium chromium, Screen screen, string? state)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = Address,
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = screen.Scripts,
            Locale = "id-ID",
            TimezoneId = "Asia/Makassar",
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = state,
        });
        context.SetDefaultTimeout(15_000);
        return new(this, context, await context.NewPageAsync());
    }
}

/// <summary>What someone looks at.</summary>
public sealed record Screen(int Width, int Height, bool Dark = false, bool Scripts = true)
{
    public static readonly Screen Desktop = new(1366, 768);
    public static readonly Screen Phone = new(360, 760);
}
