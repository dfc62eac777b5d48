using Npgsql;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>Brings the database to the newest schema: each migration once, in order, in one transaction of its own.</summary>
public static class Migrator
{
    public const string ResourcePrefix = "SopKinerja.Web.Persistence.Migrations.";

    private const long LockKey = 5_077_001;

    /// <summary>All that a server needs: the newest schema, the tables of the jobs, and the rights of the role that serves.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="StartRefusedException">The database does not fit this program; the message says why.</exception>
    public static async Task<int> PrepareAsync(
        string ownerConnectionString, string runtimeConnectionString, Action<string> log, CancellationToken cancel)
    {
        var done = await MigrateAsync(ownerConnectionString, log, cancel);
        await JobTables.ProvisionAsync(ownerConnectionString, cancel);
        await RuntimeRole.GrantAsync(ownerConnectionString, runtimeConnectionString, log, cancel);
        return done;
    }

    /// <exception cref="StartRefusedException">The database does not fit this program; the message says why.</exception>
    public static Task<int> MigrateAsync(string connectionString, Action<string> log, CancellationToken cancel) =>
        MigrateAsync(connectionString, Migration.ReadAll(typeof(Migrator).Assembly, ResourcePrefix), log, cancel);

    /// <summary>How many migrations are still to be applied.</summary>
    /// <exception cref="StartRefusedException">The database does not fit this program; the message says why.</exception>
    public static async Task<int> CountPendingAsync(string connectionString, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        return Pending(Migration.ReadAll(typeof(Migrator).Assembly, ResourcePrefix), await ReadAppliedAsync(connection, cancel)).Count;
    }

    public static async Task<int> MigrateAsync(
        string connectionString, IReadOnlyList<Migration> migrations, Action<string> log, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        if (Pending(migrations, await ReadAppliedAsync(connection, cancel)).Count == 0)
        {
            return 0;
        }

        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", cancel);
        try
        {
            return await ApplyPendingAsync(connection, migrations, log, cancel);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new StartRefusedException(
                $"Pengguna “{connection.UserName}” tidak boleh mengubah skema basis data “{connection.Database}”: {refused.MessageText}. "
                + "Jadikan pengguna itu pemilik basis datanya, lalu jalankan lagi.", refused);
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({LockKey})", CancellationToken.None);
        }
    }

    private static async Task<int> ApplyPendingAsync(
        NpgsqlConnection connection, IReadOnlyList<Migration> migrations, Action<string> log, CancellationToken cancel)
    {
        await ExecuteAsync(
            connection,
            """
            create table if not exists schema_migrations (
                number     integer     primary key,
                name       text        not null,
                sha256     text        not null,
                applied_at timestamptz not null default now()
            )
            """,
            cancel);

        var pending = Pending(migrations, await ReadAppliedAsync(connection, cancel));
        foreach (var migration in pending)
        {
            log($"Migrasi {migration.Number:0000}_{migration.Name}.");
            await ApplyAsync(connection, migration, cancel);
        }

        return pending.Count;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        try
        {
            // The server takes the file whole: the client's way of splitting it at semicolons has no part in it.
            await ExecuteAsync(connection, "select set_config('sop.migration', $1, true)", cancel, migration.Sql);
            await ExecuteAsync(connection, "do $$ begin execute current_setting('sop.migration'); end $$", cancel);
        }
        catch (PostgresException cause)
        {
            throw new StartRefusedException(
                $"Migrasi {migration.Number:0000}_{migration.Name}.sql gagal{PlaceOf(cause, migration.Sql)}: {cause.MessageText}. " +
                "Basis data tetap seperti sebelum migrasi ini.",
                cause);
        }

        await ExecuteAsync(
            connection,
            "insert into schema_migrations (number, name, sha256) values ($1, $2, $3)",
            cancel,
            migration.Number,
            migration.Name,
            migration.Sha256);
        await transaction.CommitAsync(cancel);
    }

    private static string PlaceOf(PostgresException mistake, string sql)
    {
        var start = mistake.InternalQuery is { Length: > 0 } part ? sql.IndexOf(part, StringComparison.Ordinal) : -1;
        return start < 0 || mistake.InternalPosition == 0
            ? ""
            : $" di baris {sql.Take(start + mistake.InternalPosition - 1).Count(character => character == '\n') + 1}";
    }

    /// <summary>The migrations still to be applied; refuses when an applied one is not the file of the same number any more.</summary>
    private static List<Migration> Pending(IReadOnlyList<Migration> migrations, List<(int Number, string Name, string Sha256)> applied)
    {
        _ = Migration.InOrder(migrations);
        foreach (var (number, name, sha256) in applied)
        {
            var file = migrations.FirstOrDefault(it => it.Number == number) ?? throw new StartRefusedException(
                $"Basis data sudah memakai migrasi {number:0000}_{name}, tetapi migrasi itu tidak ada di program ini. " +
                "Pakai versi program yang sama atau lebih baru dari yang terakhir menjalankan basis data ini.");
            if (file.Sha256 != sha256)
            {
                throw new StartRefusedException(
                    $"Migrasi {number:0000}_{file.Name}.sql berubah setelah dijalankan pada basis data ini. " +
                    "Kembalikan isinya seperti semula dan tulis perubahannya sebagai migrasi baru.");
            }
        }

        return [.. migrations.ExceptBy(applied.Select(it => it.Number), it => it.Number)];
    }

    private static async Task<List<(int Number, string Name, string Sha256)>> ReadAppliedAsync(
        NpgsqlConnection connection, CancellationToken cancel)
    {
        List<(int, string, string)> applied = [];
        try
        {
            await using var command = new NpgsqlCommand("select number, name, sha256 from schema_migrations order by number", connection);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
            }
        }
        catch (PostgresException missing) when (missing.SqlState
            is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            return [];
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
