using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5e: the atasan pejabat penilai determines a result that the rated person does not sign.</summary>
public sealed class DetermineModel(SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press)
    : StepPageModel(db, time), ISigningPage
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Penetapan;

    [BindProperty]
    public SecretForm Input { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    public FormDescription Preview => press.Describe(signing.Signed(Dossier, Actor, Now), Now);

    public Task<IActionResult> OnPostCompleteAsync() => SignedAsync(signing, Input.KataSandi,
        (given, now) => Dossier.Determine(given.Draw, given.Issuance, Actor, now),
        () => "Hasil sudah Anda tetapkan tanpa tanda tangan pegawai. Berkas diteruskan ke Sekretaris.");

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
