using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

/// <summary>What befell people, as several pages ask it.</summary>
public static class KeadaanQueries
{
    /// <summary>Of one person within one period, in the order of time.</summary>
    public static readonly Func<SopDbContext, int, int, IAsyncEnumerable<KeadaanPegawai>> Of = EF.CompileAsyncQuery<SopDbContext, int, int, KeadaanPegawai>(
        (SopDbContext db, int periodId, int pegawaiId) => db.Keadaan.AsNoTracking()
            .Where(k => k.PeriodId == periodId && k.PegawaiId == pegawaiId).OrderBy(k => k.Mulai).ThenBy(k => k.Id));
}
