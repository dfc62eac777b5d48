using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>The certificates of BSrE's chain that the operator laid down, and the lists of what they revoked; without certificates the
/// chain is not checked and anyone who shows a judgement says so.</summary>
public sealed class BsreChain(IReadOnlyList<X509Certificate2> certificates, RevocationLists? lists = null)
{
    public const string NotChecked = "Tersertifikasi menurut dokumennya; rantai sertifikat tidak diperiksa di sini.";

    public bool IsChecked => certificates.Count > 0;

    public IReadOnlyList<X509Certificate2> Certificates => certificates;

    /// <summary>Null where revocation is not asked.</summary>
    public RevocationLists? Lists => lists;

    /// <param name="lists">Folder with lists of revoked certificates; null or empty where revocation is not asked.</param>
    /// <exception cref="StartRefusedException">There is none to be read, or none that a chain can end in.</exception>
    public static BsreChain Read(string? folder, string? lists = null)
    {
        if (string.IsNullOrWhiteSpace(folder))
        {
            return new([], RevocationLists.Of(lists));
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
                ? new([.. found], RevocationLists.Of(lists))
                : throw new StartRefusedException("Folder pada setelan Bsre:Induk tidak memuat sertifikat induk (PEM) yang menandatangani "
                    + "dirinya sendiri. Isi dengan rantai sertifikat BSrE, yang dapat diunduh dari situs BSrE.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException(
                "Folder pada setelan Bsre:Induk tidak terbaca. Isi dengan PEM rantai sertifikat BSrE.", unreadable);
        }
    }

    /// <summary>Why a certificate was not BSrE's at a moment, as a part of a sentence; null when it was, and when the chain is not
    /// checked.</summary>
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
        return chain.Build(signer) ? WhyRevoked(chain, moment)
            : chain.ChainStatus.Any(s => s.Status == X509ChainStatusFlags.NotTimeValid) ? "sertifikatnya tidak berlaku pada waktu itu"
            : "sertifikatnya bukan dari rantai BSrE yang disetel di sini";
    }

    /// <summary>What is not known about revocation now, as a sentence; null when the lists of all authorities are there and new.</summary>
    public string? WhatIsNotKnown(DateTimeOffset now)
    {
        if (lists is null)
        {
            return "Pencabutan sertifikat tidak diperiksa di sini.";
        }

        // The root revokes those below it; who signs is below these.
        var old = certificates.Select(authority => lists.Of(authority)).ToList();
        return old.Contains(null) ? "Daftar sertifikat dicabut BSrE tidak lengkap di sini, jadi pencabutan tidak seluruhnya diperiksa."
            : old.Where(list => list!.NextUpdate < now).MinBy(list => list!.NextUpdate) is { NextUpdate: { } due }
                ? $"Daftar sertifikat dicabut BSrE di sini hanya berlaku sampai {Tanggal.TampilPukul(due)}; yang dicabut sesudah itu belum "
                    + "diketahui."
                : null;
    }

    // Revoked later, it leaves valid what was signed before.
    private string? WhyRevoked(X509Chain chain, DateTimeOffset at)
    {
        for (var i = 0; lists is not null && i + 1 < chain.ChainElements.Count; i++)
        {
            var (certificate, issuer) = (chain.ChainElements[i].Certificate, chain.ChainElements[i + 1].Certificate);
            if (lists.Of(issuer)?.RevokedAt(certificate) <= at)
            {
                return i == 0 ? "sertifikatnya sudah dicabut pada waktu itu" : "sertifikat penerbitnya sudah dicabut pada waktu itu";
            }
        }

        return null;
    }

    private static bool IsRoot(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
}
