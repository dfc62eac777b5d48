using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Integrity;

/// <summary>Holds each certificate against its request, its columns and the authority that issued it, and authorities against
/// themselves.</summary>
internal static class CertificateCheck
{
    // Clocks of two servers, and the seconds that a certificate leaves out.
    private static readonly TimeSpan MostApart = TimeSpan.FromDays(1);

    /// <summary>A sentence for each that is not in order; names no person.</summary>
    public static async Task<List<string>> FaultsAsync(SopDbContext db, CancellationToken cancel)
    {
        List<string> faults = [];
        var authorities = new Dictionary<int, X509Certificate2>();
        foreach (var row in await db.Set<SigningAuthority>().AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancel))
        {
            if (Read(row.Certificate) is { } read)
            {
                authorities[row.Id] = read;
                faults.AddRange(WhyNot(row, read).Select(f => $"Otoritas {row.Id}: {f}."));
            }
            else
            {
                faults.Add($"Otoritas {row.Id}: sertifikatnya tidak terbaca.");
            }
        }

        var serials = new HashSet<string>();
        await foreach (var row in db.Set<SigningCertificate>().AsNoTracking().Where(c => c.Certificate != null).OrderBy(c => c.Id)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            using var certificate = Read(row.Certificate!);
            faults.AddRange((certificate is null ? ["tidak terbaca"]
                : WhyNot(row, certificate, authorities.GetValueOrDefault(row.AuthorityId ?? 0))).Select(f => $"Sertifikat {row.Id}: {f}."));
            if (certificate is not null && !serials.Add(SigningTrust.SerialOf(certificate)))
            {
                faults.Add($"Sertifikat {row.Id}: nomor serinya dipakai sertifikat lain juga.");
            }
        }

        foreach (var authority in authorities.Values)
        {
            authority.Dispose();
        }

        return faults;
    }

    private static IEnumerable<string> WhyNot(SigningAuthority row, X509Certificate2 certificate)
    {
        if (!SigningTrust.IsIssued(certificate, certificate)
            || certificate.Extensions.OfType<X509BasicConstraintsExtension>().SingleOrDefault() is not { CertificateAuthority: true })
        {
            yield return "sertifikatnya bukan yang ditandatangani kuncinya sendiri sebagai otoritas";
        }

        if (row.NotAfter != End(certificate) || (Begin(certificate) - row.MadeAt).Duration() > MostApart)
        {
            yield return "masa berlaku sertifikatnya bukan yang tercatat";
        }
    }

    private static IEnumerable<string> WhyNot(SigningCertificate row, X509Certificate2 certificate, X509Certificate2? authority)
    {
        if (authority is null || !SigningTrust.IsIssued(certificate, authority))
        {
            yield return $"tidak ditandatangani kunci otoritas {row.AuthorityId}, yang tercatat menerbitkannya";
        }
        else if (Begin(certificate) < Begin(authority) || End(certificate) > End(authority))
        {
            yield return $"berlaku di luar masa berlaku otoritas {row.AuthorityId}";
        }

        if (row.Serial != SigningTrust.SerialOf(certificate) || row.Sha256 != SigningTrust.HashOf(certificate))
        {
            yield return "nomor seri atau sidik jarinya bukan yang tercatat";
        }

        if (row.NotAfter != End(certificate) || row.IssuedAt is not { } issued || (Begin(certificate) - issued).Duration() > MostApart)
        {
            yield return "masa berlakunya bukan yang tercatat";
        }

        if (!IsOfRequest(row.Request, certificate))
        {
            yield return "kuncinya bukan yang dimintakan pemiliknya";
        }
    }

    private static bool IsOfRequest(byte[] request, X509Certificate2 certificate)
    {
        try
        {
            // Signed by its own key, or it is not loaded.
            var asked = CertificateRequest.LoadSigningRequest(request, HashAlgorithmName.SHA256);
            return asked.PublicKey.ExportSubjectPublicKeyInfo().AsSpan()
                .SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo());
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static DateTimeOffset Begin(X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero);

    private static DateTimeOffset End(X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);

    private static X509Certificate2? Read(byte[] bytes)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
