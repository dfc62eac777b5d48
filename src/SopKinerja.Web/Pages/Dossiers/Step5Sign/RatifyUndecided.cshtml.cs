using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5c, when nobody knows whether BSrE signed.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed class RatifyUndecidedModel(SopDbContext db, TimeProvider time, BsreSettlement settlement) : UndecidedModel(db, time, settlement)
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.Pengesahan;

    protected override Task MoveAsync(BsreSettled.Fits fits, DateTimeOffset now)
    {
        Dossier.Ratify(_ => fits.Document, Actor, now, fits.Note);
        return Task.CompletedTask;
    }
}
