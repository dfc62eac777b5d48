using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

public static class SealQueries
{
    public static IQueryable<Segel> Seals(this SopDbContext db) => db.Database.SqlQueryRaw<Segel>(Segel.Query);

    /// <summary>Null while there is none.</summary>
    public static Task<Segel?> LastSealAsync(this SopDbContext db, CancellationToken cancel) =>
        db.Seals().OrderByDescending(s => s.No).FirstOrDefaultAsync(cancel);
}
