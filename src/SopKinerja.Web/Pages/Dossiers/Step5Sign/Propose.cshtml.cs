using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Pages.Dossiers.Step1Collect;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: somebody names why the rated person does not sign, with the paper that shows it; another confirms it.</summary>
[UploadLimit(Uploads.MostRequest)]
public sealed partial class ProposeModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public static IReadOnlyList<SelectListItem> Choices { get; } =
        [.. PenetapanTable.Rows.Where(r => r.MayPropose).Select(r => new SelectListItem(r.Nama, r.Reason.ToString()))];

    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    [BindProperty]
    public Form Input { get; set; } = new();

    protected override Act Own => Act.Propose;

    public async Task<IActionResult> OnPostProposeAsync()
    {
        var (reason, day) = (Input.Sebab!.Value, Input.Tanggal!.Value);
        var hasAccount = await Db.Users.AnyAsync(a => a.PegawaiId == Dossier.AsnId && a.IsActive, HttpContext.RequestAborted);
        if (PenetapanTable.WhyNot(Dossier, reason, day, Now, hasAccount) is { } why)
        {
            var isOfReason = hasAccount && PenetapanTable.Row(reason).WhyNotWithAccount is not null;
            return await this.ShowAgainAsync(isOfReason ? "Input.Sebab" : "Input.Tanggal", why);
        }

        var (evidence, content) = await EvidenceFile.ReadAsync(Input.Berkas![0], Dossier.Id, Actor, Now);
        Db.EvidenceContents.Add(content);
        return await MovedAsync(
            "Usul sudah dikirim untuk ditetapkan.",
            () => Dossier.Propose(
                new(reason, day, Input.Alasan.Trimmed(), evidence, Actor.Nama), Actor, Now));
    }
}
