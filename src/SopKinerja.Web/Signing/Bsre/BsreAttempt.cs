using System.Security.Cryptography;

namespace SopKinerja.Web.Signing.Bsre;

public enum BsreOutcome
{
    Signed,
    Refused,

    Unknown,
}

public enum BsreResolution
{
    HandedIn,

    NotSigned,
}

public sealed class BsreAttempt
{
    /// <summary>Of files that are judged by what each save did.</summary>
    public const short ByItsSaves = 1;

    private BsreAttempt()
    {
    }

    public BsreAttempt(SigningOf of, Signatory signatory, string sheetSha256, byte[] sent, DateTimeOffset now)
    {
        (DossierId, Stage, VerificationCode) = (of.DossierId, (short)of.Stage, of.VerificationCode);
        (SignerId, SignerNama, SheetSha256) = (signatory.PegawaiId, signatory.Nama, sheetSha256);
        (Sent, SentSha256, DispatchedAt) = (sent, Convert.ToHexStringLower(SHA256.HashData(sent)), now);
    }

    public long Id { get; private set; }

    public long DossierId { get; private set; }

    public short Stage { get; private set; }

    public int SignerId { get; private set; }

    public string SignerNama { get; private set; } = "";

    public string VerificationCode { get; private set; } = "";

    public string SheetSha256 { get; private set; } = "";

    public string SentSha256 { get; private set; } = "";

    /// <summary>The file; null once it is settled what came of it.</summary>
    public byte[]? Sent { get; private set; }

    public DateTimeOffset DispatchedAt { get; private set; }

    /// <summary>Null while it is on its way, and for good when the server stopped meanwhile.</summary>
    public BsreOutcome? Outcome { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public BsreResolution? Resolution { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>How the file was judged that came of it: <see cref="ByItsSaves"/>; null by its bytes alone.</summary>
    public short? Edition { get; private set; }

    /// <summary>SHA-256 of the certificate in the signature that was taken.</summary>
    public string? CertificateSha256 { get; private set; }

    /// <summary>When the signer said that BSrE shows no such signature; a second officer releases the request on that.</summary>
    public DateTimeOffset? StatedAt { get; private set; }

    public string? StatedReason { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public int? ReleasedById { get; private set; }

    public string? ReleasedByNama { get; private set; }

    public void Answer(BsreOutcome outcome, string? note, DateTimeOffset now)
    {
        (Outcome, Note, AnsweredAt) = (outcome, note, now);
        Sent = outcome == BsreOutcome.Unknown ? Sent : null;
    }

    /// <summary>What came of it is a good file, from the service or from its signer.</summary>
    public void Take(Compared compared)
    {
        Edition = compared.IsWhole ? ByItsSaves : null;
        CertificateSha256 = compared.Made?.Certificate is { } certificate ? Convert.ToHexStringLower(SHA256.HashData(certificate)) : null;
    }

    public void State(string reason, DateTimeOffset now) => (StatedReason, StatedAt) = (reason, now);

    public void HandIn(DateTimeOffset now) => (Resolution, ResolvedAt, Sent) = (BsreResolution.HandedIn, now, null);

    /// <exception cref="InvalidOperationException">Its signer has said nothing, or releases it himself.</exception>
    public void Release(int officerId, string nama, DateTimeOffset now)
    {
        if (StatedAt is null || officerId == SignerId)
        {
            throw new InvalidOperationException("A second officer releases on the word of the signer.");
        }

        (ReleasedById, ReleasedByNama, ReleasedAt) = (officerId, nama, now);
        (Resolution, Reason, ResolvedAt, Sent) = (BsreResolution.NotSigned, StatedReason, now, null);
    }
}
