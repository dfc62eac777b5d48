using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The predikat of a team beside the pattern for its organisation: of whom the reader rates, or of results that his office shows
/// him.</summary>
public sealed class DistributionModel(SopDbContext db, FilterLists choices) : PageModel, IChoosesPeriod, IShowsResults
{
    public const string Mine = "saya";

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Team)]
    public string? Tim { get; set; }

    /// <summary>By which the pattern is chosen; when none is chosen, what is set for the units of the team.</summary>
    [BindProperty(SupportsGet = true, Name = Keys.Achievement)]
    public CapaianOrganisasi? Capaian { get; set; }

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Capaians { get; } = [.. Enum.GetValues<CapaianOrganisasi>()
        .Select(c => new SelectListItem(c.Nama(), $"{c}"))];

    public Distribusi Distribusi { get; private set; } = Distribusi.Of(CapaianOrganisasi.Baik, new Dictionary<PredikatKinerja, int>());

    /// <summary>How many of the counted predikat their pejabat penilai has not approved yet; only he sees those.</summary>
    public int Drafts { get; private set; }

    public bool SeesUnits => User.Actor().SeesResultsByOffice();

    public (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows => (
        AccessKind.Counts,
        Distribusi.Rows.All(r => r.Count == 0) ? []
            : [new(null, null, $"sebaran, {TeamName}, {Choice.Nama}", ReadingCapacity.Of(User.Actor()))]);

    private string TeamName => Teams.FirstOrDefault(t => t.Value == Tim)?.Text ?? "tim sendiri";

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        Choice = PeriodChoice.Of(all.MeasuredBy(m => m.HasPolaDistribusi), Periode, Bagian);
        (Periode, Bagian) = (Choice.Period?.Id, Choice.Bagian);
        Teams = SeesUnits ? [new("Tim saya", Mine), .. all.Units.Select(u => u.Item)] : [];
        Tim = SeesUnits ? Teams.FirstOrDefault(t => t.Value == Tim)?.Value : Mine;
        var groups = await CountedPredikat.OfAsync(Team());
        Capaian = Capaian is { } asked && Enum.IsDefined(asked) ? asked
            : await SetAsync() ?? Most(groups.Where(g => g.Capaian is not null).Select(g => (g.Capaian!.Value, g.Count)))
            ?? CapaianOrganisasi.Baik;
        Distribusi = Distribusi.Of(Capaian.Value, CountedPredikat.People(groups));
        Drafts = groups.Where(g => g is { Predikat: not null, IsApproved: false }).Sum(g => g.Count);
    }

    /// <summary>What is set for the units of the team; of several values the one of most units.</summary>
    private async Task<CapaianOrganisasi?> SetAsync() => Most((await db.CapaianOf(Periode, Choice.Bagian)
        .Where(c => Team().Any(d => d.UnitKerjaId == c.UnitKerjaId)).Select(c => c.Capaian).ToListAsync()).Select(c => (c, 1)));

    private static CapaianOrganisasi? Most(IEnumerable<(CapaianOrganisasi Capaian, int Count)> counts) => counts.GroupBy(c => c.Capaian)
        .OrderByDescending(g => g.Sum(x => x.Count)).ThenBy(g => g.Key).FirstOrDefault()?.Key;

    private IQueryable<Dossier> Team()
    {
        var (actor, unit) = (User.Actor(), int.TryParse(Tim, out var id) ? id : (int?)null);
        return db.Dossiers.WithResultFor(actor).Where(d => d.PeriodId == Periode && d.Bagian == Choice.Bagian && d.Post == 0
            && d.AsnId != actor.PegawaiId && (unit == null || d.UnitKerjaId == unit)
            && (Tim != Mine || d.AtasanLangsungId == actor.PegawaiId));
    }
}
