using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.WetInk;

namespace SopKinerja.Web.Signing;

public static class SigningSetup
{
    /// <summary>The setting that names a timestamp server (RFC 3161); no one is asked without it.</summary>
    public const string TimestampServerSetting = "TandaTangan:ServerWaktu";

    /// <exception cref="Settings.StartRefusedException">A setting cannot be kept, or what the way of signing needs is not on this
    /// machine.</exception>
    public static void AddSigning(this IServiceCollection services, IConfiguration configuration)
    {
        // A setting that cannot be kept is told at the start and not to the first who signs.
        var mode = SigningModes.Named(configuration[StepSigning.ModeSetting]);
        services.AddWetInk(configuration, mode.Mode);
        services.AddBsre(configuration, mode.Mode);
        services.AddSingleton(new KeyEnvelope());
        services.AddScoped<LockedKeys>();
        services.AddScoped<CertificateActs>();
        services.AddScoped<DocumentProofs>();
        services.AddScoped<StepSigning>();
        services.AddScoped<CertificateChanges>();
        services.AddScoped<ISigner>(provider =>
        {
            // A server that was just started may sign before it draws its first form, and the first caller's folder counts.
            LiberationFonts.Install(configuration["SOP_FONTS"]);
            return ActivatorUtilities.CreateInstance<LocalCertificateSigner>(provider);
        });
        if (configuration[TimestampServerSetting] is { Length: > 0 } address)
        {
            var server = WebAddress(address);
            services.AddHttpClient<ITimestamps, TimestampServer>((client, _) => new(client, server));
        }
        else
        {
            services.AddSingleton<ITimestamps, NoTimestamps>();
        }
    }

    private static Uri WebAddress(string address) => Uri.TryCreate(address, UriKind.Absolute, out var read)
        && (read.Scheme == Uri.UriSchemeHttp || read.Scheme == Uri.UriSchemeHttps) ? read
        : throw new Settings.StartRefusedException(
            $"Setelan {TimestampServerSetting} berisi “{address}”, yang bukan alamat http:// atau https://. Perbaiki, atau kosongkan.");
}
