using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The base of the pages about one plan: finds it, asks it, then runs the handler.</summary>
public abstract class PlanPageModel(SopDbContext db, TimeProvider time) : PageModel
{
    public Plan Plan { get; private set; } = null!;

    public IReadOnlyList<KeadaanPegawai> Keadaan { get; private set; } = [];

    public Actor Actor => User.Actor();

    protected SopDbContext Db => db;

    protected DateTimeOffset Now { get; } = time.GetUtcNow();

    [BindProperty]
    public uint? Version { get; set; }

    /// <summary>Runs before the validation filter, so a form is never judged for someone who may not fill it in.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var isFound = await FindAsync(long.TryParse(RouteData.Values["id"] as string, out var id) ? id : 0);
        var refusal = isFound ? Plan.WhyNot(context.ActOf(Own), Actor) : Plan.NotFound;
        if (refusal is { Kind: not RefusalKind.Incomplete })
        {
            // What was typed is never lost to someone who was only too late.
            context.Result = refusal.Kind == RefusalKind.Conflict && HttpMethods.IsPost(Request.Method) && Elsewhere() is null
                ? await TooLateAsync(refusal.Sentence)
                : HttpContext.Refuse(refusal);
            return;
        }

        if (Elsewhere() is { } elsewhere)
        {
            context.Result = elsewhere;
            return;
        }

        // Sixty rows may have a fault in every cell; beyond the limit the framework answers in English.
        ModelState.MaxAllowedErrors = 1000;
        Version = HttpMethods.IsPost(Request.Method) ? Version ?? 0 : Plan.Version;
        db.Entry(Plan).Property(p => p.Version).OriginalValue = Version.Value;
        await next();
    }

    /// <summary>The way to another page, where this one is not for the plan; null where it is.</summary>
    protected virtual IActionResult? Elsewhere() => null;

    protected abstract PlanAct Own { get; }

    /// <summary>What else of a plan the page shows.</summary>
    protected virtual IQueryable<Plan> With(IQueryable<Plan> plans) => plans;

    protected async Task<IActionResult> SaveAsync(string message, Func<IActionResult> then)
    {
        if (await db.WhyNotSavedAsync() is { } unsaved)
        {
            db.ChangeTracker.Clear();
            await FindAsync(Plan.Id);
            return await TooLateAsync("Baca keadaan terbaru sebelum menyimpan lagi.", unsaved);
        }

        TempData["Berhasil"] = message;
        return then();
    }

    private async Task<IActionResult> TooLateAsync(string sentence, Unsaved? unsaved = null)
    {
        ModelState.Clear();
        var last = Plan.History[^1];
        var changed = "Tindakan Anda belum disimpan karena SKP ini sudah berubah sejak halaman ini dibuka. "
            + $"Perubahan terakhir: {last.ActorNama} {last.Sentence} ({Tanggal.TampilPukul(last.At)}). {sentence}";
        ModelState.AddModelError("", unsaved?.LostRace(changed) ?? changed);
        Version = Plan.Version;
        return await this.ShowAgainAsync(StatusCodes.Status409Conflict);
    }

    private async Task<bool> FindAsync(long id)
    {
        var measured = db.Measured();
        var found = await With(db.Plans.IgnoreQueryFilters())
            .Include(p => p.Period)
            .Include(p => p.Pegawai.UnitKerja).Include(p => p.Pegawai.Atasan)
            .Include(p => p.Atasan.UnitKerja)
            .Include(p => p.History.OrderBy(h => h.No))
            .AsSplitQuery()
            .Where(p => p.Id == id)
            .Select(p => new
            {
                Plan = p,
                IsMeasured = measured.Any(m => m.Id == p.Id),
                Keadaan = db.Keadaan.Where(k => k.PeriodId == p.PeriodId && k.PegawaiId == p.PegawaiId).OrderBy(k => k.Mulai).ToList(),
            })
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        (Plan, Keadaan) = (found?.Plan!, found?.Keadaan ?? []);
        if (found is not null)
        {
            Plan.IsMeasured = found.IsMeasured;
        }

        return found is not null;
    }
}
