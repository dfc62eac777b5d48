using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public static class KeadaanQueries
{
    private static readonly JenisKeadaan[] MayExcuse = [.. KeadaanTable.Rows.Where(r => r.MayExcuse).Select(r => r.Jenis)];

    /// <summary>Of whom nothing is left to be measured in that period: a kind that may excuse, from its first day to its last.</summary>
    public static IQueryable<KeadaanPegawai> Excusing(this SopDbContext db, int? periodId) => db.Keadaan.Where(k => k.PeriodId == periodId
        && MayExcuse.Contains(k.Jenis) && db.Periods.Any(p => p.Id == k.PeriodId && k.Mulai <= p.Mulai && k.Selesai >= p.Selesai));

    public static readonly Func<SopDbContext, int, int, IAsyncEnumerable<KeadaanPegawai>> Of =
        EF.CompileAsyncQuery<SopDbContext, int, int, KeadaanPegawai>(
        (SopDbContext db, int periodId, int pegawaiId) => db.Keadaan.AsNoTracking()
            .Where(k => k.PeriodId == periodId && k.PegawaiId == pegawaiId).OrderBy(k => k.Mulai).ThenBy(k => k.Id));
}
