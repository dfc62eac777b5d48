using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Pages.Dossiers.PermenPanRb6;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The result of one dossier with its arithmetic and documents, for everybody who may see it.</summary>
public sealed class ResultModel(
    SopDbContext db, TimeProvider time, DocumentPress press, DocumentProofs proofs, ResultReceipts receipts)
    : PageModel, IShowsResults
{
    public Dossier Dossier { get; private set; } = null!;

    public IReadOnlyList<PartSoFar> Parts { get; private set; } = [];

    public IReadOnlyList<PlanNote> Notes { get; private set; } = [];

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows =>
        (AccessKind.ResultPage, [Opened.Of(Dossier, User.Actor(), time.GetUtcNow())]);

    public FormDescription Preview => press.Describe(
        Dossier, Dossier.LastDocument!.DrawnAt, proofs.Of(Dossier, Dossier.LastDocument!.DrawnAt));

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var dossier = await DossierLoading.ToShow(db, id);
        var refusal = dossier is null
            ? new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat.")
            : Procedure.WhyNot(dossier, Act.ViewResult, User.Actor(), time.GetUtcNow());
        if (refusal is not null)
        {
            return HttpContext.Refuse(refusal);
        }

        if (await receipts.NoteAsync(dossier!, User.Actor()))
        {
            return LocalRedirect(Request.Path);
        }

        Dossier = dossier!;
        Parts = await PartSoFar.OfAsync(db, Dossier, User.Actor());
        Notes = await db.NotesFor(User.Actor(), Dossier.PeriodId, Dossier.AsnId, Dossier.Post).ToListAsync(HttpContext.RequestAborted);
        return Page();
    }
}
