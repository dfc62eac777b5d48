using System.Security.Cryptography;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>What the service answered.</summary>
public enum BsreOutcome
{
    Signed,
    Refused,

    /// <summary>No answer that says.</summary>
    Unknown,
}

/// <summary>How an unknown outcome became known.</summary>
public enum BsreResolution
{
    /// <summary>The signer handed in the signed file.</summary>
    HandedIn,

    /// <summary>The signer looked at BSrE and found that it was not signed.</summary>
    NotSigned,
}

/// <summary>One request to sign, written down before it is sent.</summary>
public sealed class BsreAttempt
{
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

    /// <summary>Of the version that was to be signed.</summary>
    public string VerificationCode { get; private set; } = "";

    /// <summary>Of the scores as they stood.</summary>
    public string SheetSha256 { get; private set; } = "";

    public string SentSha256 { get; private set; } = "";

    /// <summary>The file; null once it is settled what came of it.</summary>
    public byte[]? Sent { get; private set; }

    public DateTimeOffset DispatchedAt { get; private set; }

    /// <summary>Null while it is on its way, and for good when the server stopped meanwhile.</summary>
    public BsreOutcome? Outcome { get; private set; }

    /// <summary>What the signer read.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public BsreResolution? Resolution { get; private set; }

    public string? Reason { get; private set; }

    public DateTimeOffset? ResolvedAt { get; private set; }

    /// <summary>The answer came.</summary>
    public void Answer(BsreOutcome outcome, string? note, DateTimeOffset now)
    {
        (Outcome, Note, AnsweredAt) = (outcome, note, now);
        Sent = outcome == BsreOutcome.Unknown ? Sent : null;
    }

    /// <summary>The signer found out.</summary>
    public void Resolve(BsreResolution resolution, string? reason, DateTimeOffset now) =>
        (Resolution, Reason, ResolvedAt, Sent) = (resolution, reason, now, null);
}
