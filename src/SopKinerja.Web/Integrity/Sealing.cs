using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Integrity;

/// <summary>Makes the seal of a night: once, whichever of the servers comes to it first.</summary>
public sealed class Sealing(SopDbContext db, TimeProvider time)
{
    /// <summary>The seal that was made; null where that of this night is there, or another server is at it.</summary>
    public async Task<Segel?> SealAsync(CancellationToken cancel)
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
            return (await db.Database.SqlQuery<int>($"select no as \"Value\" from make_seal({time.GetUtcNow()}, {guards})")
                .ToListAsync(cancel)) is [var made] ? await db.Seals().SingleAsync(s => s.No == made, cancel) : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
