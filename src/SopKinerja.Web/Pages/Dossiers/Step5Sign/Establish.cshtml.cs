using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5b, the check before it is final: what changes, the document that says so, and the signature.</summary>
public sealed class EstablishModel(SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press)
    : StepPageModel(db, time), ISigningPage
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Keputusan;

    [BindProperty]
    public SecretForm Input { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    /// <summary>As it will be; null while nothing was written.</summary>
    public Dossier? After => Dossier.DraftKeputusan is null ? null : field ??= signing.Signed(Dossier, Actor, Now);

    public FormDescription Preview => press.Describe(After!, Now);

    /// <summary>Every figure that changes: before and after.</summary>
    public IReadOnlyList<(GivenFigure Before, GivenFigure After)> Changes =>
        [.. Dossier.Sheet.Figures().Zip(After!.Sheet.Figures()).Where(pair => pair.First != pair.Second)];

    public Task<IActionResult> OnPostCompleteAsync() => SignedAsync(signing, Input.KataSandi,
        (given, now) => Dossier.Decide(given.Draw, given.Issuance, Actor, now),
        () => $"Keputusan Anda sudah ditetapkan dan dokumen versi {Dossier.DocumentVersion} sudah terbit. Berkas sekarang menunggu "
            + $"{Dossier.Performer(Dossier.Row, Actor)}.");

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
