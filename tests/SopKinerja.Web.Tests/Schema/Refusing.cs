using Npgsql;

namespace SopKinerja.Web.Tests.Schema;

/// <summary>A trigger that refuses every change of a table until it is disposed.</summary>
internal sealed class Refusing : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly string table;

    private Refusing(NpgsqlDataSource source, string table) => (this.source, this.table) = (source, table);

    public static async Task<Refusing> BeginAsync(string connectionString, string table, string statement)
    {
        var refusing = new Refusing(NpgsqlDataSource.Create(connectionString), table);
        await using var command = refusing.source.CreateCommand($"""
            create function refuse_for_test() returns trigger language plpgsql as $$ begin {statement}; return new; end $$;
            create trigger a_refuse_for_test before insert or update on {table} for each row execute function refuse_for_test();
            """);
        await command.ExecuteNonQueryAsync();
        return refusing;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var command = source.CreateCommand($"drop trigger a_refuse_for_test on {table}; drop function refuse_for_test()"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await source.DisposeAsync();
    }
}
