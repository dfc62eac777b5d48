using System.Security.Cryptography;

namespace SopKinerja.Web.Signing;

/// <summary>What a file is, byte for byte, beside what is stored.</summary>
public enum DocumentVerdict
{
    /// <summary>Exactly a stored document.</summary>
    Genuine,

    /// <summary>A stored document to which people of the dinas added signatures afterwards, and nothing else.</summary>
    GenuineLaterCopy,

    /// <summary>A numbered copy of a stored document, exactly as it is drawn each time.</summary>
    GenuineNumberedCopy,

    /// <summary>It comes from this program but is not as it was stored.</summary>
    Altered,

    /// <summary>Nothing in it says that it comes from here.</summary>
    Unknown,
}

/// <summary>A verdict, and the hash of the stored document that it is about; null where none is.</summary>
public sealed record JudgedFile(DocumentVerdict Verdict, string? Sha256);

/// <summary>Judges a file that somebody holds up.</summary>
public static class DocumentJudge
{
    /// <summary>By what a file may be known, lower-case hexadecimal SHA-256: the whole first, then its earlier saves, the later before the earlier.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="report">What its signatures say; only what holds may have an earlier save that counts.</param>
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

    /// <param name="hashes">Of the file, by <see cref="Hashes"/>.</param>
    /// <param name="report">What its signatures say.</param>
    /// <param name="isStored">Whether a document with this hash is stored.</param>
    public static JudgedFile Judge(IReadOnlyList<string> hashes, SignatureReport report, Func<string, bool> isStored) =>
        isStored(hashes[0]) ? new(DocumentVerdict.Genuine, hashes[0])
        : hashes.FirstOrDefault(isStored) is { } earlier ? new(DocumentVerdict.GenuineLaterCopy, earlier)
        : new(report.ClaimsToBeOurs || report.Signatures.Any(signature => signature.IsOurs) ? DocumentVerdict.Altered : DocumentVerdict.Unknown, null);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
