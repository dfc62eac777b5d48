using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Signing;

/// <param name="EndedAt">From when it is not to be trusted; null while it is.</param>
/// <param name="Sha256">Hash of the certificate, so that another with the same number is not taken for it.</param>
public sealed record CertificateStanding(DateTimeOffset? EndedAt, string Sha256);

/// <summary>Whom signatures are judged by: the authorities of the dinas and the certificates they issued, at one moment.</summary>
public sealed class SigningTrust(IReadOnlyList<X509Certificate2> authorities, IReadOnlyDictionary<string, CertificateStanding> certificates)
{
    public static readonly SigningTrust None = new([], new Dictionary<string, CertificateStanding>());

    private readonly ConcurrentDictionary<string, X509Certificate2?> _issuers = new();

    /// <summary>Which authority issued a certificate; null when none of ours did.</summary>
    public X509Certificate2? IssuerOf(X509Certificate2 certificate) =>
        _issuers.GetOrAdd(HashOf(certificate), _ => authorities.FirstOrDefault(authority => IsIssued(certificate, authority)));

    /// <summary>Why the certificate was not good at a moment, as a part of a sentence; null when it was.</summary>
    /// <param name="isProven">Whether the signature was there at that moment; else it is only the last at which it can have been
    /// made.</param>
    public string? WhyNotGood(X509Certificate2 certificate, X509Certificate2 authority, DateTimeOffset at, bool isProven)
    {
        var then = isProven ? "pada waktu itu" : "sekarang, dan tidak terbukti bahwa ditandatangani sebelumnya";
        var standing = certificates.GetValueOrDefault(SerialOf(certificate));
        return standing is null || standing.Sha256 != HashOf(certificate) ? "sertifikatnya tidak tercatat di dinas ini"
            : standing.EndedAt <= at ? $"sertifikatnya sudah dicabut {then}"
            : !IsValid(certificate, at) || !IsValid(authority, at) ? $"sertifikatnya tidak berlaku {then}"
            : null;
    }

    public static string SerialOf(X509Certificate2 certificate) => Convert.ToHexStringLower(certificate.SerialNumberBytes.Span);

    /// <summary>Lower-case hexadecimal SHA-256 of the whole certificate.</summary>
    public static string HashOf(X509Certificate2 certificate) =>
        Convert.ToHexStringLower(SHA256.HashData(certificate.RawData));

    private static bool IsValid(X509Certificate2 certificate, DateTimeOffset at) =>
        certificate.NotBefore.ToUniversalTime() <= at.UtcDateTime && at.UtcDateTime <= certificate.NotAfter.ToUniversalTime();

    /// <summary>Whether the key of the authority signed the certificate.</summary>
    internal static bool IsIssued(X509Certificate2 certificate, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        return chain.Build(certificate);
    }
}
