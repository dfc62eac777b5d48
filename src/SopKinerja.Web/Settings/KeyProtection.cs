using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Settings;

/// <summary>The certificate by which the keys of the cookies, and of what is stored in cipher, are kept in the database; without one they
/// stand there in the clear.</summary>
public static class KeyProtection
{
    public const string Setting = "Kunci:Sertifikat";

    public const string PasswordSetting = "Kunci:KataSandi";

    /// <summary>Null where none is set.</summary>
    /// <exception cref="StartRefusedException">The file is not a PFX with an RSA key that opens with that password.</exception>
    public static X509Certificate2? Of(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12(File.ReadAllBytes(path), configuration[PasswordSetting]);
            return certificate.GetRSAPrivateKey() is not null ? certificate
                : throw Refused(path, "tidak memuat kunci RSA");
        }
        catch (Exception failed) when (failed is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Refused(path, failed is CryptographicException ? "bukan PFX, atau kata sandinya salah" : "tidak terbaca");
        }
    }

    private static StartRefusedException Refused(string path, string why) => new(
        $"Sertifikat kunci \"{path}\" (pengaturan Kunci__Sertifikat, Kunci__KataSandi) {why}. Perbaiki, atau kosongkan keduanya.");
}
