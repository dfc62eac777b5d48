using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Does on dossiers what the mere passing of time does (<see cref="Lewat"/>): whenever one is looked at, and by a job.</summary>
public static class Lapses
{
    /// <summary>Whether something was done, so that the dossier must be read again where it is not tracked.</summary>
    public static async Task<bool> LapseAsync(this SopDbContext db, Dossier dossier, DateTimeOffset now)
    {
        if (dossier.DueBy(now) is null)
        {
            return false;
        }

        var tracked = db.Entry(dossier).State == EntityState.Detached ? await DossierLoading.ToWork(db, dossier.Id) : dossier;
        // Where another request was faster it has done the same.
        return tracked!.Lapse(now) && await db.WhyNotSavedAsync() is null;
    }

    /// <summary>Dossiers at whose row the time may be up, by the shortest of the limits; <see cref="Dossier.DueBy"/> says whether it
    /// is.</summary>
    public static IQueryable<Dossier> Due(this IQueryable<Dossier> dossiers, DateTimeOffset now)
    {
        var today = Tanggal.DiWita(now);
        var byWindow = Stages(l => l.Hari is null);
        var afterDecision = now.AddDays(-ScoringMethods.Rows.Min(m => m.ObjectionDays));
        var byDays = Stages(l => l.Hari is not null && l.Move != Move.Passed);
        var passing = Stages(l => l.Move == Move.Passed);
        var since = now.AddDays(-SopTable.All.Min(r => r.Lewat?.Hari)!.Value);
        return dossiers.Where(d => d.ClosedAt == null && (
            (byWindow.Contains(EF.Property<short>(d, DossierQueries.Stage))
                && (d.LastDayToObject < today || (d.LastDayToObject == null && d.Keberatan != null && d.StepSince <= afterDecision)))
            || (byDays.Contains(EF.Property<short>(d, DossierQueries.Stage)) && d.StepSince <= since)
            || (passing.Contains(EF.Property<short>(d, DossierQueries.Stage)) && d.StepSince <= since && d.PejabatLebihTinggiId != null)));
    }

    private static List<short> Stages(Func<Lewat, bool> which) =>
        [.. SopTable.All.Where(r => r.Lewat is { } lewat && which(lewat)).Select(r => (short)r.Stage)];
}
