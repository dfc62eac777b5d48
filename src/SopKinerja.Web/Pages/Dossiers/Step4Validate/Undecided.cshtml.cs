using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step4Validate;

/// <summary>Step 4, when nobody knows whether BSrE signed.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed class ApprovalUndecidedModel(SopDbContext db, TimeProvider time, BsreSettlement settlement, WorkingCalendarSource calendars)
    : UndecidedModel(db, time, settlement)
{
    public override Step Step => Step.Validate;

    public override string SigningAddress => Links.Dossiers.Approve(Dossier.Id);

    protected override async Task MoveAsync(BsreSettled.Fits fits, DateTimeOffset now) =>
        Dossier.Approve(_ => fits.Document, fits.Issuance, Actor, await calendars.GetAsync(), now, fits.Note);
}
