using System.Security.Cryptography;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>Makes the printed forms: the measurement document for the screen and the store, others for anyone who asks, without keeping
/// them. Each is drawn with the settings of its day; nothing is while they lack what the forms print, which all who ask have
/// asked.</summary>
public sealed class DocumentPress(IPdfEngine engine, CurrentSettings settings, Letterheads letterheads)
{
    public FormDescription Describe(Dossier dossier, DateTimeOffset at, DocumentProof? proof = null) =>
        PrintedForms.Of(dossier.Method).Document(dossier, Head(settings.AsOf(at)), at, false).ProvenBy(proof);

    /// <summary>The PDF with its hash; drawn once, stored, and never drawn again.</summary>
    public DrawnDocument Draw(Dossier dossier, DateTimeOffset at, DocumentProof? proof = null) =>
        Draw(dossier, PrintedForms.Of(dossier.Method).Document(dossier, Head(Printable(at)), at, false).ProvenBy(proof));

    /// <summary>The same with room for signatures in the file: the one file of its version that all sign.</summary>
    /// <param name="dossier">As it will be once the first of them has signed.</param>
    /// <param name="proof">By what the document is checked; null leaves it out.</param>
    public DrawnDocument DrawForSigning(Dossier dossier, DateTimeOffset at, DocumentProof? proof = null) =>
        Draw(dossier, PrintedForms.Of(dossier.Method).Document(dossier, Head(Printable(at)), at, true).ProvenBy(proof));

    /// <summary>Whether a stored file, in which nobody signs, is what would be drawn of the dossier.</summary>
    /// <param name="dossier">As it stood then.</param>
    public DrawnAgain Again(Dossier dossier, DateTimeOffset at, DocumentProof? proof, ReadOnlySpan<byte> file)
    {
        var form = Describe(dossier, at, proof);
        return DrawingMark.In(file) is not { } mark ? DrawnAgain.Unmarked
            : mark == DrawingMark.Of(form, engine)
                ? file.SequenceEqual(Draw(dossier, form).Bytes) ? DrawnAgain.Same : DrawnAgain.Different
            : DrawingMark.IsByOthers(mark, engine) ? DrawnAgain.OtherTools
            : DrawnAgain.OtherWords;
    }

    private DrawnDocument Draw(Dossier dossier, FormDescription form)
    {
        var keywords = $"{ContentDigest.Of(dossier)} {DrawingMark.Of(form, engine)}";
        var bytes = engine.Draw(form with { Properties = form.Properties with { Keywords = keywords } });
        return new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    public byte[] DrawSkp(Plan plan, DateTimeOffset at) => engine.Draw(PrintedForms.Of(plan.Method).Skp(plan, Printable(at), at));

    /// <summary>The buku catatan as it stands; null where the regulation has none.</summary>
    /// <param name="plan">With its notes and their authors.</param>
    public byte[]? DrawBukuCatatan(Plan plan, DateTimeOffset at) =>
        PrintedForms.Of(plan.Method).BukuCatatan?.Invoke(plan, Printable(at), at) is { } form ? engine.Draw(form) : null;

    /// <summary>The buku catatan with its last entry, drawn anew each time from the result, which is fixed; null where the regulation has
    /// none.</summary>
    /// <param name="notes">With their authors; null where the reader may not read them.</param>
    public byte[]? DrawBukuCatatan(Dossier dossier, IReadOnlyList<PlanNote>? notes, DateTimeOffset at) =>
        PrintedForms.Of(dossier.Method).BukuCatatanHasil?.Invoke(dossier, notes, Printable(ApprovalOf(dossier)), at) is { } form
            ? engine.Draw(form) : null;

    public byte[] DrawAngkaKredit(Dossier dossier, AkumulasiAngkaKredit akumulasi, DateTimeOffset at)
    {
        var dinas = Printable(ApprovalOf(dossier));
        return engine.Draw(AngkaKreditForm.From(dossier, akumulasi, dinas.Nama, dinas.Tempat).Describe(at));
    }

    /// <summary>Why nothing can be printed now, as a sentence; null when it can.</summary>
    public string? WhyNotPrinted => settings.Value.WhyNotPrinted;

    /// <param name="slips">That still open their accounts.</param>
    public byte[] DrawSlips(IReadOnlyList<EntrySlip> slips, DateTimeOffset at)
    {
        var dinas = Printable(at);
        return engine.Draw(EntrySlipForm.Describe(slips, dinas, $"{dinas.AlamatAplikasi}{Links.Account.SignIn}", at));
    }

    private static DateTimeOffset ApprovalOf(Dossier dossier) => dossier.Finished(Step.Validate)!.At;

    private DinasSettings Printable(DateTimeOffset at) => settings.AsOf(at) is { WhyNotPrinted: null } dinas ? dinas
        : throw new InvalidOperationException("Whoever prints asks first whether the settings are complete.");

    private FormHead Head(DinasSettings dinas) => new(
        dinas, letterheads.Of(dinas).Beside(dinas.Pemerintah.ToUpperInvariant(), dinas.Nama.ToUpperInvariant(), dinas.Alamat));
}
