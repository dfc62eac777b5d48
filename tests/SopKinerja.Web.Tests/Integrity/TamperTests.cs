using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>Somebody with all rights over the database changes what is kept while nothing holds him up: verify finds it and names
/// it.</summary>
public sealed class TamperTests(TamperedWorld world) : IClassFixture<TamperedWorld>
{
    // The ledger names a row by the kind of table; contents are found by what names them, and the ledger by its chains.
    private static readonly Dictionary<string, string[]> NamedAs = new()
    {
        ["document_contents"] = ["dokumen ", "Dokumen "],
        ["scan_contents"] = ["Pindaian ", "pindaian "],
        ["evidence_contents"] = ["Bukti dukung "],
        ["ledger"] = ["Rantai ", "rantai "],
        ["ledger_heads"] = ["Rantai "],
        ["seals"] = ["seals ", "Segel "],
        ["sop_moves"] = ["rows sop_moves"],
        ["sop_not_also"] = ["rows sop_not_also"],
        ["method_asn"] = ["rows method_asn"],
        ["sop_columns"] = ["rows sop_columns"],
        ["plan_moves"] = ["rows plan_moves"],
    };

    /// <summary>What is not kept; told once more.</summary>
    private static readonly string[] NotKept =
        ["search_names", "search_nips", "data_protection_keys", "form_acts", "entry_batches", "imports", "import_heads", "import_rows", "sessions", "tries",
        "used_codes", "work_claims"];

    private static readonly Dictionary<string, string[]> MayChange = new()
    {
        ["accounts"] = ["access_failed_count", "lockout_end", "concurrency_stamp"],
        ["signing_authorities"] = ["failures", "try_again_at"],
        ["signing_certificates"] = ["failures", "try_again_at"],
    };

    [Fact]
    public async Task What_nobody_touched_is_clean()
    {
        await using var connection = await OpenAsync();
        Assert.Empty(await FaultsAsync(connection, whole: true));
    }

    /// <summary>A chain goes on in the next portion, wherever one ends.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task However_the_ledger_is_portioned_the_same_is_found(int atOnce)
    {
        await using var connection = await OpenAsync();
        var clean = new LedgerCheck(connection, _ => { }) { LinesAtOnce = atOnce };
        Assert.Empty(await clean.RunAsync(CancellationToken.None));
        Assert.Equal(await CountAsync(connection, "ledger"), clean.Lines);

        await using var transaction = await connection.BeginTransactionAsync();
        await FreeAsync(connection, "ledger");
        await TamperedWorld.RunAsync(connection, "update ledger set digest = sha256(digest) where no = 4 and chain like 'berkas/%'");
        var whole = await new LedgerCheck(connection, _ => { }).RunAsync(CancellationToken.None);
        Assert.Equal(2, whole.Count(f => f.Contains(": putus pada mata rantai 4 ", StringComparison.Ordinal)));
        Assert.Equal(whole, await new LedgerCheck(connection, _ => { }) { LinesAtOnce = atOnce }.RunAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Every_column_of_every_table_is_missed_when_it_changes()
    {
        await using var connection = await OpenAsync();
        var columns = await ColumnsAsync(connection);
        Assert.True(columns.Count > 200, $"{columns.Count}");
        var unnoticed = new List<string>();
        foreach (var (table, column, type) in columns.Where(c => !MayChange.GetValueOrDefault(c.Table, []).Contains(c.Column)))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await FreeAsync(connection, table);
            var changed = await TamperedWorld.RunAsync(connection, $"""
                update {table} set "{column}" = {Other($"\"{column}\"", type)} where ctid = (select ctid from {table} order by ctid limit 1)
                """);
            if (changed != 1)
            {
                unnoticed.Add($"{table}.{column}: there is no row to change");
            }
            else if (!IsNamed(table, await FaultsAsync(connection, NeedsBytes(table))))
            {
                unnoticed.Add($"{table}.{column}");
            }

            await transaction.RollbackAsync();
        }

        Assert.True(unnoticed.Count == 0, string.Join('\n', unnoticed));
    }

    [Fact]
    public async Task A_row_that_is_gone_or_new_is_named_in_every_table()
    {
        await using var connection = await OpenAsync();
        var columns = await ColumnsAsync(connection);
        var unnoticed = new List<string>();
        foreach (var table in columns.Select(c => c.Table).Distinct())
        {
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await FreeAsync(connection, table);
                await TamperedWorld.RunAsync(connection, $"delete from {table} where ctid = (select ctid from {table} order by ctid desc limit 1)");
                if (!IsNamed(table, await FaultsAsync(connection, NeedsBytes(table))))
                {
                    unnoticed.Add($"{table}: deleted");
                }

                await transaction.RollbackAsync();
            }

            // A copy under another key.
            var own = columns.Where(c => c.Table == table).ToList();
            var key = own.Any(c => c.Column == "id") ? own.Single(c => c.Column == "id") : own[0];
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await FreeAsync(connection, table);
                await TamperedWorld.RunAsync(connection, $"""
                    insert into {table} ({string.Join(", ", own.Select(c => $"\"{c.Column}\""))}) overriding system value
                    select {string.Join(", ", own.Select(c => c == key ? Far($"\"{c.Column}\"", c.Type) : $"\"{c.Column}\""))} from {table} limit 1
                    """);
                if (!IsNamed(table, await FaultsAsync(connection, NeedsBytes(table))))
                {
                    unnoticed.Add($"{table}: inserted");
                }

                await transaction.RollbackAsync();
            }
        }

        Assert.True(unnoticed.Count == 0, string.Join('\n', unnoticed));
    }

    [Fact]
    public async Task Two_rows_that_are_exchanged_are_both_named()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await FreeAsync(connection, "dossiers");
        await TamperedWorld.RunAsync(connection, """
            with two as (select id, sheet, outcome, lead(sheet) over w s, lead(outcome) over w o, lag(sheet) over w s2, lag(outcome) over w o2
                from (select * from dossiers where outcome is not null order by id limit 2) d window w as (order by id))
            update dossiers d set sheet = coalesce(t.s, t.s2), outcome = coalesce(t.o, t.o2) from two t where t.id = d.id
            """);
        Assert.Equal(2, (await FaultsAsync(connection, whole: false)).Count(f => f.StartsWith("dossiers ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("drop trigger guard on dossiers", "trigger dossiers.guard: tidak ada")]
    [InlineData("alter table history disable trigger append_only", "trigger history.append_only: bukan lagi")]
    [InlineData("create or replace function refuse() returns trigger language plpgsql as $$ begin return new; end $$", "function refuse()")]
    [InlineData("create trigger extra before insert on history for each row execute function refuse()", "trigger history.extra: tidak dikenal")]
    [InlineData("alter table documents drop constraint documents_kind_check", "constraint documents.documents_kind_check: tidak ada")]
    [InlineData("alter function refuse() reset search_path", "function refuse(): bukan lagi")]
    [InlineData("grant execute on function ledger_write to public", "function ledger_write(the_chain")]
    [InlineData("create schema evil", "schema evil: tidak dikenal")]
    [InlineData("create policy p on history using (true)", "policy history.p: tidak dikenal")]
    [InlineData("alter table ledger enable row level security", "row security ledger: tidak dikenal")]
    [InlineData("create rule r as on insert to history do instead nothing", "rule history.r: tidak dikenal")]
    [InlineData("create function antrean.f() returns trigger language plpgsql as $$ begin return new; end $$", "function antrean.f(): tidak")]
    [InlineData("create function e() returns event_trigger language plpgsql as $$ begin end $$; "
        + "create event trigger evil on ddl_command_end execute function e()", "event trigger evil: tidak dikenal")]
    [InlineData("create function o(text, name) returns boolean language sql as 'select true'; "
        + "create operator = (leftarg = text, rightarg = name, function = o)", "operator public.=(text,name): tidak dikenal")]
    [InlineData("alter role sopkinerja_jalan set search_path = evil, public", "setting sopkinerja_jalan search_path: tidak dikenal")]
    [InlineData("grant update on history to sopkinerja_jalan", "Hak basis data terlalu luas: sopkinerja_jalan: update history.")]
    [InlineData("grant update (reason) on history to sopkinerja_jalan", "sopkinerja_jalan: update history.")]
    [InlineData("grant truncate on ledger to public", "sopkinerja_jalan: truncate ledger.")]
    [InlineData("grant sopkinerja to sopkinerja_jalan", "sopkinerja_jalan: anggota sopkinerja.")]
    [InlineData("grant pg_write_all_data to sopkinerja_jalan", "sopkinerja_jalan: anggota pg_write_all_data.")]
    [InlineData("grant create on schema public to sopkinerja_jalan", "sopkinerja_jalan: create pada skema public.")]
    [InlineData("alter role sopkinerja_jalan bypassrls", "sopkinerja_jalan: bypassrls.")]
    [InlineData("drop trigger recorded on pegawai; update pegawai set nama = nama || ' x' where id = 1", "pegawai 1 ")]
    public async Task A_guard_that_is_gone_or_rewritten_is_named(string change, string found)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, change);
        Assert.Contains(await FaultsAsync(connection, whole: false), f => f.Contains(found, StringComparison.Ordinal));
    }

    /// <summary>What is set for the role or the database has no part in what verify asks.</summary>
    [Fact]
    public async Task A_function_of_another_schema_is_never_asked()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, """
            create schema evil;
            create function evil.row_digest(jsonb, text[]) returns bytea language plpgsql as $$ begin raise exception 'asked'; end $$;
            create function evil.ledger_link(bytea, text, integer, text, text, text, bytea, bigint, timestamptz, text) returns bytea
                language plpgsql as $$ begin raise exception 'asked'; end $$;
            set local search_path = evil, public
            """);
        var faults = await FaultsAsync(connection, whole: false);
        Assert.Equal(3, faults.Count);
        Assert.All(faults, f => Assert.Matches("^Penjaga basis data (function|schema) evil.*: tidak dikenal program ini.$", f));
    }

    [Fact]
    public async Task Who_rewrites_the_ledger_too_is_found_by_the_seal_here_and_elsewhere()
    {
        await using var connection = await OpenAsync();
        var seal = Assert.Single(await Segel.ReadAllAsync(connection, CancellationToken.None));
        Assert.Equal(seal, Segel.FromJson(seal.ToJson()));
        await using var transaction = await connection.BeginTransactionAsync();
        await FreeAsync(connection, "pegawai");
        await FreeAsync(connection, "ledger");
        await FreeAsync(connection, "ledger_heads");
        const string Rewrite = """
            update pegawai set nama = nama || ' x' where id = 1;
            update ledger l set digest = row_digest(to_jsonb(p), '{nama_cari}') from pegawai p
                where p.id = 1 and l.id = (select max(id) from ledger where tbl = 'pegawai' and key = '1');
            do $$ declare r ledger; before bytea := ''; begin
                for r in select * from ledger where chain = 'pegawai/1' order by no loop
                    before := ledger_link(before, r.chain, r.no, r.tbl, r.key, r.op, r.digest, r.tx, r.at, r.cols);
                    update ledger set link = before where id = r.id;
                end loop;
                update ledger_heads set link = before where chain = 'pegawai/1';
            end $$;
            """;
        await TamperedWorld.RunAsync(connection, "set timezone = 'UTC'; " + Rewrite);
        Assert.StartsWith("Segel 1: ", Assert.Single(
            await FaultsAsync(connection, whole: false), f => !f.StartsWith("Penjaga basis data", StringComparison.Ordinal)), StringComparison.Ordinal);

        // And the seal: only one that was kept elsewhere tells.
        await FreeAsync(connection, "seals");
        var again = await Segel.ComputeAsync(
            connection, SealBefore.None, seal.MadeAt, seal.LastLine, seal.Guards, seal.Schema, CancellationToken.None);
        await TamperedWorld.RunAsync(connection, $"update seals set links = decode('{again.Links}', 'hex'), code = '{again.Code}'");
        var faults = await FaultsAsync(connection, whole: false, seal);
        Assert.Contains(faults, f => f.StartsWith("Segel 1 dari luar", StringComparison.Ordinal));
    }

    private static bool NeedsBytes(string table) => table.EndsWith("_contents", StringComparison.Ordinal);

    private static bool IsNamed(string table, IReadOnlyList<string> faults) =>
        NamedAs.GetValueOrDefault(table, [$"{table} "]).Any(name => faults.Any(f =>
            !IsOfFreeing(f) && f.Contains(name, StringComparison.Ordinal)));

    private static bool IsOfFreeing(string fault) =>
        fault.StartsWith("Penjaga basis data constraint", StringComparison.Ordinal) || fault.StartsWith("Penjaga basis data index", StringComparison.Ordinal);

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(world.SuperuserConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>No trigger fires, no key refers, and no rule on a row of this table is asked.</summary>
    private static async Task FreeAsync(NpgsqlConnection connection, string table)
    {
        await TamperedWorld.RunAsync(connection, "set local session_replication_role = replica");
        await WithoutConstraintsAsync(connection, table);
    }

    internal static async Task WithoutConstraintsAsync(NpgsqlConnection connection, string table) => await TamperedWorld.RunAsync(connection, $"""
        do $$ declare c text; begin
            for c in select conname from pg_constraint where conrelid = '{table}'::regclass and contype in ('c', 'x', 'u', 'p') loop
                execute format('alter table {table} drop constraint %I cascade', c);
            end loop;
            for c in select indexrelid::regclass from pg_index where indrelid = '{table}'::regclass and indisunique loop
                execute format('drop index %s', c);
            end loop;
            for c in select attname from pg_attribute where attrelid = '{table}'::regclass and attidentity = 'a' loop
                execute format('alter table {table} alter column %I set generated by default', c);
            end loop;
        end $$
        """);

    private static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlConnection connection, bool whole, Segel? outside = null)
    {
        List<string> faults = [.. await new LedgerCheck(connection, _ => { }, outside).RunAsync(CancellationToken.None)];
        if (whole)
        {
            await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
            faults.AddRange((await new Verification(db, _ => { }).RunAsync(CancellationToken.None)).Faults);
        }

        return faults;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    internal static async Task<List<(string Table, string Column, string Type)>> ColumnsAsync(NpgsqlConnection connection)
    {
        List<(string, string, string)> columns = [];
        await using var command = new NpgsqlCommand(
            """
            select c.relname::text, a.attname::text, format_type(a.atttypid, null) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by 1, a.attnum
            """, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return [.. columns.Where(c => !NotKept.Contains(c.Item1))];
    }

    internal static string Other(string column, string type) => type switch
    {
        "integer" or "smallint" or "bigint" => $"coalesce({column}, 0) + 1",
        "numeric" => $"coalesce({column}, 0) + 0.01",
        "boolean" => $"not coalesce({column}, false)",
        "timestamp with time zone" => $"coalesce({column}, now()) + interval '1 second'",
        "date" => $"coalesce({column}, '2026-01-01') + 1",
        "jsonb" => $$"""coalesce(nullif({{column}}, 'null'), '{}') || '{"x": 1}'""",
        "bytea" => $"coalesce({column}, '') || '\\x00'",
        "text[]" => $"array_append({column}, 'x')",
        _ => $"coalesce({column}, '') || 'x'",
    };

    // A primary key must not meet another row.
    private static string Far(string column, string type) => type switch
    {
        "integer" or "bigint" => $"{column} + 1000000",
        "smallint" => $"({column} + 30000)::smallint",
        "date" => $"{column} + 100000",
        _ => $"{column} || '-lain'",
    };
}
