using Npgsql;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>A transaction of someone else, kept open until another waits for a lock that it holds.</summary>
public sealed class AtOnce : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private NpgsqlTransaction _transaction = null!;

    private AtOnce(string connectionString) => _connection = new(connectionString);

    /// <summary>Begins a transaction on a connection of its own and runs the first statements in it.</summary>
    public static async Task<AtOnce> BeginAsync(string connectionString, string sql = "select 1")
    {
        var begun = new AtOnce(connectionString);
        await begun._connection.OpenAsync();
        begun._transaction = await begun._connection.BeginTransactionAsync();
        await begun.RunAsync(sql);
        return begun;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection, _transaction);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Commits as soon as another session of this database waits for this one; one that has ended never waited.</summary>
    public async Task CommitOnceAwaitedAsync(Task other)
    {
        await AwaitedAsync(other);
        await _transaction.CommitAsync();
    }

    /// <summary>Until another session of this database waits for this one.</summary>
    private async Task AwaitedAsync(Task other)
    {
        await using var awaited = new NpgsqlCommand(
            """
            select exists (
                select from pg_locks l
                where l.locktype in ('advisory', 'transactionid') and not l.granted and pg_backend_pid() = any (pg_blocking_pids(l.pid)))
            """,
            _connection, _transaction);
        while (!(bool)(await awaited.ExecuteScalarAsync())!)
        {
            Assert.False(other.IsCompleted, "Nobody waited for the first transaction.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
