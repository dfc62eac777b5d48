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

    public void Answer(BsreOutcome outcome, string? note, DateTimeOffset now)
    {
        (Outcome, Note, AnsweredAt) = (outcome, note, now);
        Sent = outcome == BsreOutcome.Unknown ? Sent : null;
    }

    public void Resolve(BsreResolution resolution, string? reason, DateTimeOffset now) =>
        (Resolution, Reason, ResolvedAt, Sent) = (resolution, reason, now, null);
}
