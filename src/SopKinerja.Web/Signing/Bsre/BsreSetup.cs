using System.Net.Http.Headers;
using System.Text;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Signing.Bsre;

internal static class BsreSetup
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    /// <exception cref="Settings.StartRefusedException">The settings cannot work.</exception>
    public static void AddBsre(this IServiceCollection services, IConfiguration configuration, SigningMode mode)
    {
        var settings = BsreSettings.Read(configuration, mode == SigningMode.Bsre);
        services.AddSingleton(settings);
        services.AddSingleton(new BsreSignatures(BsreChain.Read(settings.Induk)));
        services.AddScoped<BsreIdentities>();
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
