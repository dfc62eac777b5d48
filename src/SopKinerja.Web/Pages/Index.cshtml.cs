using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>What awaits me, oldest first, and where my own dossiers stand.</summary>
public sealed class IndexModel(SopDbContext db, WorkingCalendarSource calendar, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int Few = 20;

    public Actor Actor => User.Actor();

    public IReadOnlyList<(IndexRow Row, StepTime Waited)> Awaiting { get; private set; } = [];

    public IReadOnlyList<IndexRow> Plans { get; private set; } = [];

    public IReadOnlyList<IndexRow> Keberatan { get; private set; } = [];

    public IReadOnlyList<IndexRow> Own { get; private set; } = [];

    /// <summary>Where the next page begins; null when this one is the last.</summary>
    public TimeCursor? Next { get; private set; }

    /// <summary>Whether the list began with the oldest.</summary>
    public bool IsFirstPage { get; private set; }

    public async Task OnGetAsync(string? setelah)
    {
        var after = TimeCursor.Parse(setelah);
        IsFirstPage = after is null;
        if (Actor.PegawaiId is not { } me)
        {
            return;
        }

        // One command for the four lists: the halves of a union all name the same columns.
        var all = after is null
            ? WaitingFor(null).Concat(PlansToAgree()).Concat(ObjectionsFor(me)).Concat(OwnedBy(me))
            : WaitingFor(after);
        Sort(await all.ToListAsync(HttpContext.RequestAborted), await calendar.GetAsync());
    }

    private void Sort(List<IndexRow> rows, WorkingCalendar office)
    {
        var waiting = rows.Where(r => r.List == IndexRow.Awaiting).OrderBy(r => r.Since).ThenBy(r => r.Id).ToList();
        Awaiting = [.. waiting.Take(PageSize).Select(r => (r, new StepTime(r.Sop, office.Between(r.Since, time.GetUtcNow()))))];
        Next = waiting.Count > PageSize ? new(Awaiting[^1].Row.Since, Awaiting[^1].Row.Id) : null;
        Plans = [.. rows.Where(r => r.List == IndexRow.Plan).OrderBy(r => r.Id)];
        Keberatan = [.. rows.Where(r => r.List == IndexRow.Keberatan).OrderBy(r => r.Id)];
        Own = [.. rows.Where(r => r.List == IndexRow.Own).OrderByDescending(r => r.Id)];
    }

    private IQueryable<IndexRow> WaitingFor(TimeCursor? after)
    {
        var waiting = db.Dossiers.Awaiting(Actor, db.History);
        if (after is { At: var at, Id: var id })
        {
            waiting = waiting.Where(d => EF.Functions.GreaterThan(ValueTuple.Create(d.StepSince, d.Id), ValueTuple.Create(at, id)));
        }

        return Rows(IndexRow.Awaiting, waiting.Oldest(db.Dossiers, PageSize + 1));
    }

    private IQueryable<IndexRow> PlansToAgree() => IndexRow.Of(db.Plans.AwaitingAgreementOf(Actor).OrderBy(p => p.Id).Take(Few));

    private IQueryable<IndexRow> ObjectionsFor(int me) => Rows(
        IndexRow.Keberatan,
        db.Dossiers.Where(d => (d.AtasanLangsungId == me || d.AtasanPejabatPenilaiId == me) && d.Keberatan != null)
            .OrderBy(d => d.Id).Take(Few));

    private IQueryable<IndexRow> OwnedBy(int me) => Rows(IndexRow.Own, db.Dossiers.Where(d => d.AsnId == me).OrderByDescending(d => d.Id).Take(Few));

    private IQueryable<IndexRow> Rows(int list, IQueryable<Dossier> dossiers) => IndexRow.Of(list, dossiers, db.UnitKerja);
}
