using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>A certificate that signed here for a person: the first that fits binds, another waits for a second officer.</summary>
public sealed class BsreCertificate
{
    private const string SerialNumber = "2.5.4.5";
    private const string UserId = "0.9.2342.19200300.100.1.1";

    private BsreCertificate()
    {
    }

    public BsreCertificate(BsreAttempt attempt, byte[] certificate, DateTimeOffset now)
    {
        using var read = X509CertificateLoader.LoadCertificate(certificate);
        (PegawaiId, AttemptId, Certificate, SeenAt) = (attempt.SignerId, attempt.Id, certificate, now);
        (Sha256, KeySha256) = (Hash(certificate), Hash(read.PublicKey.ExportSubjectPublicKeyInfo()));
        (Nama, SubjectSerial) = (read.GetNameInfo(X509NameType.SimpleName, forIssuer: false), SerialOf(read));
    }

    public long Id { get; private set; }

    public int PegawaiId { get; private set; }

    /// <summary>The request that it signed first.</summary>
    public long AttemptId { get; private set; }

    public byte[] Certificate { get; private set; } = [];

    public string Sha256 { get; private set; } = "";

    /// <summary>Of its public key.</summary>
    public string KeySha256 { get; private set; } = "";

    /// <summary>The number of its subject, which a renewed certificate keeps; null where it has none.</summary>
    public string? SubjectSerial { get; private set; }

    public string Nama { get; private set; } = "";

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Why a second officer must look, as a part of a sentence; null where it fits.</summary>
    public string? Doubt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public int? AcceptedById { get; private set; }

    public string? AcceptedByNama { get; private set; }

    public string? AcceptedReason { get; private set; }

    public bool IsGood => Doubt is null || AcceptedAt is not null;

    /// <summary>Whether it is of the owner of another: of one key, or of one subject.</summary>
    public bool IsOfOneOwner(BsreCertificate other) =>
        KeySha256 == other.KeySha256 || (SubjectSerial is { } serial && serial == other.SubjectSerial);

    public void Question(string doubt) => Doubt = doubt;

    /// <exception cref="InvalidOperationException">There is nothing to accept, or its own person does.</exception>
    public void Accept(int officerId, string nama, string reason, DateTimeOffset now)
    {
        if (IsGood || officerId == PegawaiId)
        {
            throw new InvalidOperationException("A second officer accepts what is in doubt.");
        }

        (AcceptedById, AcceptedByNama, AcceptedReason, AcceptedAt) = (officerId, nama, reason, now);
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string? SerialOf(X509Certificate2 certificate) => certificate.SubjectName.EnumerateRelativeDistinguishedNames()
        .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value is SerialNumber or UserId)
        .OrderBy(part => part.GetSingleElementType().Value == UserId)
        .Select(part => part.GetSingleElementValue()).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
