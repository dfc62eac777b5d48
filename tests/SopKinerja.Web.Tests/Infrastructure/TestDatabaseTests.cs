using Npgsql;

namespace SopKinerja.Web.Tests.Infrastructure;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Two_databases_know_nothing_of_each_other()
    {
        await using var one = await TestDatabase.CreateAsync();
        await using var other = await TestDatabase.CreateAsync();
        await AskAsync(one, "create table only_here (id integer); select 1");

        Assert.Equal(true, await AskAsync(one, "select to_regclass('only_here') is not null"));
        Assert.Equal(false, await AskAsync(other, "select to_regclass('only_here') is not null"));
    }

    [Fact]
    public async Task A_new_database_has_every_migration()
    {
        await using var database = await TestDatabase.CreateAsync();

        Assert.Equal(0, await Persistence.Migrator.MigrateAsync(database.ConnectionString, _ => { }, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_disposed_of_is_gone()
    {
        var database = await TestDatabase.CreateAsync();
        await AskAsync(database, "select 1");
        await database.DisposeAsync();

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(database, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refusal.SqlState);
    }

    private static async Task<object?> AskAsync(TestDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
