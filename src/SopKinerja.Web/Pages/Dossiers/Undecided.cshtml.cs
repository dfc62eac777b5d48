using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>A request to sign of which no one knows what came of it: what is known, and the signer's two ways out.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed partial class UndecidedModel(SopDbContext db, TimeProvider time, BsreSettlement settlement)
    : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    [BindProperty]
    public NotSignedForm Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Berkas { get; set; }

    /// <summary>What was sent; null when nothing is undecided.</summary>
    public BsreAttempt? Attempt { get; private set; }

    /// <summary>Until when the answer may still come; null once it cannot.</summary>
    public DateTimeOffset? StillOnItsWay => Attempt is null ? null : settlement.StillOnItsWay(Attempt, Now);

    /// <summary>The certificate that waits for a second officer's look; null when none does.</summary>
    public BsreCertificate? Certificate { get; private set; }

    public override async Task LoadAsync()
    {
        Attempt = await settlement.UndecidedAsync(Dossier.Id);
        Certificate = Attempt is null ? null : await settlement.InDoubtAsync(Attempt);
    }

    [WithoutInput]
    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostHandInAsync()
    {
        var now = Now;
        switch (WhyNotComplete() is { } refusal ? new BsreSettled.Refused(refusal.Sentence) : await settlement.HandInAsync(
            Dossier, User, Berkas, now))
        {
            case BsreSettled.Fits fits:
                // Which of the two he chose is gone with the request; the one that takes no right away can still be changed.
                Dossier.Sign(fits.Document, fits.Issuance, Actor, now, fits.Note, berkeberatan: true);
                return await MovedAsync("Berkas yang Anda serahkan cocok, dan disimpan sebagai dokumen yang ditandatangani.");
            case BsreSettled.Refused refused:
                return await this.ShowAgainAsync(nameof(Berkas), refused.Sentence);
            case var other:
                throw new InvalidOperationException($"{other} settles nothing.");
        }
    }

    [Performs<Act>(Act.Work)]
    public async Task<IActionResult> OnPostNotSignedAsync()
    {
        if (await settlement.WhyNotStatedAsync(Dossier, User, Input.Alasan.Trimmed()!, Now) is { } refused)
        {
            return await this.ShowAgainAsync("", refused);
        }

        TempData["Berhasil"] = "Dicatat: dokumen ini belum ditandatangani di BSrE. Sesudah petugas lain membebaskan permintaan ini, Anda "
            + "dapat menandatangani lagi.";
        return Redirect(Links.Dossiers.Undecided(Dossier.Id));
    }

    protected override Func<SopDbContext, long, Task<Dossier?>> Loading => DossierLoading.ToSign;
}
