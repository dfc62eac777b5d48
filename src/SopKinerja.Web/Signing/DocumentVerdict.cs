using System.Security.Cryptography;

namespace SopKinerja.Web.Signing;

/// <summary>What a file is, byte for byte, beside what is stored.</summary>
public enum DocumentVerdict
{
    Genuine,

    /// <summary>A stored document to which people of the dinas added signatures afterwards, and nothing else.</summary>
    GenuineLaterCopy,

    /// <summary>A numbered copy of a stored document, exactly as it is drawn each time.</summary>
    GenuineNumberedCopy,

    Altered,

    Unknown,
}

/// <summary>A verdict, and the hash of the stored document that it is about; null where none is.</summary>
public sealed record JudgedFile(DocumentVerdict Verdict, string? Sha256);

public static class DocumentJudge
{
    /// <summary>By what a file may be known, lower-case hexadecimal SHA-256: the whole first, then its earlier saves, the later before the
    /// earlier.</summary>
    public static IReadOnlyList<string> Hashes(ReadOnlySpan<byte> pdf, SignatureReport report)
    {
        List<string> hashes = [Hash(pdf)];
        foreach (var end in report.Holds ? report.Ends.Reverse() : [])
        {
            if (end < pdf.Length)
            {
                hashes.Add(Hash(pdf[..end]));
            }
        }

        return hashes;
    }

    public static JudgedFile Judge(IReadOnlyList<string> hashes, SignatureReport report, Func<string, bool> isStored) =>
        isStored(hashes[0]) ? new(DocumentVerdict.Genuine, hashes[0])
        : hashes.FirstOrDefault(isStored) is { } earlier ? new(DocumentVerdict.GenuineLaterCopy, earlier)
        : new(report.ClaimsToBeOurs
            || report.Signatures.Any(signature => signature.IsOurs) ? DocumentVerdict.Altered : DocumentVerdict.Unknown, null);

    /// <summary>Lower-case hexadecimal SHA-256.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
