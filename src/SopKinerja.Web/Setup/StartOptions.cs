using System.Reflection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.WetInk;

namespace SopKinerja.Web.Setup;

/// <summary>What may stand behind the program's name when it is to serve. Each is a setting, so each is an environment variable
/// too.</summary>
internal static class StartOptions
{
    private static readonly IReadOnlyList<StartOption> Own =
    [
        new("SOP_URLS", "alamat yang dilayani"),
        new("SOP_DATA", "folder log dan basis data sendiri"),
        new("SOP_FONTS", "folder huruf Liberation Sans"),
        new("ConnectionStrings:Sop", "server PostgreSQL Anda"),
        new($"ConnectionStrings:{RuntimeRole.OwnerSetting}", "pemilik tabel, hanya untuk migrate"),
        new("urls", "alamat yang dilayani, bila SOP_URLS kosong"),
        .. SettingTable.Rows.Select(r => new StartOption(r.Name, r.Label)),
        new(StepSigning.ModeSetting, "cara menandatangani"),
        new(AuthorityKeeping.Setting, "apakah dua orang memegang frasa sandi otoritas: ya atau tidak"),
        new(SigningSetup.TimestampServerSetting, "server stempel waktu"),
        .. Of<ScanSettings>(ScanSettings.Section, "membaca pindaian"),
        .. Of<BsreSettings>(BsreSettings.Section, "layanan BSrE"),
        new(KeyProtection.Setting, "PFX yang menyandikan kunci kuki di basis data"),
        new(KeyProtection.PasswordSetting, "kata sandi PFX itu"),
        .. Of<OidcSettings>(OidcSettings.Section, "masuk lewat penyedia identitas (OpenID Connect)"),
        new(PublicLimits.CodesSetting, "batas halaman pemeriksaan"),
        new(PublicLimits.FilesSetting, "batas halaman pemeriksaan"),
    ];

    /// <summary>Of the framework; one that ends with ":" stands for all that begin with it.</summary>
    private static readonly IReadOnlyList<StartOption> OfTheFramework =
    [
        new("environment", "lingkungan ASP.NET Core"),
        new("contentRoot", "folder halaman dan appsettings.json"),
        new("applicationName", "nama program bagi ASP.NET Core"),
        new("AllowedHosts", "nama server yang diterima"),
        new("http_ports", "port HTTP, bila tidak ada alamat lain"),
        new("ForwardedHeaders_Enabled", "di belakang proxy"),
        new("Kestrel:", "setelan server ASP.NET Core"),
        new("Serilog:", "setelan log"),
    ];

    public static IEnumerable<StartOption> All => Own.Concat(OfTheFramework);

    /// <summary>Null when all are known and each has its value; otherwise why not.</summary>
    public static string? WhyNot(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var (written, value) = args[i].Split('=', 2) is [var name, var behind] ? (name, behind) : (args[i], null);
            if (!written.StartsWith("--", StringComparison.Ordinal) || !IsKnown(written[2..], value))
            {
                return $"Pilihan “{written}” tidak dikenal.";
            }

            if (value is null && (++i == args.Count || args[i].StartsWith("--", StringComparison.Ordinal)))
            {
                return $"Pilihan “{written}” belum diberi nilai, misalnya {written}=….";
            }
        }

        return null;
    }

    // A section by itself may be passed on, empty.
    private static bool IsKnown(string name, string? value) => All.Any(option => option.Name.EndsWith(':')
        ? name.Length > option.Name.Length && name.StartsWith(option.Name, StringComparison.OrdinalIgnoreCase)
        : name.Equals(option.Name, StringComparison.OrdinalIgnoreCase))
        || (value is "" && All.Any(option => option.Name.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<StartOption> Of<TSettings>(string section, string meaning) => typeof(TSettings)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite)
        .Select(p => new StartOption($"{section}:{p.Name}", meaning));
}

internal sealed record StartOption(string Name, string Meaning);
