using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Certificates;

public static class SigningTrustSource
{
    public static async Task<SigningTrust> SigningTrustAsync(this SopDbContext db, CancellationToken cancel)
    {
        var authorities = await db.Set<SigningAuthority>().OrderBy(a => a.Id).Select(a => a.Certificate).ToListAsync(cancel);
        var certificates = await db.Set<SigningCertificate>().Where(c => c.IssuedAt != null)
            .Select(c => new { c.Serial, c.EndedAt, c.UntrustedFrom, c.Sha256 })
            .ToDictionaryAsync(c => c.Serial!, c => new CertificateStanding(EndOf(c.EndedAt, c.UntrustedFrom), c.Sha256!), cancel);
        return new([.. authorities.Select(X509CertificateLoader.LoadCertificate)], certificates);
    }

    /// <summary>From when a certificate is not to be trusted; null while it is. A key that others knew ends backwards, from the first
    /// moment of the day named.</summary>
    internal static DateTimeOffset? EndOf(DateTimeOffset? endedAt, DateOnly? untrustedFrom) =>
        untrustedFrom is { } day ? Tanggal.Mulai(day) : endedAt;
}
