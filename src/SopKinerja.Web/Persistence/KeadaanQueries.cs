using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring;

namespace SopKinerja.Web.Persistence;

public static class KeadaanQueries
{
    /// <summary>Of whom nothing is left to be measured in that period: a state that excuses under its regulation, from its first day to
    /// its last.</summary>
    public static IQueryable<KeadaanPegawai> Excusing(this SopDbContext db, int? periodId) => ScoringMethods.Rows
        .Select(law => ExcusingUnder(db, periodId, law, a => a.Excuses)).Aggregate(Queryable.Concat);

    /// <summary>Of whom there is no result from elsewhere either, so that no plan is ever written.</summary>
    public static IQueryable<KeadaanPegawai> ExcusingWithoutResult(this SopDbContext db, int? periodId) => ScoringMethods.Rows
        .Select(law => ExcusingUnder(db, periodId, law, a => a is { Excuses: true, HasResult: false })).Aggregate(Queryable.Concat);

    private static IQueryable<KeadaanPegawai> ExcusingUnder(
        SopDbContext db, int? periodId, ScoringMethod law, Func<AkibatKeadaan, bool> excuses)
    {
        var (key, kinds) = (law.Key, law.Akibat.Where(excuses).Select(a => a.Jenis).ToArray());
        return db.Keadaan.Where(k => k.PeriodId == periodId && kinds.Contains(k.Jenis) && db.Periods.Any(p => p.Id == k.PeriodId
            && p.Method == key && k.Mulai <= p.Mulai && (k.Selesai == null || k.Selesai >= p.Selesai)));
    }

    public static readonly Func<SopDbContext, int, int, IAsyncEnumerable<KeadaanPegawai>> Of =
        EF.CompileAsyncQuery<SopDbContext, int, int, KeadaanPegawai>(
        (SopDbContext db, int periodId, int pegawaiId) => db.Keadaan.AsNoTracking()
            .Where(k => k.PeriodId == periodId && k.PegawaiId == pegawaiId).OrderBy(k => k.Mulai).ThenBy(k => k.Id));
}
