using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Reads whom a certificate names; null where it names no one, or not legibly.</summary>
internal static class SubjectOf
{
    private const string CommonName = "2.5.4.3";

    private const string SerialNumber = "2.5.4.5";

    public static string? Nama(X509Certificate2 certificate) => Part(certificate, CommonName);

    public static string? Nip(X509Certificate2 certificate) => Part(certificate, SerialNumber);

    private static string? Part(X509Certificate2 certificate, string type)
    {
        try
        {
            return certificate.SubjectName.EnumerateRelativeDistinguishedNames()
                .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == type)
                .Select(part => part.GetSingleElementValue()).FirstOrDefault();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
