using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.WetInk;

public static class WetInkSetup
{
    /// <summary>Registers everything; in every mode, since a document issued in this one is finished in it.</summary>
    /// <exception cref="StartRefusedException">The dinas signs on paper and a program that reads scans is missing.</exception>
    public static void AddWetInk(this IServiceCollection services, IConfiguration configuration, SigningMode mode)
    {
        var settings = configuration.GetSection(ScanSettings.Section);
        if (mode == SigningMode.WetInk && (settings.Get<ScanSettings>() ?? new()).Missing() is { Count: > 0 } missing)
        {
            throw new StartRefusedException(
                $"Setelan {StepSigning.ModeSetting}={SigningModes.Row(mode).Nama} memerlukan program {string.Join(", ", missing)}, yang "
                + "tidak ada di mesin ini. "
                + "Pasang dengan: apt-get install zbar-tools poppler-utils util-linux. Atau pilih cara tanda tangan yang lain.");
        }

        services.Configure<ScanSettings>(settings);
        services.AddSingleton<IQrReader, ZbarReader>();
        services.AddScoped<ScanDesk>();
        services.AddSingleton<ScanPiles>();
        services.AddHostedService(provider => provider.GetRequiredService<ScanPiles>());
    }
}
