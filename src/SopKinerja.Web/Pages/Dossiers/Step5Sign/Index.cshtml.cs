using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: the rated person reads the result and the document and says that it was received.</summary>
public sealed class IndexModel(SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press, DocumentProofs proofs)
    : StepPageModel(db, time), ISigningPage
{
    public override Step Step => Step.Sign;

    [BindProperty]
    public SecretForm Input { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    public StoredDocument Document => Dossier.LastDocument!;

    public FormDescription Preview => press.Describe(Dossier, Document.DrawnAt, proofs.Of(Dossier));

    public Refusal? WhyNotObject => Procedure.WhyNot(Dossier, Step, Act.Object, Actor, Now);

    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public override async Task LoadAsync() => Parts = await PartSoFar.OfAsync(Db, Dossier, Actor);

    public Task<IActionResult> OnPostCompleteAsync() => SignedAsync(signing, Input.KataSandi,
        (given, now) => Dossier.Acknowledge(given.Draw, Actor, now),
        () => $"Terima kasih. Pernyataan Anda sudah dicatat dan dokumen akhirnya sudah disimpan. Berkas sekarang menunggu "
            + $"{Dossier.Performer(Dossier.Row, Actor)}.");

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
