using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

public static class SealQueries
{
    public static IQueryable<Segel> Seals(this SopDbContext db) => db.Database.SqlQueryRaw<Segel>(Segel.Query);

    /// <summary>Null while there is none.</summary>
    public static Task<Segel?> LastSealAsync(this SopDbContext db, CancellationToken cancel) =>
        db.Seals().OrderByDescending(s => s.No).FirstOrDefaultAsync(cancel);

    public static async Task<SealNights> SealNightsAsync(this SopDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Database.SqlQuery<SealDays>($"""
            select (select made_at from seals order by no desc limit 1) as "LastAt",
                (select at from ledger order by id limit 1) as "BegunAt"
            """).SingleAsync(cancel);
        return new(known.LastAt, known.BegunAt ?? now, now);
    }

    private sealed record SealDays(DateTimeOffset? LastAt, DateTimeOffset? BegunAt);
}
