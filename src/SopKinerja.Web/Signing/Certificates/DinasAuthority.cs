using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SopKinerja.Web.Signing.Cms;

namespace SopKinerja.Web.Signing.Certificates;

/// <param name="Nip">18 digits; null for an elected head.</param>
public sealed record CertificateHolder(string Nama, string? Nip);

/// <summary>A certificate that is not to be trusted from a moment on.</summary>
public sealed record RevokedCertificate(byte[] Serial, DateTimeOffset At, X509RevocationReason Reason);

/// <summary>
/// The certificate authority of the dinas with its key open: issues certificates and lists revoked ones. It vouches within the dinas only;
/// it is no PSrE, so what it signs for is "tidak tersertifikasi" (PP 71/2019).
/// </summary>
public sealed class DinasAuthority(X509Certificate2 certificate, SigningKey key) : IDisposable
{
    public const int Years = 10;

    /// <summary>How long a person's certificate lasts, or until the authority ends.</summary>
    public const int YearsOfPerson = 2;

    public static readonly TimeSpan ListLasts = TimeSpan.FromDays(90);

    // RFC 5280, appendix A: ub-common-name and ub-organization-name.
    private const int LongestName = 64;

    private const int SerialSize = 16;

    private static readonly HashAlgorithmName Hash = HashAlgorithmName.SHA384;

    public X509Certificate2 Certificate => certificate;

    public DateTimeOffset End => new(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero);

    private X509SignatureGenerator Generator => X509SignatureGenerator.CreateForECDsa((ECDsa)key.Algorithm);

    /// <summary>A new authority, self-signed, on P-384.</summary>
    /// <param name="pemerintah">For example "Pemerintah Kabupaten Balangan".</param>
    public static DinasAuthority Make(string pemerintah, string dinas, DateTimeOffset now)
    {
        var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = new CertificateRequest(Name($"Otoritas Tanda Tangan Internal {dinas} {now.Year}", null, pemerintah), curve, Hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var own = request.CreateSelfSigned(now, now.AddYears(Years));
        return new(X509CertificateLoader.LoadCertificate(own.RawData), new(curve));
    }

    public byte[] SealKey(KeyEnvelope envelope, Passphrase passphrase) => envelope.Seal(key.Algorithm, passphrase);

    /// <summary>A request for a certificate, signed by the key that it is for (PKCS #10).</summary>
    public static byte[] Request(CertificateHolder holder, AsymmetricAlgorithm theirs) => (theirs switch
    {
        RSA rsa => new CertificateRequest(Name(holder.Nama, holder.Nip, null), rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => new CertificateRequest(Name(holder.Nama, holder.Nip, null), (ECDsa)theirs, HashAlgorithmName.SHA256),
    }).CreateSigningRequest();

    /// <exception cref="CryptographicException">The request is not signed by its own key.</exception>
    public X509Certificate2 Issue(byte[] request, CertificateHolder holder, string pemerintah, DateTimeOffset now)
    {
        var asked = CertificateRequest.LoadSigningRequest(request, HashAlgorithmName.SHA256);
        var issued = new CertificateRequest(Name(holder.Nama, holder.Nip, pemerintah), asked.PublicKey, Hash);
        issued.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        issued.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        issued.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(asked.PublicKey, critical: false));
        issued.CertificateExtensions.Add(Identifier);
        var end = now.AddYears(YearsOfPerson);
        var serial = RandomNumberGenerator.GetBytes(SerialSize);
        // Positive, and of the same length always.
        serial[0] = (byte)((serial[0] & 0x3f) | 0x40);
        return issued.Create(certificate.SubjectName, Generator, now, end < End ? end : End, serial);
    }

    /// <summary>The list of revoked certificates (RFC 5280, 5), signed.</summary>
    public byte[] ListRevoked(IEnumerable<RevokedCertificate> revoked, long number, DateTimeOffset now)
    {
        var list = new CertificateRevocationListBuilder();
        foreach (var (serial, at, reason) in revoked)
        {
            list.AddEntry(serial, at, reason);
        }

        return list.Build(certificate.SubjectName, Generator, new BigInteger(number), now + ListLasts, Hash, Identifier, now);
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    private X509AuthorityKeyIdentifierExtension Identifier =>
        X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false);

    private static X500DistinguishedName Name(string nama, string? nip, string? pemerintah)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCountryOrRegion("ID");
        if (pemerintah is not null)
        {
            name.AddOrganizationName(Short(pemerintah));
        }

        name.AddCommonName(Short(nama));
        if (nip is not null)
        {
            name.Add("2.5.4.5", nip, System.Formats.Asn1.UniversalTagNumber.PrintableString);
        }

        return name.Build();
    }

    private static string Short(string text) => text.Length <= LongestName ? text : text[..(LongestName - 1)] + "…";
}
