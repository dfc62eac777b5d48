using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;

namespace SopKinerja.Web.Persistence;

/// <summary>The capaian kinerja organisasi of units: what counts, who may set it, who may see it.</summary>
public static class CapaianQueries
{
    public static readonly Refusal MayNotSet = new(
        RefusalKind.Forbidden, "Capaian kinerja organisasi unit ini ditetapkan kepala unitnya atau Kepala Dinas. Anda dapat membacanya.");

    /// <summary>The line that counts for a period, a part and a unit; null where none is set.</summary>
    public static readonly Func<SopDbContext, int, int, int, Task<CapaianUnit?>> Last = EF.CompileAsyncQuery(
        (SopDbContext db, int period, int bagian, int unit) => db.CapaianUnit.AsNoTracking()
            .Where(c => c.PeriodId == period && c.Bagian == bagian && c.UnitKerjaId == unit)
            .OrderByDescending(c => c.No).FirstOrDefault());

    /// <summary>The line that counts of every unit.</summary>
    public static IQueryable<CapaianUnit> CapaianOf(this SopDbContext db, int? period, int bagian) => db.CapaianUnit.AsNoTracking()
        .Where(c => c.PeriodId == period && c.Bagian == bagian && !db.CapaianUnit.Any(later => later.PeriodId == c.PeriodId
            && later.Bagian == c.Bagian && later.UnitKerjaId == c.UnitKerjaId && later.No > c.No));

    /// <summary>Units whose capaian the actor may set on that day, himself or in the place of another.</summary>
    public static IQueryable<CapaianSetter> SetBy(this IQueryable<CapaianSetter> setters, Actor actor, DateOnly day)
    {
        var people = PeopleOf(actor, day);
        return setters.Where(s => people.Contains(s.PegawaiId));
    }

    /// <summary>Units whose capaian the actor may read: those that he sets, those in which he rates somebody, and all of them for whom an
    /// office shows all results.</summary>
    public static IQueryable<UnitKerja> WithCapaianFor(this SopDbContext db, Actor actor, DateOnly day)
    {
        if (actor.SeesResultsByOffice())
        {
            return db.UnitKerja;
        }

        var people = PeopleOf(actor, day);
        return db.UnitKerja.Where(u => db.CapaianSetters.Any(s => s.UnitKerjaId == u.Id && people.Contains(s.PegawaiId))
            || db.Pegawai.Any(p => p.UnitKerjaId == u.Id && p.IsActive && people.Contains(p.AtasanId!.Value)));
    }

    /// <summary>In which office the actor sets the capaian of that unit on that day: "Plh. Kepala Bidang Koperasi"; null where he may
    /// not.</summary>
    public static async Task<string?> SetsCapaianAsAsync(this SopDbContext db, int unit, Actor actor, DateOnly day)
    {
        var found = await db.CapaianSetters.SetBy(actor, day).Where(s => s.UnitKerjaId == unit)
            .Join(db.Pegawai, s => s.PegawaiId, p => p.Id, (s, p) => new { p.Id, p.Jabatan }).ToListAsync();
        return found.FirstOrDefault(s => s.Id == actor.PegawaiId)?.Jabatan
            ?? found.Select(s => actor.MandateFor(s.Id, day)!.Sebagai).Order(StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>Those who head the unit in which they work.</summary>
    public static IQueryable<Pegawai> UnitHeads(this SopDbContext db) =>
        db.Pegawai.Where(p => db.CapaianSetters.Any(s => s.IsHead && s.PegawaiId == p.Id));

    /// <summary>Who can set the capaian of that unit and has an account for it: "Hj. Nurlaila Hasanah (Kepala Dinas)".</summary>
    public static async Task<IReadOnlyList<string>> CapaianSettersOfAsync(this SopDbContext db, int unit) =>
        [.. (await db.CapaianSetters.Where(s => s.UnitKerjaId == unit)
            .Where(s => db.Users.Any(a => a.PegawaiId == s.PegawaiId && a.IsActive))
            .Join(db.Pegawai, s => s.PegawaiId, p => p.Id, (s, p) => new { s.IsHead, p.Nama, p.Jabatan }).ToListAsync())
            .OrderByDescending(s => s.IsHead).ThenBy(s => s.Nama, StringComparer.CurrentCulture).Select(s => $"{s.Nama} ({s.Jabatan})")
            .Distinct()];

    private static int[] PeopleOf(Actor actor, DateOnly day) => actor.PegawaiId is { } me
        ? [me, .. actor.Mandates.Where(m => m.IsOn(day)).Select(m => m.ForId)]
        : [];
}
