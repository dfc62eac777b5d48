using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Calendar;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>How far the dinas has come in a period or a part of it, unit by unit, and how the results are spread.</summary>
public sealed class IndexModel(SopDbContext db, FilterLists choices, WorkingCalendarSource calendars, TimeProvider time) : PageModel,
IChoosesPeriod, IShowsResults
{
    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    public ResultWords Words { get; private set; } = ResultWords.Of(null);

    public IReadOnlyList<UnitProgress> Units { get; private set; } = [];

    public UnitProgress Total { get; private set; } = new("", 0, 0, 0, []);

    /// <summary>The last one; null while there is none.</summary>
    public Segel? Segel { get; private set; }

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows =>
        (AccessKind.Counts, [new(null, null, $"kemajuan, {Choice.Nama}", ReadingCapacity.Of(User.Actor()))]);

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        Segel = await db.LastSealAsync(HttpContext.RequestAborted);
        Choice = PeriodChoice.Of(await choices.GetAsync(HttpContext.RequestAborted), Periode, Bagian);
        (Periode, Bagian, Words) = (Choice.Period?.Id, Choice.Bagian, ResultWords.Of(Choice.Period?.Method));
        var dossiers = (await DossiersAsync(await calendars.GetAsync())).ToLookup(d => d.UnitId, d => d.Progress);
        var counts = await CountsAsync();
        Units = [.. counts.Select(u => new UnitProgress(u.Nama, u.WithoutPlan, u.NotAgreed, u.NotOpened, [.. dossiers[u.Id]]))
            .Where(u => u.HasAnything)];
        Total = new("Jumlah", Units.Sum(u => u.WithoutPlan), Units.Sum(u => u.NotAgreed), Units.Sum(u => u.NotOpened), [.. Units.SelectMany(
            u => u.Dossiers)]);
    }

    private async Task<List<(int UnitId, DossierProgress Progress)>> DossiersAsync(WorkingCalendar calendar)
    {
        var (actor, now) = (User.Actor(), time.GetUtcNow());
        var withResult = db.Dossiers.ResultsOfOthersFor(actor, Periode, Choice.Bagian);
        var rows = await db.Dossiers.AsNoTracking().VisibleTo(actor).Where(d => d.PeriodId == Periode && d.Bagian == Choice.Bagian)
            .Select(d => new
            {
                d.UnitKerjaId,
                Stage = EF.Property<short>(
                d, DossierQueries.Stage),
                d.StepSince,
                IsClosed = d.ClosedAt != null,
                HasKeberatan = (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan),
                Outcome = withResult.Any(r => r.Id == d.Id) ? d.Outcome : null
            })
            .ToListAsync();
        return [.. rows.Select(d => (d.UnitKerjaId, new DossierProgress(
            SopTable.RowAt(d.Stage).Step, d.IsClosed, d.HasKeberatan,
            !d.IsClosed && calendar.Between(d.StepSince, now) > SopTable.RowAt(d.Stage).Waktu,
            d.Outcome)))];
    }

    private Task<List<UnitCounts>> CountsAsync() => db.UnitKerja.OrderBy(u => u.Nama).Select(u => new UnitCounts(
        u.Id, u.Nama,
        db.Pegawai.Count(p => p.UnitKerjaId == u.Id && p.IsActive
            && !db.Plans.Any(s => s.PeriodId == Periode && s.PegawaiId == p.Id && s.Post == 0)
            && !db.Excusing(Periode).Any(k => k.PegawaiId == p.Id)),
        db.Plans.Count(s => s.PeriodId == Periode && s.Pegawai.UnitKerjaId == u.Id && s.State != PlanState.Agreed),
        db.Plans.Count(s => s.PeriodId == Periode && s.Pegawai.UnitKerjaId == u.Id && s.State == PlanState.Agreed
            && !db.Dossiers.Any(d => d.PeriodId == Periode && d.Bagian == Choice.Bagian && d.AsnId == s.PegawaiId
                && d.Post == s.Post)))).ToListAsync();

    private sealed record UnitCounts(int Id, string Nama, int WithoutPlan, int NotAgreed, int NotOpened);
}
