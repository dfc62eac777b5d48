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
    [InlineData("history", """
        insert into history (dossier_id, no, actor_id, actor_nama, capacity, move, "from", "to", at)
            select d.id, max(h.no) + 1, 1, 'x', 'Sekretaris', 'Worked', 7, 7, '2025-01-01' from dossiers d join history h on h.dossier_id = d.id
            where d.closed_at is not null group by d.id
        """, "bertanggal 2025-01-01, padahal dicatat ")]
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
    [InlineData("history", "update history set capacity = 'Asn' where move = 'Closed'", "langkah ini tidak ada dalam SOP.")]
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
