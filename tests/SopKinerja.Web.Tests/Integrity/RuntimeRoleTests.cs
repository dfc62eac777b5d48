using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>What the role as which the program serves may not do, whoever gets hold of it.</summary>
public sealed class RuntimeRoleTests(TamperedWorld world) : IClassFixture<TamperedWorld>
{
    [Fact]
    public async Task It_takes_nothing_off_and_changes_nothing_that_is_final()
    {
        await using var connection = new NpgsqlConnection(world.RuntimeConnectionString);
        await connection.OpenAsync();
        List<string> tables = [];
        await using (var command = new NpgsqlCommand(
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var final = KeptTable.All.Where(t => t.IsFinal || t.GoesWithTime).Select(t => t.Name)
            .Concat(["document_contents", "scan_contents", "ledger", "ledger_heads", "seals", "sop_moves", "sop_not_also", "schema_migrations"]);
        var refused = tables.SelectMany(t => (string[])
            [
                $"truncate {t}", $"alter table {t} disable trigger all", $"alter table {t} add column x int", $"drop table {t}",
                $"create trigger x before insert on {t} for each row execute function refuse()",
            ])
            .Concat(final.SelectMany(t => (string[])[$"update {t} set {Column(t)} = {Column(t)}", $"delete from {t}"]))
            .Concat(
            [
                "insert into ledger (chain, no, tbl, key, op, digest, tx, at, link) select 'x', 1, 'x', 'x', 'I', digest, 1, now(), link from ledger limit 1",
                "insert into ledger_heads values ('x', 1, '')", "select ledger_write('x', 'x', 'x', 'I', sha256(''))", "select record_again('pegawai')",
                "create or replace function refuse() returns trigger language plpgsql as $$ begin return new; end $$",
                "set session_replication_role = replica", "create table x (y int)", "create schema x", "delete from dossiers",
                "insert into sop_moves values (10, 'x', 70, 'Analis', true)", "insert into schema_migrations (number, name, sha256) values (99, 'x', 'x')",
            ]).ToList();
        List<string> taken = [];
        foreach (var sql in refused)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            try
            {
                await TamperedWorld.RunAsync(connection, sql);
                taken.Add(sql);
            }
            catch (PostgresException no) when (no.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // As it should be.
            }

            await transaction.RollbackAsync();
        }

        Assert.True(refused.Count > 200, $"{refused.Count}");
        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }

    [Fact]
    public async Task Who_owns_a_table_or_may_all_is_not_let_to_serve()
    {
        await RuntimeRole.EnsureHarmlessAsync(world.RuntimeConnectionString, CancellationToken.None);
        foreach (var harmful in (string[])[world.ConnectionString, world.SuperuserConnectionString])
        {
            var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => RuntimeRole.EnsureHarmlessAsync(harmful, CancellationToken.None));
            Assert.Contains("ConnectionStrings__SopPemilik", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_rights_are_given_again_and_nothing_more_is_left_of_what_it_had()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var owner = new NpgsqlConnection(database.ConnectionString);
        await owner.OpenAsync();
        await TamperedWorld.RunAsync(owner, "grant delete on history to sopkinerja_jalan; create table later (id int)");
        await RuntimeRole.GrantAsync(database.ConnectionString, database.RuntimeConnectionString, CancellationToken.None);
        await using var command = new NpgsqlCommand(
            "select has_table_privilege('sopkinerja_jalan', 'history', 'delete'), has_table_privilege('sopkinerja_jalan', 'later', 'insert')", owner);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((false, true), (reader.GetBoolean(0), reader.GetBoolean(1)));
    }

    private static string Column(string table) => table switch
    {
        "document_contents" or "scan_contents" => "bytes",
        "ledger" or "ledger_heads" => "no",
        "seals" => "code",
        "access_events" => "kind",
        "setting_changes" => "name",
        "letterhead_pictures" => "sha256",
        "sop_moves" => "move",
        "sop_not_also" => "role",
        "schema_migrations" => "name",
        _ => "id",
    };
}
