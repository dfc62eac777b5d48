using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Whether the passphrase of the authority is given to two people, a part each, when it is made or changed; of the present one
/// <see cref="SigningAuthority.IsShared"/> says it.</summary>
public static class AuthorityKeeping
{
    public const string Setting = "TandaTangan:OtoritasDuaOrang";

    /// <exception cref="StartRefusedException">The setting is neither yes nor no.</exception>
    public static bool IsShared(IConfiguration configuration) => configuration[Setting]?.Trim().ToLowerInvariant() switch
    {
        null or "" or "tidak" or "false" => false,
        "ya" or "true" => true,
        var other => throw new StartRefusedException($"Setelan TandaTangan__OtoritasDuaOrang berisi “{other}”. Yang dikenal: ya, tidak."),
    };
}
