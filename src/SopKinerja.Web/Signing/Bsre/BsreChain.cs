using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>The certificates of BSrE's chain that the operator laid down; with none, the chain is not checked and anyone who shows a
/// judgement says so.</summary>
public sealed class BsreChain(IReadOnlyList<X509Certificate2> certificates)
{
    public const string NotChecked = "Tersertifikasi menurut dokumennya; rantai sertifikat tidak diperiksa di sini.";

    public bool IsChecked => certificates.Count > 0;

    /// <exception cref="StartRefusedException">There is none to be read, or none that a chain can end in.</exception>
    public static BsreChain Read(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return new([]);
        }

        try
        {
            X509Certificate2Collection found = [];
            foreach (var file in Directory.EnumerateFiles(folder)
                .Where(f => Path.GetExtension(f) is ".pem" or ".crt" or ".cer").Order(StringComparer.Ordinal))
            {
                found.ImportFromPemFile(file);
            }

            return found.Any(IsRoot)
                ? new([.. found])
                : throw new StartRefusedException("Folder pada setelan Bsre:Induk tidak memuat sertifikat induk (PEM) yang menandatangani "
                    + "dirinya sendiri. Isi dengan rantai sertifikat BSrE, atau kosongkan setelan itu.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException("Folder pada setelan Bsre:Induk tidak terbaca. Isi dengan PEM rantai sertifikat BSrE, "
                + "atau kosongkan setelan itu.", unreadable);
        }
    }

    /// <summary>Why a certificate was not BSrE's at a moment, as a part of a sentence; null when it was, and when the chain is not
    /// checked.</summary>
    /// <remarks>Revocation is not asked: that needs BSrE's servers, and anyone who reads the file later has to ask them anyway.</remarks>
    /// <param name="at">When it was used; null when the file does not say.</param>
    public string? WhyNot(X509Certificate2 signer, X509Certificate2Collection sentAlong, DateTimeOffset? at)
    {
        if (!IsChecked || at is not { } moment)
        {
            return IsChecked ? "waktunya tidak terbaca" : null;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(certificates.Where(IsRoot).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(certificates.Where(c => !IsRoot(c)).ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(sentAlong);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = moment.UtcDateTime;
        return chain.Build(signer) ? null
            : chain.ChainStatus.Any(s => s.Status == X509ChainStatusFlags.NotTimeValid) ? "sertifikatnya tidak berlaku pada waktu itu"
            : "sertifikatnya bukan dari rantai BSrE yang disetel di sini";
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
