using Npgsql;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Tests.Infrastructure;

public sealed class MigratorTests : IAsyncLifetime
{
    private static readonly Migration First = new(1, "notes", "create table notes (id integer primary key);\n");
    private static readonly Migration Second = new(2, "more", "alter table notes add body text;\ninsert into notes values (1, 'a');\n");

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateEmptyAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Each_migration_runs_once_and_in_order()
    {
        Assert.Equal(1, await MigrateAsync(First));
        Assert.Equal(1, await MigrateAsync(Second, First));
        Assert.Equal(0, await MigrateAsync(First, Second));
        Assert.Equal(
            "1 notes, 2 more", await AskAsync("select string_agg(number || ' ' || name, ', ' order by number) from schema_migrations"));
        Assert.Equal(1L, await AskAsync("select count(*) from notes"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_and_the_earlier_ones_stay()
    {
        var broken = new Migration(2, "broken", "create table half (id integer);\n\ninsert into halb values (1);");

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(First, broken));

        Assert.Contains("0002_broken.sql gagal di baris 3", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, await AskAsync("select count(*) from schema_migrations"));
        Assert.Equal(true, await AskAsync("select to_regclass('half') is null"));
        Assert.Equal(1, await MigrateAsync(First, Second));
    }

    [Fact]
    public async Task A_mistake_inside_a_function_is_found_in_the_lines_of_the_file()
    {
        const string sql = "-- one\n-- two\ncreate function f() returns void language plpgsql as $$\nbegin\n    if 1 + then return; end "
            + "if;\nend $$;\n";

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(new Migration(1, "function", sql)));

        Assert.Contains("0001_function.sql gagal di baris 5", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_edited_after_it_was_applied_is_refused()
    {
        await MigrateAsync(First);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(First with { Sql = First.Sql + "-- edited" }));

        Assert.Contains("0001_notes.sql berubah", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_other_line_ends_is_the_same_file()
    {
        await MigrateAsync(First);

        Assert.Equal(0, await MigrateAsync(new Migration(1, First.Name, First.Sql.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await MigrateAsync(First, Second);

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(First));

        Assert.Contains("0002_more", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gap_in_the_numbers_is_refused() =>
        await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(First, new Migration(3, "gap", "select 1")));

    [Fact]
    public async Task A_double_number_is_refused() =>
        await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(First, new Migration(1, "again", "select 1")));

    [Fact]
    public async Task Programs_that_start_together_migrate_once()
    {
        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(First, Second))));

        Assert.Equal(2, counts.Sum());
        Assert.Equal(1L, await AskAsync("select count(*) from notes"));
    }

    [Fact]
    public void The_files_in_the_program_are_numbered_without_gaps() =>
        Assert.Equal(
            typeof(Migrator).Assembly.GetManifestResourceNames().Count(name => name.EndsWith(".sql", StringComparison.Ordinal)),
            Migration.ReadAll(typeof(Migrator).Assembly, Migrator.ResourcePrefix).Count);

    private Task<int> MigrateAsync(params Migration[] migrations) =>
        Migrator.MigrateAsync(_database.ConnectionString, migrations, _ => { }, CancellationToken.None);

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
