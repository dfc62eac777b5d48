using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Setup;
using SopKinerja.Web.Tests.Infrastructure;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Access;

/// <summary>What closes by itself: the way over HTTP, the keys in the database, the folder of the log.</summary>
public sealed class DoorsTests(DoorsTests.Office site) : IClassFixture<DoorsTests.Office>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sopkinerja-pintu-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("https://sopkinerja.example", "max-age=31536000")]
    [InlineData("http://sopkinerja.example", null)]
    [InlineData("https://localhost", null)]
    public async Task Over_TLS_a_browser_is_told_to_stay_there(string address, string? expected)
    {
        using var client = site.CreateClient(new() { BaseAddress = new(address), AllowAutoRedirect = false });
        foreach (var path in new[] { "/masuk", "/css/site.css", "/tidak-ada" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var told) ? told.Single() : null);
        }
    }

    [Fact]
    public async Task The_keys_of_cookies_are_read_only_with_their_certificate()
    {
        var path = Pfx("sandi pfx");
        await using var database = await TestDatabase.CreateAsync();
        string secret;
        await using (var first = Program(database.ConnectionString, KeyProtection.Of(Configuration(path, "sandi pfx"))))
        {
            secret = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("rahasia");
            await using var scope = first.CreateAsyncScope();
            var stored = Assert.Single(await scope.ServiceProvider.GetRequiredService<SopDbContext>().DataProtectionKeys.ToListAsync());
            Assert.Contains("EncryptedData", stored.Xml, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", stored.Xml, StringComparison.Ordinal);
        }

        await using (var again = Program(database.ConnectionString, KeyProtection.Of(Configuration(path, "sandi pfx"))))
        {
            Assert.Equal("rahasia", again.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(secret));
        }

        await using var without = Program(database.ConnectionString, null);
        Assert.Throws<CryptographicException>(
            () => without.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(secret));
    }

    [Fact]
    public void A_certificate_that_cannot_be_used_is_refused_at_the_start()
    {
        Assert.Null(KeyProtection.Of(Configuration("", "")));
        var text = Path.Combine(_folder, "bukan.pfx");
        File.WriteAllText(text, "bukan PFX");
        foreach (var (path, password, words) in new[]
        {
            (Pfx("satu"), "dua", "kata sandinya salah"), (text, "", "bukan PFX"), (Path.Combine(_folder, "tiada.pfx"), "", "tidak terbaca"),
        })
        {
            var refused = Assert.Throws<StartRefusedException>(() => KeyProtection.Of(Configuration(path, password)));
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void The_log_is_for_the_program_and_its_group()
    {
        // One of an earlier release, and one that is opened now.
        var old = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "log")).FullName, "sopkinerja-20260101.log");
        File.WriteAllText(old, "");
        File.SetUnixFileMode(old, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        RequestLog.EnsureFolder(_folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddLog(_folder);
        using (var app = (IDisposable)builder.Build())
        {
            ((WebApplication)app).Logger.LogInformation("Satu baris");
        }

        var files = Directory.GetFiles(Path.Combine(_folder, "log"));
        Assert.Equal(2, files.Length);
        Assert.All(files, f => Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(f)));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute,
            File.GetUnixFileMode(Path.Combine(_folder, "log")));
    }

    private string Pfx(string password)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=kunci", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(site.Clock.GetUtcNow().AddDays(-1), site.Clock.GetUtcNow().AddYears(10));
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
        return path;
    }

    /// <summary>Reached by a name, as in an office.</summary>
    public sealed class Office : SopSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Dinas:AlamatAplikasi", "https://sopkinerja.example");
        }
    }

    private static IConfiguration Configuration(string path, string password) => new ConfigurationBuilder().AddInMemoryCollection(
        new Dictionary<string, string?> { [KeyProtection.Setting] = path, [KeyProtection.PasswordSetting] = password }).Build();

    private static ServiceProvider Program(string connectionString, X509Certificate2? keys)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddPersistence(connectionString, keys);
        return services.BuildServiceProvider();
    }
}
