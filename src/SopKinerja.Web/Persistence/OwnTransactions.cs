using Microsoft.EntityFrameworkCore.Storage;

namespace SopKinerja.Web.Persistence;

public static class OwnTransactions
{
    /// <summary>A transaction of one's own; null within that of the caller, who ends it.</summary>
    public static async Task<IDbContextTransaction?> BeginOwnTransactionAsync(this SopDbContext db) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
}
