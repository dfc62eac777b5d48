using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>Makes the seal of a night: once, whichever of the servers comes to it first.</summary>
public sealed class Sealing(SopDbContext db, TimeProvider time)
{
    /// <summary>The seal that was made; null where that of this night is there, or another server is at it.</summary>
    /// <param name="keep">Writes it down elsewhere; where that fails there is no seal, so that its lack is seen and it is tried
    /// again.</param>
    public async Task<Segel?> SealAsync(CancellationToken cancel, Func<Segel, Task>? keep = null)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (NpgsqlConnection)db.Database.GetDbConnection();
            if (await db.LastSealAsync(cancel) is { } last && Tanggal.DiWita(last.MadeAt) == Tanggal.DiWita(time.GetUtcNow()))
            {
                return null;
            }

            var guards = Guards.Digest(await Guards.ReadAsync(connection, cancel));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var made = await db.Database.SqlQuery<int>($"select no as \"Value\" from make_seal({time.GetUtcNow()}, {guards})")
                .ToListAsync(cancel);
            var seal = made is [var no] ? await db.Seals().SingleAsync(s => s.No == no, cancel) : null;
            await (seal is null ? Task.CompletedTask : keep?.Invoke(seal) ?? Task.CompletedTask);
            await transaction.CommitAsync(cancel);
            return seal;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
