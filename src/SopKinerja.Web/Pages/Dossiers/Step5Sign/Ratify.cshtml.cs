using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5c: the atasan pejabat penilai ratifies what the others signed (PP 46/2011 ps. 22).</summary>
public sealed class RatifyModel(SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press, DocumentProofs proofs)
    : StepPageModel(db, time), ISigningPage
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Pengesahan;

    [BindProperty]
    public SecretForm Input { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    public StoredDocument Document => Dossier.LastDocument!;

    public FormDescription Preview => press.Describe(Dossier, Document.DrawnAt, proofs.Of(Dossier, Document.DrawnAt));

    public Task<IActionResult> OnPostCompleteAsync() => SignedAsync(signing, Input.KataSandi,
        (given, now) => Dossier.Ratify(given.Draw, Actor, now),
        () => "Pengesahan Anda sudah dicatat dan dokumen yang disahkan sudah disimpan. Berkas diteruskan ke Sekretaris.");

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
