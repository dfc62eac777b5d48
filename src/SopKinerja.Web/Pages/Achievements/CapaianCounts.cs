using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Achievements;

/// <summary>How many dossiers of one unit wait for its capaian at step 4, and how many results were approved with each value.</summary>
public sealed record CapaianCounts(int Waiting, IReadOnlyDictionary<CapaianOrganisasi, int> Approved)
{
    public static readonly CapaianCounts None = new(0, new Dictionary<CapaianOrganisasi, int>());

    /// <summary>Results that were approved with another value than that.</summary>
    public int WithOther(CapaianOrganisasi? capaian) => Approved.Where(a => a.Key != capaian).Sum(a => a.Value);

    /// <summary>Of each unit that has dossiers in that part of the period.</summary>
    public static async Task<IReadOnlyDictionary<int, CapaianCounts>> OfAsync(
        SopDbContext db, int? period, int bagian, IQueryable<int> units)
    {
        var groups = await db.Dossiers.Where(d => d.PeriodId == period && d.Bagian == bagian && units.Contains(d.UnitKerjaId))
            .GroupBy(d => new
            {
                d.UnitKerjaId,
                IsApproved = d.Outcome != null,
                IsWaiting = d.Step == Step.Validate,
                Capaian = EF.Property<CapaianOrganisasi?>(d, DossierQueries.CapaianOrganisasi),
            })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return groups.GroupBy(g => g.Key.UnitKerjaId).ToDictionary(of => of.Key, of => new CapaianCounts(
            of.Where(g => g.Key.IsWaiting).Sum(g => g.Count),
            of.Where(g => g.Key is { IsApproved: true, Capaian: not null }).ToDictionary(g => g.Key.Capaian!.Value, g => g.Count)));
    }
}
