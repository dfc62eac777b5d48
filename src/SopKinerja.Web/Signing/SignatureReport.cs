namespace SopKinerja.Web.Signing;

/// <summary>What was found about one signature of a file.</summary>
/// <param name="Place">Whose place it stands at, as the file names it.</param>
/// <param name="Signer">The name in the certificate; null when there is none to read.</param>
/// <param name="Nip">The number in the certificate.</param>
/// <param name="SignedAt">When, by the clock of the server that signed.</param>
/// <param name="TimestampedAt">When, by the word of a timestamp server; null without one.</param>
/// <param name="IsIntact">Whether what it covers is as it was signed.</param>
/// <param name="IsOurs">Whether an authority of this dinas issued the certificate.</param>
/// <param name="CoversWholeFile">Whether nothing lies behind it.</param>
/// <param name="Faults">Why it does not hold, as parts of a sentence; empty when it holds. They name no person.</param>
public sealed record SignatureFinding(
    string Place, string? Signer, string? Nip, DateTimeOffset? SignedAt, DateTimeOffset? TimestampedAt,
    bool IsIntact, bool IsOurs, bool CoversWholeFile, IReadOnlyList<string> Faults)
{
    /// <summary>Whether it was made by a person of the dinas, with a certificate that held at that time, and nothing changed but later signatures.</summary>
    public bool Holds => Faults.Count == 0;
}

/// <summary>What was found about a file and its signatures, oldest first.</summary>
/// <param name="Signatures">Empty for a file without any.</param>
/// <param name="Fault">What is wrong with the file as a whole, as a sentence; null when nothing is.</param>
/// <param name="ClaimsToBeOurs">Whether the file says that this program made it.</param>
/// <param name="Ends">Where each save of the file ends, oldest first.</param>
public sealed record SignatureReport(
    IReadOnlyList<SignatureFinding> Signatures, string? Fault, bool ClaimsToBeOurs, IReadOnlyList<int> Ends)
{
    /// <summary>Whether the file and all its signatures hold; a file without signatures holds when it can be read.</summary>
    public bool Holds => Fault is null && Signatures.All(signature => signature.Holds);
}
