using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>My plans, those that wait for me, and for some offices the plans of everybody.</summary>
public sealed partial class IndexModel(SopDbContext db, FilterLists choices, ChosenRuns runs) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Unit)]
    public int? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.State)]
    public string? Keadaan { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Search)]
    public string? Cari { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<PeriodRow> Periods { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public Actor Actor => User.Actor();

    public bool SeesAll => PlanTable.Viewers.Any(Actor.Holds);

    public bool MayStart => Actor.Holds(Role.Analis);

    public async Task OnGetAsync()
    {
        // A filter that cannot be read filters nothing.
        ModelState.Clear();
        Periods = await MyPeriodsAsync();
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        Periode = Periods.MaxBy(p => (p.Id == Periode, p.Id == all.Present?.Id, p.IsOpen))?.Id;
        if (SeesAll)
        {
            Units = [.. all.Units.Select(u => u.Item)];
            var people = await EverybodyAsync();
            Next = NextPage.Trim(Request, people, PageSize, p => p.Id);
            People = people;
        }
    }

    private Task<List<PeriodRow>> MyPeriodsAsync()
    {
        var me = Actor.PegawaiId;
        var waiting = db.Plans.AwaitingAgreementOf(Actor);
        var noted = db.Plans.NotedBy(db, Actor);
        int[] others = [.. Actor.Mandates.Select(m => m.ForId)];
        return db.Periods.OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id).Take(50).Select(p => new PeriodRow(
            p.Id, p.Nama, p.Method, p.IsOpen, p.IsOpen && noted.Any(x => x.PeriodId == p.Id),
            db.Plans.VisibleTo(db, Actor).Where(x => x.PeriodId == p.Id && (x.PegawaiId == me || waiting.Any(w => w.Id == x.Id)
                    || (p.IsOpen && x.State == PlanState.Agreed && (x.AtasanId == me || others.Contains(x.AtasanId)))))
                .OrderBy(x => x.Pegawai.Nama).ThenBy(x => x.Id)
                .Select(x => new PlanLine(x.Id, x.State, x.PegawaiId == me, x.Pegawai.Nama, x.Atasan.Nama,
                    x.History.OrderByDescending(h => h.No).First(
                        h => h.Move != PlanMove.Written && h.Move != PlanMove.Followed).Move == PlanMove.Returned)).ToList()))
                        .ToListAsync();
    }

    private Task<List<PersonRow>> EverybodyAsync()
    {
        var excused = db.Excusing(Periode);
        var isCancelled = Keadaan == nameof(PlanState.Cancelled);
        var rows = db.Pegawai.Named(Cari).FollowingByName(db.Pegawai, Setelah).LeftJoin(
                (isCancelled ? db.Plans.IgnoreQueryFilters() : db.Plans).VisibleTo(db, Actor).Where(x => x.PeriodId == Periode),
                p => p.Id, x => x.PegawaiId, (p, x) => new { Person = p, Plan = x })
            .Where(r => (r.Plan != null || (r.Person.IsActive && r.Person.UnitKerjaId != null
                && !excused.Any(k => k.PegawaiId == r.Person.Id))) && (Unit == null || r.Person.UnitKerjaId == Unit));
        rows = Enum.TryParse<PlanState>(Keadaan, out var state) && Enum.IsDefined(state)
            ? rows.Where(r => r.Plan != null && r.Plan.State == state)
            : Keadaan == PlanWords.None ? rows.Where(r => r.Plan == null)
            : rows;
        return rows.OrderBy(r => r.Person.Nama).ThenBy(r => r.Person.Id).Take(PageSize + 1)
            .Select(r => new PersonRow(
                r.Person.Id, r.Person.Nama, r.Person.UnitKerja!.Nama, r.Person.AtasanId != null,
                r.Plan == null ? null : r.Plan.Id, r.Plan == null ? null : r.Plan.State)).ToListAsync();
    }

    public sealed record PeriodRow(int Id, string Nama, string Method, bool IsOpen, bool HasBooks, IReadOnlyList<PlanLine> Plans)
    {
        public PlanLine? Mine => Plans.FirstOrDefault(p => p.IsMine);
    }

    public sealed record PlanLine(long Id, PlanState State, bool IsMine, string Pegawai, string Atasan, bool IsReturned);

    public sealed record PersonRow(int Id, string Nama, string? Unit, bool HasAtasan, long? PlanId, PlanState? State);
}
