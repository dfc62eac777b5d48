using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>How far the dinas has come in a period, unit by unit, and how the results are spread.</summary>
public sealed class IndexModel(SopDbContext db, Choices choices, WorkingCalendarSource calendars, TimeProvider time) : PageModel
{
    /// <summary>The period; the newest open one when none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Periode { get; set; }

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<UnitProgress> Units { get; private set; } = [];

    public UnitProgress Total { get; private set; } = new("", 0, 0, 0, []);

    public async Task OnGetAsync()
    {
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        (Periods, Periode) = ([.. all.Periods.Select(p => p.Item)], all.Period(Periode));
        var dossiers = (await DossiersAsync(await calendars.GetAsync())).ToLookup(d => d.UnitId, d => d.Progress);
        var counts = await CountsAsync();
        Units = [.. counts.Select(u => new UnitProgress(u.Nama, u.WithoutPlan, u.NotAgreed, u.NotOpened, [.. dossiers[u.Id]])).Where(u => u.HasAnything)];
        Total = new("Jumlah", Units.Sum(u => u.WithoutPlan), Units.Sum(u => u.NotAgreed), Units.Sum(u => u.NotOpened), [.. Units.SelectMany(u => u.Dossiers)]);
    }

    private async Task<List<(int UnitId, DossierProgress Progress)>> DossiersAsync(WorkingCalendar calendar)
    {
        var (actor, now) = (User.Actor(), time.GetUtcNow());
        var withResult = db.Dossiers.WithResultFor(actor).Where(d => d.AsnId != actor.PegawaiId);
        var rows = await db.Dossiers.AsNoTracking().VisibleTo(actor).Where(d => d.PeriodId == Periode)
            .Select(d => new { d.UnitKerjaId, d.Step, d.StepSince, IsClosed = d.ClosedAt != null, HasKeberatan = d.Keberatan != null, Outcome = withResult.Any(r => r.Id == d.Id) ? d.Outcome : null })
            .ToListAsync();
        return [.. rows.Select(d => (d.UnitKerjaId, new DossierProgress(
            d.Step, d.IsClosed, d.HasKeberatan,
            !d.IsClosed && !d.HasKeberatan && calendar.Between(d.StepSince, now) > SopTable.Row(d.Step).Waktu,
            d.Outcome)))];
    }

    private Task<List<UnitCounts>> CountsAsync() => db.UnitKerja.OrderBy(u => u.Nama).Select(u => new UnitCounts(
        u.Id, u.Nama,
        db.Pegawai.Count(p => p.UnitKerjaId == u.Id && p.IsActive && !db.Plans.Any(s => s.PeriodId == Periode && s.PegawaiId == p.Id)),
        db.Plans.Count(s => s.PeriodId == Periode && s.Pegawai.UnitKerjaId == u.Id && s.State != PlanState.Agreed),
        db.Plans.Count(s => s.PeriodId == Periode && s.Pegawai.UnitKerjaId == u.Id && s.State == PlanState.Agreed
            && !db.Dossiers.Any(d => d.PeriodId == Periode && d.AsnId == s.PegawaiId)))).ToListAsync();

    private sealed record UnitCounts(int Id, string Nama, int WithoutPlan, int NotAgreed, int NotOpened);
}

/// <summary>Where one dossier stands; the result only where it may be seen.</summary>
public sealed record DossierProgress(Step Step, bool IsClosed, bool HasKeberatan, bool IsLate, Outcome? Outcome);

/// <summary>One line of the progress table.</summary>
/// <param name="Nama">The unit.</param>
/// <param name="WithoutPlan">Active people without an SKP.</param>
/// <param name="NotAgreed">SKP that are not agreed yet.</param>
/// <param name="NotOpened">Agreed SKP without a dossier.</param>
/// <param name="Dossiers">The unit's dossiers.</param>
public sealed record UnitProgress(string Nama, int WithoutPlan, int NotAgreed, int NotOpened, IReadOnlyList<DossierProgress> Dossiers)
{
    /// <summary>Dossiers in archive.</summary>
    public int Archived => Dossiers.Count(d => d.IsClosed);

    /// <summary>Dossiers stopped by an objection.</summary>
    public int Objected => Dossiers.Count(d => d.HasKeberatan);

    /// <summary>Dossiers that wait longer than the step's norm.</summary>
    public int Late => Dossiers.Count(d => d.IsLate);

    /// <summary>Whether there is anything to show.</summary>
    public bool HasAnything => WithoutPlan + NotAgreed + NotOpened + Dossiers.Count > 0;

    /// <summary>Dossiers at work at a step.</summary>
    public int At(Step step) => Dossiers.Count(d => d.Step == step && !d.IsClosed && !d.HasKeberatan);

    /// <summary>Results with this word.</summary>
    public int With(string sebutan) => Dossiers.Count(d => d.Outcome?.Sebutan == sebutan);
}
