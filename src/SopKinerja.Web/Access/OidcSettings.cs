using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

/// <summary>The OpenID Connect provider of the regency; section "Oidc" of the configuration.</summary>
public sealed class OidcSettings
{
    public const string Section = "Oidc";

    /// <summary>The issuer, "https://sso.example.go.id/realms/kabupaten"; empty: off.</summary>
    public string Alamat { get; set; } = "";

    public string IdKlien { get; set; } = "";

    public string RahasiaKlien { get; set; } = "";

    /// <summary>The claim of the ID token that names the account.</summary>
    public string Klaim { get; set; } = "preferred_username";

    /// <summary>What the claim holds: "nama-pengguna" or "nip".</summary>
    public string Cocok { get; set; } = ByUserName;

    public string Cakupan { get; set; } = "openid profile";

    /// <summary>On the button: "Masuk dengan akun Kabupaten Balangan".</summary>
    public string Nama { get; set; } = "akun kabupaten";

    private const string ByUserName = "nama-pengguna";
    private const string ByNip = "nip";

    public bool IsOn => Alamat.Length > 0;

    public bool IsByNip => Cocok == ByNip;

    /// <exception cref="StartRefusedException">A sentence for the operator; never with the secret.</exception>
    public static OidcSettings Of(IConfiguration configuration)
    {
        var settings = configuration.GetSection(Section).Get<OidcSettings>() ?? new();
        (settings.Alamat, settings.Cocok) = (settings.Alamat.Trim(), settings.Cocok.Trim().ToLowerInvariant());
        return settings.WhyNot() is { } sentence ? throw new StartRefusedException(sentence) : settings;
    }

    private string? WhyNot() => !IsOn ? null
        : !Uri.TryCreate(Alamat, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? "Setelan Oidc__Alamat bukan alamat https penyedia identitas. Contoh: https://sso.example.go.id/realms/kabupaten."
        : IdKlien.Length == 0 || RahasiaKlien.Length == 0 ? "Setelan Oidc__IdKlien dan Oidc__RahasiaKlien harus diisi bila "
            + "Oidc__Alamat diisi."
        : Klaim.Length == 0 ? "Setelan Oidc__Klaim kosong. Tulis nama klaim yang menyebut akunnya, misalnya preferred_username."
        : Cocok is not (ByUserName or ByNip) ? $"Setelan Oidc__Cocok berisi “{Cocok}”. Yang dikenal: {ByUserName}, {ByNip}."
        : !Cakupan.Split(' ').Contains("openid") ? "Setelan Oidc__Cakupan harus memuat openid."
        : null;
}
