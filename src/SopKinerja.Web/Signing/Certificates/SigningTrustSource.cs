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
            .Select(c => new { c.Serial, c.EndedAt, c.Sha256 })
            .ToDictionaryAsync(c => c.Serial!, c => new CertificateStanding(c.EndedAt, c.Sha256!), cancel);
        return new([.. authorities.Select(X509CertificateLoader.LoadCertificate)], certificates);
    }
}
