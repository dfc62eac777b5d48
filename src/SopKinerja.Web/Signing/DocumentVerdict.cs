using System.Security.Cryptography;

namespace SopKinerja.Web.Signing;

/// <summary>What a file is, byte for byte, beside what is stored.</summary>
public enum DocumentVerdict
{
    /// <summary>Exactly a stored document.</summary>
    Genuine,

    /// <summary>A stored document to which people of the dinas added signatures afterwards, and nothing else.</summary>
    GenuineLaterCopy,

    /// <summary>It comes from this program but is not as it was stored.</summary>
    Altered,

    /// <summary>Nothing in it says that it comes from here.</summary>
    Unknown,
}

/// <summary>Judges a file that somebody holds up.</summary>
public static class DocumentJudge
{
    /// <param name="pdf">The file.</param>
    /// <param name="report">What its signatures say.</param>
    /// <param name="isStored">Whether a document with this SHA-256 (lower-case hexadecimal) is stored.</param>
    public static DocumentVerdict Judge(ReadOnlySpan<byte> pdf, SignatureReport report, Func<string, bool> isStored)
    {
        if (isStored(Convert.ToHexStringLower(SHA256.HashData(pdf))))
        {
            return DocumentVerdict.Genuine;
        }

        if (report.Holds)
        {
            foreach (var end in report.Ends)
            {
                if (end < pdf.Length && isStored(Convert.ToHexStringLower(SHA256.HashData(pdf[..end]))))
                {
                    return DocumentVerdict.GenuineLaterCopy;
                }
            }
        }

        return report.ClaimsToBeOurs || report.Signatures.Any(signature => signature.IsOurs) ? DocumentVerdict.Altered : DocumentVerdict.Unknown;
    }
}
