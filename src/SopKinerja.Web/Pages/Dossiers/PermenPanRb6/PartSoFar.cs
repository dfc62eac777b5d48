using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.PermenPanRb6;

/// <summary>One evaluasi periodik of the person whose whole period is evaluated.</summary>
public sealed record PartSoFar(long DossierId, string Nama, PermenPanRb6Sheet Sheet, Step Step, bool HasSameTargets, bool MayViewResult)
{
    /// <summary>The parts before the whole, in their order, as far as the actor may see them; none for a dossier that is itself a
    /// part.</summary>
    public static async Task<IReadOnlyList<PartSoFar>> OfAsync(SopDbContext db, Dossier dossier, Actor actor)
    {
        if (dossier.Bagian != 0 || dossier.Period.Parts().Count < 2)
        {
            return [];
        }

        var withResult = db.Dossiers.WithResultFor(actor);
        var found = await db.Dossiers.AsNoTracking().VisibleTo(actor)
            .Where(d => d.PeriodId == dossier.PeriodId && d.AsnId == dossier.AsnId && d.Bagian > 0).OrderBy(d => d.Bagian)
            .Select(d => new { d.Id, d.Bagian, d.Sheet, d.Step, MayViewResult = d.Outcome != null && withResult.Any(r => r.Id == d.Id) })
            .ToListAsync();
        var whole = (PermenPanRb6Sheet)dossier.Sheet;
        return [.. found.Select(p => (Part: p, Sheet: (PermenPanRb6Sheet)p.Sheet)).Select(p => new PartSoFar(
            p.Part.Id, dossier.Period.Part(p.Part.Bagian)!.Nama, p.Sheet, p.Part.Step, p.Sheet.Sasaran.IsSameAs(whole.Sasaran),
            p.Part.MayViewResult))];
    }
}
