using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Infrastructure.Web;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>One dossier, for everybody who may see it.</summary>
public sealed class DetailsModel(SopDbContext db, TimeProvider time) : PageModel
{
    public Dossier Dossier { get; private set; } = null!;

    public Actor Actor => User.Actor();

    public DateTimeOffset Now => time.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(long id)
    {
        var dossier = await db.Dossiers.AsNoTracking().Include(d => d.Period).Include(d => d.History)
            .SingleOrDefaultAsync(d => d.Id == id, HttpContext.RequestAborted);
        var refusal = dossier is null
            ? new(RefusalKind.NotFound, "Berkas ini tidak ditemukan, atau bukan berkas yang boleh Anda lihat.")
            : Procedure.WhyNot(dossier, Act.View, Actor, Now);
        if (refusal is not null)
        {
            return HttpContext.Refuse(refusal);
        }

        Dossier = dossier!;
        return Page();
    }
}
