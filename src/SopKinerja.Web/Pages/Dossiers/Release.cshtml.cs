using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The second officer's look at a request to sign that is undecided: lets it go on the word of its signer, or takes a certificate
/// for that of the signer.</summary>
public sealed class ReleaseModel(SopDbContext db, TimeProvider time, BsreSettlement settlement) : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    /// <summary>Null when nothing is undecided.</summary>
    public BsreAttempt? Attempt { get; private set; }

    /// <summary>The certificate that waits for a look; null when none does.</summary>
    public BsreCertificate? Certificate { get; private set; }

    protected override Act Own => Act.Release;

    public override async Task LoadAsync()
    {
        Attempt = await settlement.UndecidedAsync(Dossier.Id);
        Certificate = Attempt is null ? null : await settlement.InDoubtAsync(Attempt);
    }

    public async Task<IActionResult> OnPostReleaseAsync() => await settlement.WhyNotReleasedAsync(Dossier, User, Now) is { } refused
        ? await this.ShowAgainAsync("", refused)
        : Settled("Permintaan ini dibebaskan. Penanda tangannya dapat menandatangani lagi.");

    [Performs<Act>(Act.Release)]
    public async Task<IActionResult> OnPostAcceptAsync()
    {
        if (ReasonRules.WhyNot(Alasan.Trimmed() ?? "", "Tulis mengapa sertifikat ini miliknya, paling sedikit 10 karakter.") is { } fault)
        {
            return await this.ShowAgainAsync(nameof(Alasan), fault);
        }

        return await settlement.WhyNotAcceptedAsync(Dossier, User, Alasan.Trimmed()!, Now) is { } refused
            ? await this.ShowAgainAsync("", refused)
            : Settled("Sertifikat ini diterima. Penanda tangannya dapat menyerahkan dokumennya.");
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;

    private LocalRedirectResult Settled(string message)
    {
        TempData["Berhasil"] = message;
        return LocalRedirect(Links.Dossiers.Details(Dossier.Id));
    }
}
