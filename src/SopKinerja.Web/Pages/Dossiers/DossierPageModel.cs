using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The base of pages that show a dossier and change nothing: finds it and asks the procedure.</summary>
public abstract class DossierPageModel(SopDbContext db, TimeProvider time) : PageModel, IShowsResults
{
    public Dossier Dossier { get; private set; } = null!;

    protected SopDbContext Db => db;

    protected IReadOnlyList<Paper> Papers { get; private set; } = [];

    public Actor Actor => field ??= User.Actor();

    public DateTimeOffset Now => time.GetUtcNow();

    public bool MayViewResult => Procedure.WhyNot(Dossier, Act.ViewResult, Actor, Now) is null;

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows =>
        (AccessKind.ResultPage, MayViewResult ? [Opened.Of(Dossier, Actor, Now)] : []);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var id = long.TryParse(RouteData.Values["id"] as string, out var parsed) ? parsed : 0;
        var found = await DossierLoading.WithPapers(db, id);
        if (found is not null && await db.LapseAsync(found.Dossier, Now))
        {
            db.ChangeTracker.Clear();
            found = await DossierLoading.WithPapers(db, id);
        }

        var dossier = found?.Dossier;
        var refusal = dossier is null
            ? new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat.")
            : Procedure.WhyNot(dossier, Act.View, Actor, Now);
        if (refusal is not null)
        {
            context.Result = HttpContext.Refuse(refusal);
            return;
        }

        (Dossier, Papers) = (dossier!, found!.Papers ?? []);
        await next();
    }
}
