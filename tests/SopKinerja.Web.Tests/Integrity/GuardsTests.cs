using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>The list of guards in the program is what its migrations make. Where they change: run with SOP_APPROVE=1, and look at what
/// changed in Guards.txt.</summary>
public sealed class GuardsTests
{
    [Fact]
    public async Task The_program_knows_every_guard_as_its_migrations_leave_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var found = await Guards.ReadAsync(connection, CancellationToken.None);
        if (Environment.GetEnvironmentVariable("SOP_APPROVE") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(
                Path.Combine(LayoutTests.Root, "src/SopKinerja.Web/Integrity/Guards.txt"), Guards.Write(found));
            return;
        }

        Assert.Empty(Guards.Faults(found));
        Assert.True(found.Count > 200);
    }

    /// <summary>Whoever adds a function says where it looks, or binds its body to what it names.</summary>
    [Fact]
    public async Task Every_function_looks_in_our_schema_alone()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await FreeAsync(connection));
        await using (var command = new NpgsqlCommand("create function later() returns integer language sql as 'select 1'", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        Assert.Equal(["later"], await FreeAsync(connection));
    }

    private static async Task<List<string>> FreeAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""
            select proname::text from pg_proc p
            where pronamespace = 'public'::regnamespace and prosqlbody is null
                and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)
                and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> names = [];
        while (await reader.ReadAsync())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>A table that is neither recorded nor named here fails on the day it appears.</summary>
    [Fact]
    public async Task Every_table_leaves_lines_in_the_ledger_or_is_known_not_to()
    {
        // By another way: contents by the SHA-256 that a recorded row holds, fixed rows by the list of guards, the ledger by its links.
        string[] otherwise =
        [
            "document_contents", "scan_contents", "evidence_contents", "sop_moves", "sop_not_also", "method_asn", "sop_columns", "plan_moves",
            "ledger", "ledger_heads",
            // Not kept: what can be made again, what is over in a day, and who was signed in where.
            "search_names", "search_nips", "data_protection_keys", "form_acts", "entry_batches", "imports", "import_heads", "import_rows", "sessions", "tries", "used_codes",
            "work_claims",
        ];
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1", connection);
        var tables = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.Equal(tables, KeptTable.All.Select(t => t.Name).Concat(otherwise).Distinct().Order(StringComparer.Ordinal));
    }
}
