using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Sop;
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
            .Concat(["document_contents", "scan_contents", "ledger", "ledger_heads", "seals", "sop_moves", "sop_not_also", "sop_columns", "plan_moves",
                "schema_migrations"]);
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
                "insert into sop_columns values ('outcome', null, null)", "insert into plan_moves values ('x', null, 'x', '{}')",
                "insert into seals select no + 1, now(), last_line, lines, chains, links, guards, schema, repeat('0', 64) from seals",
                "lock table ledger_heads in share mode", "select ledger_write('x', 'x', 'x', 'U', sha256(''), 'y')",
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
        await RuntimeRole.GrantAsync(database.ConnectionString, database.RuntimeConnectionString, _ => { }, CancellationToken.None);
        await using var command = new NpgsqlCommand(
            "select has_table_privilege('sopkinerja_jalan', 'history', 'delete'), has_table_privilege('sopkinerja_jalan', 'later', 'insert')", owner);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((false, true), (reader.GetBoolean(0), reader.GetBoolean(1)));
    }

    /// <summary>A table of its own name beside ours, and a setting of its own, tell our guards nothing.</summary>
    [Theory]
    [InlineData("SK003", """
        create temp table history (like public.history);
        insert into pg_temp.history (id, dossier_id, no, move, "from", "to", from_substep, to_substep, at, actor_nama)
            select 1, id, 99, 'Completed', 5, 6, 0, 0, now(), 'x' from dossiers where step = 5;
        update dossiers set step = 6, step_since = now() where step = 5
        """)]
    [InlineData("SK002", """
        create temp table history (like public.history);
        create temp table sop_moves (like public.sop_moves);
        create temp table sop_not_also (like public.sop_not_also);
        insert into pg_temp.sop_moves values (70, 'Worked', 70, 'Asn', true);
        insert into pg_temp.history (id, dossier_id, no, move, "from", "to", from_substep, to_substep, at, actor_nama)
            select 1, id, 98, 'Worked', 7, 7, 0, 0, '2025-06-01', 'x' from dossiers where closed_at is not null;
        insert into public.history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select id, 99, asn_id, 'x', 'Asn', 'Worked', 7, 7, '2025-06-01' from dossiers where closed_at is not null
        """)]
    [InlineData("SK004", """
        create temp table accounts (id integer, offices text[], nama text);
        insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
            select now(), 'a', id, 'Pegawai', 1, 'a', 'a' from public.accounts where 'Auditor' = any (offices)
        """)]
    [InlineData("SK003", """
        select set_config('sop.followed', ',' || string_agg(id::text, ',') || ',', true) from dossiers;
        update dossiers set atasan_langsung_id = (select max(id) from pegawai),
            parties = jsonb_set(parties, '{AtasanLangsung,PegawaiId}', (select to_jsonb(max(id)) from pegawai)) where step = 4
        """)]
    public async Task Its_own_tables_and_settings_are_not_believed(string code, string sql)
    {
        if (!await world.AskAsync(db => db.Dossiers.AnyAsync(d => d.Step == Step.Validate)))
        {
            await world.DossierAtAsync(Step.Validate, "bendahara");
        }

        await using var connection = new NpgsqlConnection(world.RuntimeConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => TamperedWorld.RunAsync(connection, sql + "; set constraints all immediate"));
        Assert.Equal(code, refused.SqlState);
    }

    [Fact]
    public async Task An_auditor_of_the_programs_name_stops_nothing_that_happens_by_itself() => Assert.Null(
        await world.RefusedAsync("""
            insert into accounts (id, nama, offices, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
                values (901, 'SopKinerja', '{Auditor}', false, false, false, false, 0);
            insert into history (dossier_id, no, actor_nama, move, "from", "to", from_substep, to_substep, at)
                select d.id, max(h.no) + 1, 'SopKinerja', 'Unsigned', 5, 5, 0, 5, now() + interval '9 years' from dossiers d
                join history h on h.dossier_id = d.id where d.stage = 50 group by d.id
            """, "SK003"));

    [Fact]
    public async Task It_makes_no_tables_of_its_own_where_the_owner_gave_it_its_rights()
    {
        await using var database = await TestDatabase.CreateAsync();
        await RuntimeRole.GrantAsync(database.ConnectionString, database.RuntimeConnectionString, _ => { }, CancellationToken.None);
        await using var connection = new NpgsqlConnection(database.RuntimeConnectionString);
        await connection.OpenAsync();
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(
            () => TamperedWorld.RunAsync(connection, "create temp table history (id int)"))).SqlState);
    }

    [Theory]
    [InlineData("grant delete on history to sopkinerja_jalan", "delete history")]
    [InlineData("grant insert on seals to public", "insert seals")]
    public async Task Who_has_more_than_its_rights_is_not_let_to_serve(string grant, string said)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var owner = new NpgsqlConnection(database.ConnectionString))
        {
            await owner.OpenAsync();
            await TamperedWorld.RunAsync(owner, grant);
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(
            () => RuntimeRole.EnsureHarmlessAsync(database.RuntimeConnectionString, CancellationToken.None));
        Assert.Contains($"sopkinerja_jalan: {said}", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Nor is anybody else let to write, and nobody who serves may become one who may all.</summary>
    [Theory]
    [InlineData("create role tukang_catatan; grant update on ledger to tukang_catatan", "tukang_catatan: update ledger")]
    [InlineData("create role segala_hak superuser; grant segala_hak to sopkinerja_jalan", "sopkinerja_jalan: anggota segala_hak")]
    public async Task Who_else_may_rewrite_the_record_is_named(string sql, string said)
    {
        await using var connection = new NpgsqlConnection(world.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        Assert.Empty(await RuntimeRole.ExcessesAsync(connection, CancellationToken.None));
        await TamperedWorld.RunAsync(connection, sql);
        Assert.Equal([said], await RuntimeRole.ExcessesAsync(connection, CancellationToken.None));
    }

    private static string Column(string table) => table switch
    {
        "document_contents" or "scan_contents" => "bytes",
        "ledger" or "ledger_heads" => "no",
        "seals" => "code",
        "access_events" => "kind",
        "sop_moves" or "plan_moves" => "move",
        "sop_columns" => "col",
        "setting_changes" => "name",
        "letterhead_pictures" => "sha256",
        "sop_not_also" => "role",
        "schema_migrations" => "name",
        _ => "id",
    };
}
