using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Signing;

public sealed record SignatureRow(int Stage, SignaturePlace Place, Func<Parties, Party?> Signer, string Alasan)
{
    public bool IsFirst => Place == SignaturePlace.PejabatPenilai;
}

/// <summary>The signatures of a document, in the order of the procedure.</summary>
public static class SignatureRows
{
    public static readonly IReadOnlyList<SignatureRow> All =
    [
        new(SopRow.StageOf(Step.Validate, Substep.None), SignaturePlace.PejabatPenilai, p => p.AtasanLangsung, "Menyetujui hasil penilaian kinerja"),
        new(SopRow.StageOf(Step.Sign, Substep.None), SignaturePlace.Asn, p => p.Asn, "Menerima hasil penilaian kinerja"),
        new(SopRow.StageOf(Step.Sign, Substep.Pengesahan), SignaturePlace.AtasanPejabatPenilai, p => p.AtasanPejabatPenilai, "Mengesahkan hasil penilaian kinerja"),
    ];

    public static int CountIn(DocumentKind kind) => (int)kind + 1;

    /// <summary>Why a signature is not of the party named for it, as a part of a sentence; null when it is, or one has no number.</summary>
    public static string? WhyNotBy(Party? party, SignatureFinding found) =>
        party?.Nip is { } nip && found.Nip is { } its && nip != its ? "penanda tangannya bukan yang tercatat" : null;

    public static string? WhyNotBy(Parties parties, SignatureFinding found) =>
        WhyNotBy(All.FirstOrDefault(r => r.Place.ToString() == found.Place)?.Signer(parties), found);

    /// <exception cref="InvalidOperationException">No one signs there.</exception>
    public static SignatureRow At(SopRow row) => All.Single(r => r.Stage == row.Stage);
}
