using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public static class PenugasanQueries
{
    public static IQueryable<Penugasan> RunningOn(this IQueryable<Penugasan> all, DateOnly day) =>
        all.Where(p => p.EndedAt == null && p.Mulai <= day && (p.Selesai == null || p.Selesai >= day));

    /// <summary>All of them for those who see all, else those in which somebody is one of the two.</summary>
    public static IQueryable<Penugasan> VisibleTo(this IQueryable<Penugasan> all, Actor actor)
    {
        var me = actor.PegawaiId ?? 0;
        return PenugasanTable.Viewers.Any(actor.Holds) ? all : all.Where(p => p.PelaksanaId == me || p.MenggantikanId == me);
    }

    /// <summary>Who acts today in the place of each of these people, by their keys.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> InPlaceOfAsync(
        this SopDbContext db, IReadOnlyCollection<int> people, DateOnly day, CancellationToken cancel) =>
        (await db.Penugasan.AsNoTracking().Include(p => p.Pelaksana).Where(p => people.Contains(p.MenggantikanId)).RunningOn(day)
            .ToListAsync(cancel)).ToDictionary(p => p.MenggantikanId, p => p.InHisPlace);
}
