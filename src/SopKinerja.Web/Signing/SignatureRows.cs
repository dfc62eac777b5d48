using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Signing;

/// <param name="IsFirst">Whether a version of the document begins with it.</param>
public sealed record SignatureRow(SopRow Row, SignaturePlace Place, DocumentKind Kind, bool IsFirst, string Alasan)
{
    /// <summary>Who signs, and where: the pejabat penilai in the place of a superior that he does not have.</summary>
    public (Party? Party, SignaturePlace Place) On(Parties parties)
    {
        var role = Row.PelaksanaOn(parties);
        return (parties.Of(role), role == Row.Pelaksana ? Place : SignaturePlace.PejabatPenilai);
    }
}

/// <summary>The signatures of a document.</summary>
public static class SignatureRows
{
    private const string Menetapkan = "Menetapkan hasil penilaian kinerja";

    public static readonly IReadOnlyList<SignatureRow> All =
    [
        Of(Step.Validate, Substep.None, SignaturePlace.PejabatPenilai, DocumentKind.Approved, "Menyetujui hasil penilaian kinerja"),
        Of(Step.Sign, Substep.None, SignaturePlace.Asn, DocumentKind.Final, "Menerima hasil penilaian kinerja"),
        Of(Step.Sign, Substep.Pengesahan, SignaturePlace.AtasanPejabatPenilai, DocumentKind.Ratified,
            "Mengesahkan hasil penilaian kinerja"),
        Of(Step.Sign, Substep.Keputusan, SignaturePlace.AtasanPejabatPenilai, DocumentKind.Determined, Menetapkan),
        Of(Step.Sign, Substep.Penetapan, SignaturePlace.AtasanPejabatPenilai, DocumentKind.Determined, Menetapkan),
    ];

    public static int CountIn(DocumentKind kind) => StoredDocument.OrderOf(kind) + 1;

    /// <summary>Why a signature is not of the party named for it, as a part of a sentence; null when it is, or one has no number.</summary>
    public static string? WhyNotBy(Party? party, SignatureFinding found) =>
        party?.Nip is { } nip && found.Nip is { } its && nip != its ? "penanda tangannya bukan yang tercatat" : null;

    /// <param name="standIns">Who acted for a party, each at the row of the SOP where he did: there, and nowhere else, he may have
    /// signed.</param>
    public static string? WhyNotBy(
        Parties parties, IEnumerable<(Step Step, Substep Substep, StandIn StandIn)> standIns, SignatureFinding found)
    {
        var rows = All.Where(r => r.On(parties).Place.ToString() == found.Place).ToList();
        return standIns.Any(by => by.StandIn.Nip == found.Nip
            && rows.Exists(r => r.Row.Stage == SopRow.StageOf(by.Step, by.Substep)))
            ? null
            : WhyNotBy(rows.Select(r => r.On(parties).Party).FirstOrDefault(), found);
    }

    /// <summary>The signature with which a document of the kind ends.</summary>
    public static SignatureRow LastOf(DocumentKind kind) => All.First(r => r.Kind == kind);

    /// <exception cref="InvalidOperationException">No one signs there.</exception>
    public static SignatureRow At(SopRow row) => All.Single(r => r.Row.Stage == row.Stage);

    private static SignatureRow Of(Step step, Substep substep, SignaturePlace place, DocumentKind kind, string alasan) =>
        new(SopTable.Row(step, substep), place, kind, StoredDocument.OrderOf(kind) == 0, alasan);
}
