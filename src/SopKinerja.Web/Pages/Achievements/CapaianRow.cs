using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Pages.Reports;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Achievements;

/// <summary>One unit with its capaian for a period or a part of it.</summary>
/// <param name="Last">The line that counts; null while none is set.</param>
public sealed record CapaianRow(int UnitId, string Nama, bool MaySet, CapaianUnit? Last, CapaianCounts Counts)
{
    /// <summary>Of every unit that the reader sets or reads; a unit that is closed only where it had to do with that part.</summary>
    public static async Task<IReadOnlyList<CapaianRow>> OfAsync(SopDbContext db, PeriodChoice choice, Actor actor, DateOnly today)
    {
        var period = choice.Period?.Id;
        var (visible, mine) = (db.WithCapaianFor(actor, today), db.CapaianSetters.SetBy(actor, today));
        var units = await visible.OrderBy(u => u.Nama).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.Nama, u.IsActive, MaySet = mine.Any(s => s.UnitKerjaId == u.Id) }).ToListAsync();
        var last = await db.CapaianOf(period, choice.Bagian).Where(c => visible.Any(u => u.Id == c.UnitKerjaId))
            .ToDictionaryAsync(c => c.UnitKerjaId);
        var counts = await CapaianCounts.OfAsync(db, period, choice.Bagian, visible.Select(u => u.Id));
        return [.. units.Where(u => u.IsActive || last.ContainsKey(u.Id) || counts.ContainsKey(u.Id)).Select(u => new CapaianRow(
            u.Id, u.Nama, u.MaySet, last.GetValueOrDefault(u.Id), counts.GetValueOrDefault(u.Id, CapaianCounts.None)))];
    }
}
