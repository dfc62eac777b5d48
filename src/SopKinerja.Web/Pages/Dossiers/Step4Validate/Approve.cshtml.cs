using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>Step 4, the check before it is final: what will happen, the result, the document, and the signature.</summary>
public sealed class ApproveModel(
    SopDbContext db, TimeProvider time, StepSigning signing, DocumentPress press, CurrentSettings settings,
    KesiapanSource kesiapan)
    : ValidatePageModel(db, time), ISigningPage
{
    [BindProperty]
    public SecretForm Input { get; set; } = new();

    public SigningModeRow Mode => signing.ModeOf(Dossier);

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public FormDescription Preview => press.Describe(signing.Signed(Dossier, Actor, Now), Now);

    public ScoringMethod Method => ScoringMethods.Row(Dossier.Method);

    public string ObjectionDays =>
        $"{Method.ObjectionDays} hari {(settings.Value.ObjectionDays == DayKind.Calendar ? "kalender" : "kerja")}";

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Warnings = await kesiapan.WarningsAsync(Dossier);
    }

    public async Task<IActionResult> OnPostCompleteAsync() =>
        // What is signed elsewhere is held against what is stored, so a capaian that was set since the last save comes first.
        await WhyNotSeenAsync() ?? await WhyNotStoredAsync() ?? await SignedAsync(signing, Input.KataSandi,
            (given, now) => Dossier.Approve(given.Draw, given.Issuance, Actor, now),
            () => "Penilaian sudah Anda setujui dan dokumennya sudah terbit. Berkas sekarang menunggu "
                + $"{Dossier.Performer(Dossier.Row, Actor)}.");

    protected override Func<SopDbContext, long, Task<Dossier?>> Stored => DossierLoading.ToSign;
}
