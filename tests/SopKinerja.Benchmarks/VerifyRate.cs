using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SopKinerja.Web.Commands;

namespace SopKinerja.Benchmarks;

/// <summary>How fast "verify" goes through the crowd, whose rows are recorded for it. No bytes of documents are there, so none are read: a
/// document costs its hash, its signatures (--signing tells) or its drawing besides.</summary>
public static class VerifyRate
{
    private const string Record = """
        do $$ declare t regclass; begin
            for t in select distinct tgrelid::regclass from pg_trigger where tgname like 'recorded%' loop
                perform record_again(t);
            end loop;
        end $$
        """;

    public static async Task RunAsync(BenchmarkSite site)
    {
        var copy = await site.CopyAsync("judged");
        await using (var connection = new NpgsqlConnection(copy))
        {
            await connection.OpenAsync();
            foreach (var sql in new[] { Record, "vacuum analyze" })
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await command.ExecuteNonQueryAsync();
            }
        }

        Environment.SetEnvironmentVariable("ConnectionStrings__Sop", copy);
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using StringWriter output = new(), progress = new();
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        await VerifyCommand.RunAsync(new(null, tomorrow, null, null), output, progress, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        var said = output.ToString().TrimEnd().Split('\n')[^1];
        var lines = (await LinesAsync(copy)).ToString("N0", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{lines} lines of the ledger, {seconds:0.0} s; {(GC.GetTotalAllocatedBytes() - before) / 1048576.0:N0} MiB allocated on the way, "
            + $"largest working set of the whole run {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:N0} MiB. It said: {said}"));
    }

    private static async Task<long> LinesAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from ledger", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
