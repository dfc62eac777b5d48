using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Signing;

/// <param name="Nip">18 digits; null for an elected head.</param>
public sealed record Signatory(int PegawaiId, string Nama, string? Nip, string? NipLine, string Jabatan)
{
    public static Signatory Of(Party party) =>
        new(party.PegawaiId, party.Nama, party.Nip, party.Nip is null ? null : party.NomorTampil, party.Jabatan);

    /// <param name="printed">Whose name the page shows at the place; it says then in whose place the signature stands.</param>
    public static Signatory Of(Party party, Party printed) => Of(party) is var signatory && party.PegawaiId == printed.PegawaiId
        ? signatory
        : signatory with { Jabatan = $"{party.Jabatan}, menggantikan {printed.Nama}" };
}

/// <param name="Alasan">For the visible block and for readers: "Menyetujui hasil penilaian prestasi kerja".</param>
public sealed record SigningTask(byte[] Pdf, SignaturePlace Place, Signatory Signatory, string Alasan)
{
    /// <summary>The step that it is for; null for a file that belongs to no dossier.</summary>
    public SigningOf? Of { get; init; }
}

public sealed record SigningOf(long DossierId, int Stage, string VerificationCode);

public abstract record SigningOutcome
{
    private SigningOutcome()
    {
    }

    /// <param name="Note">A sentence for the signer, for example that there is no timestamp; null when there is nothing to say.</param>
    public sealed record Signed(DrawnDocument Document, string? Note) : SigningOutcome;

    public sealed record Refused(string Sentence) : SigningOutcome;

    /// <summary>A service was asked and did not answer: it may have signed. Never to be repeated by itself.</summary>
    /// <param name="Reference">By which the service can be asked later; null when there is none.</param>
    public sealed record Unknown(string Sentence, string? Reference) : SigningOutcome;
}

/// <summary>Signs a PDF for a person: the whole file goes in, the whole signed file comes out, or nothing does.</summary>
public interface ISigner
{
    SigningMode Mode { get; }

    Task<SigningOutcome> SignAsync(SigningTask task, Actor actor, Passphrase passphrase, DateTimeOffset now, CancellationToken cancel);
}
