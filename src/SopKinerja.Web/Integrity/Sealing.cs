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
            var (last, now) = (await db.LastSealAsync(cancel), Whole(time.GetUtcNow()));
            if (last is not null && Tanggal.DiWita(last.MadeAt) >= Tanggal.DiWita(now))
            {
                return null;
            }

            // Who writes is held up for this statement alone; then no line with a smaller key can come any more.
            var settled = await AskAsync<long>(connection, "select ledger_settled()", cancel);
            var schema = await AskAsync<int>(connection, "select max(number) from schema_migrations", cancel);
            var guards = Convert.ToHexStringLower(Guards.Digest(await Guards.ReadAsync(connection, cancel)));
            var seal = await Segel.ComputeAsync(connection, last?.AsBefore ?? SealBefore.None, now, settled, guards, schema, cancel);
            return await IsStoredAsync(connection, seal, cancel) ? seal : null;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // The database keeps microseconds.
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);

    private static async Task<bool> IsStoredAsync(NpgsqlConnection connection, Segel seal, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into seals (no, made_at, last_line, lines, chains, links, guards, schema, code)
            values ($1, $2, $3, $4, $5, decode($6, 'hex'), decode($7, 'hex'), $8, $9) on conflict do nothing
            """, connection);
        foreach (var value in (object[])
            [seal.No, seal.MadeAt, seal.LastLine, seal.Lines, seal.Chains, seal.Links, seal.Guards, seal.Schema, seal.Code])
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    private static async Task<T> AskAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }
}
