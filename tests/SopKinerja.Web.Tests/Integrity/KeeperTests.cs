using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Tests.Infrastructure;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>Somebody with all rights takes off the guards and leaves the recording on, so that each change has a proper link: verify judges
/// what the lines say.</summary>
public sealed class KeeperTests(TamperedWorld world) : IClassFixture<TamperedWorld>
{
    /// <summary>Columns that change without more, in every table that may change at all. Whoever adds a column decides here.</summary>
    private static readonly Dictionary<string, string[]> Free = new()
    {
        ["account_tokens"] = ["value"],
        ["plans"] = ["lines"],
        ["signing_certificates"] = ["locked_key"],
    };

    /// <summary>Of a dossier that waits for the signature; where it stands is held against its history.</summary>
    private static readonly string[] FreeAtSigning =
        ["acts", "draft_keberatan", "keberatan", "last_day_to_object", "result_receipt", "step", "step_since", "substep"];

    [Fact]
    public async Task Every_column_that_is_fixed_is_named_when_it_changes_with_its_line()
    {
        await using var connection = await OpenAsync();
        List<string> unnoticed = [];
        foreach (var table in KeptTable.All.Where(t => t.Name != "dossiers" && t.Ledger == t.Name))
        {
            unnoticed.AddRange(await UnnoticedAsync(connection, table, "true", Free.GetValueOrDefault(table.Name, [])));
        }

        var dossiers = KeptTable.All.Single(t => t.Name == "dossiers");
        unnoticed.AddRange(await UnnoticedAsync(connection, dossiers, "closed_at is not null", []));
        unnoticed.AddRange(await UnnoticedAsync(connection, dossiers, "step = 5", FreeAtSigning));
        Assert.True(unnoticed.Count == 0, string.Join('\n', unnoticed));
    }

    [Fact]
    public async Task A_row_that_goes_with_its_line_is_named_in_every_table_but_one()
    {
        await using var connection = await OpenAsync();
        List<string> unnoticed = [];
        foreach (var table in KeptTable.All.Where(t => t.Ledger == t.Name))
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await WithoutGuardsAsync(connection, table.Name);
            await TamperedWorld.RunAsync(
                connection, $"delete from {table.Name} where ctid = (select ctid from {table.Name} order by ctid desc limit 1)");
            if (!(await FaultsAsync(connection)).Any(f => f.StartsWith($"{table.Name} ", StringComparison.Ordinal)
                && f.Contains("dihapus", StringComparison.Ordinal)))
            {
                unnoticed.Add(table.Name);
            }

            await transaction.RollbackAsync();
        }

        // A second factor is taken off by its owner, with a line, but a reminder that was read goes without.
        Assert.Equal(["account_tokens"], unnoticed);
    }

    [Theory]
    [InlineData("holidays", "insert into holidays (date, nama) values ('2031-02-02', 'x')", "ditambahkan tanpa tercatat sebagai perubahan.")]
    [InlineData("penugasan", "insert into penugasan (jenis, menggantikan_id, pelaksana_id, nomor_sk, tanggal_sk, mulai, alasan) "
        + "values ('Plh', 3, 4, 'a', '2026-01-01', '2026-01-01', 'a')", "ditambahkan tanpa tercatat sebagai perubahan.")]
    [InlineData("accounts", "update accounts set password_hash = 'x' where user_name = 'kadis'", "password_hash diubah tanpa tercatat")]
    [InlineData("corrections", """
        update corrections set answered_at = now(), answered_by = 'a', is_done = false, answer = 'b';
        update corrections set is_done = true, answered_by = 'c'
        """, "answered_by,is_done diubah, padahal hanya diisi sekali.")]
    [InlineData("plans", "update plans set content = content || '{\"x\": 1}', agreed_at = now() where state = 'Agreed'",
        "agreed_at, content diubah tanpa baris riwayat yang mengubahnya.")]
    [InlineData("copies", "insert into copies (dossier_id, no, for_whom, made_by, made_at) select id, 9, 'a', 'a', now() from dossiers where step = 5",
        "ditambahkan pada tahap yang tidak mengizinkannya.")]
    [InlineData("copies", """
        insert into copies (dossier_id, no, for_whom, made_by, made_at) select id, 9, 'a', 'a', now() from dossiers where closed_at is not null
        """, "ditambahkan pada tahap yang tidak mengizinkannya.")]
    [InlineData("documents", """
        insert into documents (dossier_id, kind, sha256, size, drawn_at, version) select id, 'Final', repeat('0', 64), 1, now(), 1 from dossiers
        where step = 5
        """, "ditambahkan pada tahap yang tidak mengizinkannya.")]
    [InlineData("history", """
        insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select d.id, max(h.no) + 1, 1, 'x', 'Sekretaris', 'Worked', 7, 7, '2025-01-01' from dossiers d join history h on h.dossier_id = d.id
            where d.closed_at is not null group by d.id
        """, "bertanggal 2025-01-01, padahal dicatat ")]
    // Told, but of something else.
    [InlineData("accounts", """
        update accounts set password_hash = 'x' where user_name = 'kadis';
        insert into changes (at, account_id, actor_nama, subject, subject_id, subject_nama, sentence)
            select now(), id, 'a', 'Hari libur', 20260101, 'a', 'a' from accounts where user_name = 'admin'
        """, "password_hash diubah tanpa tercatat")]
    [InlineData("account_tokens", """
        insert into account_tokens (user_id, login_provider, name, value) select id, '[AspNetUserStore]', 'AuthenticatorKey', 'x' from accounts
            where user_name = 'kadis'
        """, "ditambahkan tanpa tercatat sebagai perubahan.")]
    [InlineData("account_tokens", """
        insert into account_tokens (user_id, login_provider, name, value) select id, '[AspNetUserStore]', 'AuthenticatorKey', 'x' from accounts
            where user_name = 'kadis';
        update account_tokens set value = 'y' where name = 'AuthenticatorKey'
        """, "value diubah tanpa tercatat sebagai perubahan.")]
    [InlineData("signing_authorities", """
        insert into signing_authorities (certificate, locked_key, not_after, made_at) values ('\x01', '\x02', now() + interval '9 years', now())
        """, "ditambahkan tanpa tercatat sebagai perubahan.")]
    [InlineData("signing_certificates", """
        insert into signing_certificates (pegawai_id, request, requested_at) values (3, '\x01', now());
        update signing_certificates set issued_at = '2025-01-01', issued_by = 'a' where request = '\x01'
        """, "issued_at,issued_by diubah tanpa tercatat sebagai perubahan.")]
    [InlineData("signing_certificates", """
        insert into signing_certificates (pegawai_id, request, requested_at) values (3, '\x01', now());
        update signing_certificates set issued_at = '2025-01-01', issued_by = 'a' where request = '\x01'
        """, "issued_at 2025-01-01, padahal dicatat ")]
    [InlineData("access_events", "insert into access_events (at, kind, network) values ('2026-09-01', 'PasswordWrong', '-')",
        "bertanggal 2026-09-01, padahal dicatat ")]
    [InlineData("pegawai", "select ledger_write('pegawai/1', 'pegawai', '1', 'B', (select digest from ledger where tbl = 'pegawai' and key = '1' limit 1))",
        "dicatat seperti oleh migrasi, padahal tidak ada migrasinya.")]
    [InlineData("pegawai", "select ledger_write('pegawai/1', 'pegawai', '1', 'U', (select digest from ledger where tbl = 'pegawai' and key = '1' limit 1))",
        "diubah tanpa menyebut kolomnya.")]
    [InlineData("pegawai", "select ledger_write('pegawai/1', 'pegawai', '1', 'I', (select digest from ledger where tbl = 'pegawai' and key = '1' limit 1))",
        "urutan catatannya tidak mungkin.")]
    public async Task What_has_a_proper_link_and_no_right_is_named(string table, string sql, string found)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await WithoutGuardsAsync(connection, table);
        await TamperedWorld.RunAsync(connection, sql);
        var faults = await FaultsAsync(connection, TimeSpan.FromDays(1));
        Assert.DoesNotContain(faults, f => f.Contains("tanpa tercatat di rantainya", StringComparison.Ordinal)
            || f.Contains("putus pada mata rantai", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith($"{table} ", StringComparison.Ordinal) && f.Contains(found, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("history", "update history set no = no + 1 where id = (select max(id) from history)", "nomornya tidak menyambung.")]
    [InlineData("history", "update history set \"to\" = 6, to_substep = 0 where move = 'Opened'", "tidak menyambung dengan baris sebelumnya.")]
    [InlineData("history", "update history set at = at - interval '2 days' where no > 1", "lebih tua daripada baris sebelumnya.")]
    [InlineData("history", "update history set capacity = 'Kasubbag' where move = 'Closed'", "langkah ini tidak ada dalam SOP.")]
    [InlineData("history", """
        update history set actor_id = (select asn_id from dossiers where id = dossier_id) where move = 'Closed'
        """, "pegawai yang dinilai mengerjakannya sebagai orang lain, atau sebaliknya.")]
    [InlineData("history", """
        update history h set actor_id = (select o.actor_id from history o where o.dossier_id = h.dossier_id and o.capacity = 'Analis' limit 1)
        where "from" = 2 and move = 'Completed'
        """, "dikerjakan orang yang juga bertindak sebagai lain.")]
    [InlineData("history", "delete from history where move = 'Closed'", "tidak berada pada tahap yang disebut baris terakhir riwayatnya.")]
    [InlineData("history", """
        insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select dossier_id, no + 1, actor_id, actor_nama, capacity, 'Worked', 7, 7, at from history where move = 'Closed'
        """, "ditulis sesudah berkas berakhir.")]
    [InlineData("dossiers", "update dossiers set step = 6 where step = 5", "tidak berada pada tahap yang disebut baris terakhir riwayatnya.")]
    [InlineData("plan_history", "update plan_history set no = no + 1 where id = (select max(id) from plan_history)", "nomornya tidak menyambung.")]
    [InlineData("plan_history", "update plan_history set move = 'Revised' where move = 'Agreed'", "langkah ini tidak mungkin")]
    [InlineData("plan_history", "update plan_history set at = at + interval '2 days' where no = 1", "lebih tua daripada baris sebelumnya.")]
    [InlineData("plans", "update plans set state = 'Draft'", "keadaannya bukan yang disebut baris terakhir riwayatnya.")]
    public async Task A_history_is_held_against_itself(string table, string sql, string found)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await WithoutGuardsAsync(connection, table);
        await TamperedWorld.RunAsync(connection, sql);
        Assert.Contains(await FaultsAsync(connection), f => f.EndsWith(found, StringComparison.Ordinal)
            || f.Contains(found, StringComparison.Ordinal));
    }

    /// <summary>A line with a proper link that stands where nobody would look, or says that it was long ago.</summary>
    [Theory]
    [InlineData("-5", "clock_timestamp()", 0, "bernomor lebih kecil daripada yang sebelumnya.")]
    [InlineData("nextval('ledger_id_seq')", "clock_timestamp()", 1_000_000, "bernomor lebih kecil daripada yang sebelumnya.")]
    [InlineData("nextval('ledger_id_seq')", "'2026-01-05'::timestamptz", 0, "bertanggal 2026-01-05, lebih tua daripada yang dicatat sebelumnya.")]
    public async Task A_line_is_numbered_and_dated_as_it_came(string id, string at, int moved, string found)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, $"""
            alter table ledger disable trigger user; alter table ledger alter column id set generated by default;
            update ledger set id = id + {moved} where tbl = 'pegawai' and key = '5' and no = 1
            """);
        Assert.Equal(1, await TamperedWorld.RunAsync(connection, $"""
            insert into ledger (id, chain, no, tbl, key, op, digest, tx, at, cols, link) overriding system value
            select {id}, h.chain, h.no + 1, l.tbl, l.key, 'U', l.digest, l.tx, {at}, 'nama',
                ledger_link(h.link, h.chain, h.no + 1, l.tbl, l.key, 'U', l.digest, l.tx, {at}, 'nama')
            from ledger_heads h join ledger l on l.chain = h.chain and l.no = h.no where l.tbl = 'pegawai' and l.key = '5'
            """));
        Assert.Contains(await FaultsAsync(connection), f => f.StartsWith("pegawai 5 ", StringComparison.Ordinal) && f.EndsWith(found, StringComparison.Ordinal));
    }

    /// <summary>Rights are told as those of the account that has them.</summary>
    [Fact]
    public async Task Rights_that_are_told_of_somebody_else_are_named()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await WithoutGuardsAsync(connection, "accounts");
        await TamperedWorld.RunAsync(connection, """
            update accounts set offices = '{KepalaDinas}' where user_name = 'penyuluh';
            insert into changes (at, account_id, actor_nama, subject, subject_id, subject_nama, sentence)
                select now(), id, 'a', 'Akun', id, 'a', 'a' from accounts where user_name = 'admin'
            """);
        Assert.Contains(await FaultsAsync(connection), f => f.EndsWith("haknya berubah tanpa tercatat sebagai perubahan.", StringComparison.Ordinal));
    }

    /// <summary>Whoever may do all puts something in our functions' place.</summary>
    [Theory]
    [InlineData("create function pg_catalog.row_digest(jsonb, text[]) returns bytea language sql as $$ select null::bytea $$", "function pg_catalog.row_digest(jsonb, text[]): tidak dikenal")]
    [InlineData("create function public.x() returns int language sql as $$ select 1 $$; alter extension pg_trgm add function public.x()", "function x(): tidak dikenal")]
    [InlineData("create schema s; alter extension pg_trgm add schema s", "schema s: tidak dikenal")]
    public async Task Nothing_stands_in_the_place_of_ours(string sql, string found)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, $"set local allow_system_table_mods = on; {sql}");
        Assert.Contains(await FaultsAsync(connection), f => f.StartsWith($"Penjaga basis data {found}", StringComparison.Ordinal));
    }

    /// <summary>Nor does what stands there speak for ours.</summary>
    [Fact]
    public async Task Digests_are_asked_of_our_own_function()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, """
            set local allow_system_table_mods = on;
            create function pg_catalog.row_digest(jsonb, text[]) returns bytea language sql as $$ select ''::bytea $$;
            create function pg_catalog.ledger_link(bytea, text, integer, text, text, text, bytea, bigint, timestamptz, text)
                returns bytea language sql as $$ select ''::bytea $$
            """);
        Assert.DoesNotContain(await FaultsAsync(connection), f => f.Contains("tercatat", StringComparison.Ordinal) || f.StartsWith("Rantai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_a_session_writes_bytes_and_spans_decides_nothing()
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, """
            set local bytea_output = 'escape'; set local intervalstyle = 'iso_8601';
            insert into letterhead_pictures values (encode(sha256('\x0102ff'), 'hex'), 'image/png', '\x0102ff')
            """);
        await TamperedWorld.RunAsync(connection, "set local bytea_output = 'escape'");
        Assert.DoesNotContain(await FaultsAsync(connection), f => f.StartsWith("letterhead_pictures", StringComparison.Ordinal));
    }

    /// <summary>What cannot be read is named, and hides nothing of the rest.</summary>
    [Fact]
    public async Task A_value_that_cannot_be_read_ends_one_check_alone()
    {
        await using var copy = await TestDatabase.CreateEmptyAsync();
        await DumpAsync(world.ConnectionString, copy.ConnectionString);
        await using var connection = new NpgsqlConnection(copy.ConnectionString);
        await connection.OpenAsync();
        await TamperedWorld.RunAsync(connection, """
            alter table ledger disable trigger user; alter table pegawai disable trigger user;
            update ledger set at = 'infinity' where id = (select max(id) from ledger);
            update pegawai set nama = 'x' where id = 5
            """);
        var faults = await FaultsAsync(connection);
        Assert.Contains(faults, f => f.StartsWith("Pemeriksaan rantai tidak dapat diselesaikan", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("pegawai 5 ", StringComparison.Ordinal));
    }

    /// <summary>As the manual says: dump, an empty database, restore.</summary>
    [Fact]
    public async Task What_is_restored_from_a_backup_is_clean()
    {
        await using var restored = await TestDatabase.CreateEmptyAsync();
        await DumpAsync(world.ConnectionString, restored.ConnectionString);
        await using var connection = new NpgsqlConnection(restored.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await FaultsAsync(connection));
        await using var command = new NpgsqlCommand("select count(*) from ledger", connection);
        Assert.True((long)(await command.ExecuteScalarAsync())! > 200);
    }

    internal static async Task DumpAsync(string from, string to)
    {
        var (source, target) = (new NpgsqlConnectionStringBuilder(from), new NpgsqlConnectionStringBuilder(to));
        var (code, _, error) = await PostgresPrograms.ShellAsync(
            """
            export PGPASSWORD="$6"
            "$1/pg_dump" --format=custom --host="$2" --port="$3" --username="$4" "$5" |
                "$1/pg_restore" --host="$2" --port="$3" --username="$4" --dbname="$7" --no-owner --exit-on-error --single-transaction
            """,
            [PostgresPrograms.Find(null), source.Host!, $"{source.Port}", source.Username!, source.Database!, source.Password ?? "", target.Database!],
            CancellationToken.None);
        Assert.True(code == 0, error);
    }

    private static async Task<IReadOnlyList<string>> UnnoticedAsync(
        NpgsqlConnection connection, KeptTable table, string which, string[] free)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await WithoutGuardsAsync(connection, table.Name);
        var columns = (await TamperTests.ColumnsAsync(connection))
            .Where(c => c.Table == table.Name && !table.Key.Contains(c.Column) && !table.LeftOut.Contains(c.Column)).ToList();
        Assert.NotEmpty(columns.Concat(columns.Where(_ => table.Key.Length > 1)));
        var key = string.Join(" || '/' || ", table.Key.Select(k => $"{k}::text"));
        await using (var first = new NpgsqlCommand($"select {key} from {table.Name} where {which} order by ctid limit 1", connection))
        {
            key = $"{key} = '{await first.ExecuteScalarAsync()}'";
        }

        // Twice, since some are written once after the row was made.
        foreach (var (_, column, type) in columns.Concat(columns))
        {
            Assert.Equal(1, await TamperedWorld.RunAsync(
                connection, $"update {table.Name} set \"{column}\" = {TamperTests.Other($"\"{column}\"", type)} where {key}"));
        }

        var faults = await FaultsAsync(connection);
        await transaction.RollbackAsync();
        var unnoticed = columns.Select(c => c.Column).Where(c => !faults.Any(f =>
            f.StartsWith($"{table.Name} ", StringComparison.Ordinal) && f.Contains($"): {c} diubah", StringComparison.Ordinal))).ToList();
        return [.. unnoticed.Except(free).Select(c => $"{table.Name}.{c} ({which})"),
            .. free.Except(unnoticed).Select(c => $"{table.Name}.{c} ({which}) is said to be free and is not")];
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(world.SuperuserConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>No rule of the table is asked, and every change leaves its line.</summary>
    private static async Task WithoutGuardsAsync(NpgsqlConnection connection, string table)
    {
        await TamperTests.WithoutConstraintsAsync(connection, table);
        await TamperedWorld.RunAsync(connection, $"""
            do $$ declare t text; begin
                alter table {table} disable trigger all;
                for t in select tgname from pg_trigger where tgrelid = '{table}'::regclass and tgfoid = 'record_line'::regproc loop
                    execute format('alter table {table} enable trigger %I', t);
                end loop;
            end $$
            """);
    }

    private static Task<IReadOnlyList<string>> FaultsAsync(NpgsqlConnection connection, TimeSpan? mostApart = null) =>
        new LedgerCheck(connection, _ => { }) { MostApart = mostApart }.RunAsync(CancellationToken.None);
}
