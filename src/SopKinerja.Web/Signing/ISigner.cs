using SopKinerja.Domain.Sop;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Signing;

/// <summary>Who is to sign, as the dossier names them.</summary>
/// <param name="PegawaiId">The person.</param>
/// <param name="Nama">With titles.</param>
/// <param name="Nip">18 digits; null for an elected head.</param>
/// <param name="NipLine">"NIP 19…".</param>
/// <param name="Jabatan">As printed.</param>
public sealed record Signatory(int PegawaiId, string Nama, string? Nip, string? NipLine, string Jabatan)
{
    public static Signatory Of(Party party) =>
        new(party.PegawaiId, party.Nama, party.Nip, party.Nip is null ? null : party.NomorTampil, party.Jabatan);
}

/// <summary>What is to be signed, by whom and why.</summary>
/// <param name="Pdf">The whole file, as it was drawn or as the one before signed it.</param>
/// <param name="Place">Whose place in it.</param>
/// <param name="Signatory">The party who is named for that place.</param>
/// <param name="Alasan">For the visible block and for readers: "Menyetujui hasil penilaian prestasi kerja".</param>
public sealed record SigningTask(byte[] Pdf, SignaturePlace Place, Signatory Signatory, string Alasan)
{
    /// <summary>The step that it is for; null for a file that belongs to no dossier.</summary>
    public SigningOf? Of { get; init; }
}

/// <summary>Which signature of which document.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Stage">The row of the SOP; see <see cref="SopRow.Stage"/>.</param>
/// <param name="VerificationCode">Of the version.</param>
public sealed record SigningOf(long DossierId, int Stage, string VerificationCode);

/// <summary>What came of it.</summary>
public abstract record SigningOutcome
{
    private SigningOutcome()
    {
    }

    /// <summary>The signed file, to be stored as it is.</summary>
    /// <param name="Document">With its hash.</param>
    /// <param name="Note">A sentence for the signer, for example that there is no timestamp; null when there is nothing to say.</param>
    public sealed record Signed(DrawnDocument Document, string? Note) : SigningOutcome;

    /// <summary>Nothing was signed.</summary>
    /// <param name="Sentence">Why not, for the screen.</param>
    public sealed record Refused(string Sentence) : SigningOutcome;

    /// <summary>A service was asked and did not answer: it may have signed. Never to be repeated by itself.</summary>
    /// <param name="Sentence">What the signer should do, for the screen.</param>
    /// <param name="Reference">By which the service can be asked later; null when there is none.</param>
    public sealed record Unknown(string Sentence, string? Reference) : SigningOutcome;
}

/// <summary>Signs a PDF for a person: the whole file goes in, the whole signed file comes out, or nothing does.</summary>
public interface ISigner
{
    /// <summary>The way of signing that it serves.</summary>
    SigningMode Mode { get; }

    /// <param name="task">What.</param>
    /// <param name="actor">Who is signed in.</param>
    /// <param name="passphrase">Of the actor; it is not kept.</param>
    /// <param name="now">When; stands in the file.</param>
    /// <param name="cancel">Ends the wait for other servers.</param>
    Task<SigningOutcome> SignAsync(SigningTask task, Actor actor, Passphrase passphrase, DateTimeOffset now, CancellationToken cancel);
}
