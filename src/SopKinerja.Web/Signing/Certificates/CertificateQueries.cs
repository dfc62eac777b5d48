namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Questions about certificates that several places ask.</summary>
public static class CertificateQueries
{
    /// <summary>Requests that wait for the administrator; at most one for each person.</summary>
    public static IQueryable<SigningCertificate> Waiting(this IQueryable<SigningCertificate> all) => all.Where(c => c.IssuedAt == null && c.EndedAt == null);

    /// <summary>Certificates in use, expired or not; at most one for each person.</summary>
    public static IQueryable<SigningCertificate> InUse(this IQueryable<SigningCertificate> all) => all.Where(c => c.IssuedAt != null && c.EndedAt == null);
}
