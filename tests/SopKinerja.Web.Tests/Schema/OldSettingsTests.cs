using Npgsql;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>Migration 0039: a dinas that has printed goes on with the names that it printed; a fresh one has none.</summary>
public sealed class OldSettingsTests : IAsyncLifetime
{
    private const int LastOldMigration = 37;

    private static readonly IReadOnlyList<Migration> All = Migration.ReadAll(typeof(Migrator).Assembly, Migrator.ResourcePrefix);

    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateEmptyAsync();
        await Migrator.MigrateAsync(_database.ConnectionString, [.. All.Where(m => m.Number <= LastOldMigration)], _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_empty_database_stays_without_names()
    {
        await Migrator.MigrateAsync(_database.ConnectionString, All, _ => { }, CancellationToken.None);
        Assert.Equal(0L, await AskAsync("select count(*) from setting_changes"));
    }

    [Fact]
    public async Task Who_has_a_history_keeps_the_old_names_since_its_first_line()
    {
        await AskAsync("""
            set session_replication_role = replica;
            insert into plan_history (plan_id, no, at, move, "to", actor_nama)
                select 1, n, timestamptz '2024-03-01 08:00+08' + n * interval '1 day', 'Created', 'Draft', 'a' from generate_series(1, 2) n
            """);
        await Migrator.MigrateAsync(_database.ConnectionString, All, _ => { }, CancellationToken.None);
        Assert.Equal("Dinas:Alamat Dinas:Nama Dinas:NamaPendek Dinas:Pemerintah Dinas:Tempat", await AskAsync(
            "select string_agg(name, ' ' order by name collate \"C\") from setting_changes where at = '2024-03-02 08:00+08' and account_id is null"));
        Assert.Equal(5L, await AskAsync("select count(*) from ledger where tbl = 'setting_changes' and op = 'B'"));
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
