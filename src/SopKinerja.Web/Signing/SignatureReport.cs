namespace SopKinerja.Web.Signing;

/// <param name="Signer">The name in the certificate; null when there is none to read.</param>
/// <param name="TimestampedAt">When, by the word of a timestamp server; null without one.</param>
public sealed record SignatureFinding(
    string Place, string? Signer, string? Nip, DateTimeOffset? SignedAt, DateTimeOffset? TimestampedAt,
    bool IsIntact, bool IsOurs, bool CoversWholeFile, IReadOnlyList<string> Faults)
{
    public bool Holds => Faults.Count == 0;

    /// <summary>The certificate in the signature; null when there is none to read.</summary>
    public byte[]? Certificate { get; init; }
}

/// <summary>What was found about a file and its signatures, oldest first.</summary>
/// <param name="Fault">What is wrong with the file as a whole, as a sentence; null when nothing is.</param>
public sealed record SignatureReport(
    IReadOnlyList<SignatureFinding> Signatures, string? Fault, bool ClaimsToBeOurs, IReadOnlyList<int> Ends)
{
    /// <summary>Of a file that is known without being read.</summary>
    public static readonly SignatureReport Unread = new([], null, ClaimsToBeOurs: false, []);

    /// <summary>Whether what each save did was judged, and not only which bytes are signed.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the file brings what is needed to check its signatures after their certificates have ended.</summary>
    public bool HasMaterial { get; init; }

    /// <summary>Whether the file and all its signatures hold; a file without signatures holds when it can be read.</summary>
    public bool Holds => Fault is null && Signatures.All(signature => signature.Holds);
}
