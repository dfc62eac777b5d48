using System.Net.Http.Headers;
using System.Text;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Signing.WetInk;

namespace SopKinerja.Web.Signing.Bsre;

internal static class BsreSetup
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    /// <exception cref="Settings.StartRefusedException">The settings cannot work.</exception>
    public static void AddBsre(this IServiceCollection services, IConfiguration configuration, SigningMode mode)
    {
        var settings = BsreSettings.Read(configuration, mode == SigningMode.Bsre);
        if (mode == SigningMode.Bsre
            && (configuration.GetSection(ScanSettings.Section).Get<ScanSettings>() ?? new()).MissingToDraw() is { Count: > 0 } missing)
        {
            throw new Settings.StartRefusedException(
                $"Setelan {StepSigning.ModeSetting}=BSrE memerlukan program {string.Join(", ", missing)}, yang tidak ada di mesin ini: "
                + "halaman yang kembali dari BSrE dibandingkan dengan yang dikirim. Pasang dengan: apt-get install poppler-utils "
                + "util-linux.");
        }

        services.AddSingleton(settings);
        var chain = BsreChain.Read(settings.Induk, settings.DaftarCabut);
        services.AddSingleton(chain);
        services.AddSingleton(new BsreSignatures(chain));
        services.AddHttpClient<RevocationFetch>(client => client.MaxResponseContentBufferSize = RevocationFetch.LargestList)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = ConnectPatience,
            })
            .RemoveAllLoggers();
        services.AddSingleton<PagePictures>();
        services.AddSingleton<BsreComparison>();
        services.AddScoped<BsreIdentities>();
        services.AddScoped<BsreCertificates>();
        services.AddScoped<BsreAttempts>();
        services.AddScoped<BsreSettlement>();
        services.AddScoped<BsreStanding>();
        services.AddScoped<ISigner, BsreSigner>();
        services.AddHttpClient<BsreClient>(client => Address(client, settings))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                ConnectTimeout = ConnectPatience,
                // A connection is used once: over one that was used before, the framework may send a request a second time.
                PooledConnectionLifetime = TimeSpan.Zero,
            })
            // Headers hold the password of the agency, bodies the passphrase.
            .RemoveAllLoggers();
    }

    private static void Address(HttpClient client, BsreSettings settings)
    {
        client.MaxResponseContentBufferSize = BsreClient.LargestAnswer;
        // The client gives up by itself, and says so.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.DefaultRequestHeaders.ConnectionClose = true;
        if (settings.IsOn)
        {
            client.BaseAddress = new(settings.Alamat.TrimEnd('/') + "/");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Pengguna}:{settings.KataSandi}")));
        }
    }
}
