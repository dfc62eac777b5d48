using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

public static class SealQueries
{
    public static IQueryable<Segel> Seals(this SopDbContext db) => db.Database.SqlQuery<Segel>(
        $"""
        select no as "No", made_at as "MadeAt", last_line as "LastLine", lines as "Lines", chains as "Chains",
            encode(links, 'hex') as "Links", encode(guards, 'hex') as "Guards", schema as "Schema", code as "Code"
        from seals
        """);

    /// <summary>Null while there is none.</summary>
    public static Task<Segel?> LastSealAsync(this SopDbContext db, CancellationToken cancel) =>
        db.Seals().OrderByDescending(s => s.No).FirstOrDefaultAsync(cancel);
}
