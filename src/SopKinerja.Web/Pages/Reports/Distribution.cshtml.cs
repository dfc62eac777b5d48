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
public sealed class DistributionModel(SopDbContext db, FilterLists choices) : PageModel, IChoosesPeriod
{
    public const string Mine = "saya";

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Part)]
    public int? Bagian { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Team)]
    public string? Tim { get; set; }

    /// <summary>By which the pattern is chosen; the one that most of the team have when none is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = Keys.Achievement)]
    public CapaianOrganisasi? Capaian { get; set; }

    public PeriodChoice Choice { get; private set; } = PeriodChoice.None;

    public IReadOnlyList<SelectListItem> Teams { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Capaians { get; } = [.. Enum.GetValues<CapaianOrganisasi>()
        .Select(c => new SelectListItem(c.Nama(), $"{c}"))];

    public Distribusi Distribusi { get; private set; } = Distribusi.Of(CapaianOrganisasi.Baik, new Dictionary<PredikatKinerja, int>());

    /// <summary>How many of the counted predikat their pejabat penilai has not approved yet; only he sees those.</summary>
    public int Drafts { get; private set; }

    public bool SeesUnits => SopTable.Views.Any(v => v.ResultFrom is not null && !v.Role.IsParty() && User.Actor().Holds(v.Role));

    public async Task OnGetAsync()
    {
        ModelState.Clear();
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        Choice = PeriodChoice.Of(all.MeasuredBy(m => m.HasPolaDistribusi), Periode, Bagian);
        (Periode, Bagian) = (Choice.Period?.Id, Choice.Bagian);
        Teams = SeesUnits ? [new("Tim saya", Mine), .. all.Units.Select(u => u.Item)] : [];
        Tim = SeesUnits ? Teams.FirstOrDefault(t => t.Value == Tim)?.Value : Mine;
        var groups = await CountAsync();
        Capaian = Capaian is { } asked && Enum.IsDefined(asked) ? asked : groups.Where(g => g.Capaian is not null)
            .GroupBy(g => g.Capaian).OrderByDescending(g => g.Sum(x => x.Count)).ThenBy(g => g.Key).FirstOrDefault()?.Key
            ?? CapaianOrganisasi.Baik;
        var rated = groups.Where(g => g.Predikat is not null).ToList();
        Distribusi = Distribusi.Of(Capaian.Value, rated.GroupBy(g => g.Predikat!.Value).ToDictionary(g => g.Key, g => g.Sum(x => x.Count)));
        Drafts = rated.Where(g => !g.IsApproved).Sum(g => g.Count);
    }

    private Task<List<Counted>> CountAsync() => Team()
        .GroupBy(d => new
        {
            HasilKerja = EF.Property<RatingKinerja?>(d, DossierQueries.RatingHasilKerja),
            Perilaku = EF.Property<RatingKinerja?>(d, DossierQueries.RatingPerilaku),
            Capaian = EF.Property<CapaianOrganisasi?>(d, DossierQueries.CapaianOrganisasi),
            IsApproved = d.Outcome != null,
        })
        .Select(g => new Counted(g.Key.HasilKerja, g.Key.Perilaku, g.Key.Capaian, g.Key.IsApproved, g.Count())).ToListAsync();

    private IQueryable<Dossier> Team()
    {
        var (actor, unit) = (User.Actor(), int.TryParse(Tim, out var id) ? id : (int?)null);
        return db.Dossiers.WithResultFor(actor).Where(d => d.PeriodId == Periode && d.Bagian == Choice.Bagian && d.Post == 0
            && d.AsnId != actor.PegawaiId && (unit == null || d.UnitKerjaId == unit)
            && (Tim != Mine || d.AtasanLangsungId == actor.PegawaiId));
    }

    private sealed record Counted(
        RatingKinerja? HasilKerja, RatingKinerja? Perilaku, CapaianOrganisasi? Capaian, bool IsApproved, int Count)
    {
        public PredikatKinerja? Predikat => (HasilKerja, Perilaku) is ({ } hasil, { } perilaku)
            ? Domain.Scoring.PermenPanRb6.Predikat.Of(hasil, perilaku) : null;
    }
}
