using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Jobs;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>What is old goes from the Catatan akses and what is not stays, whoever wants it gone; what went is known to the
/// ledger.</summary>
public sealed class AccessRetentionTests(SopSite site) : IClassFixture<SopSite>
{
    private const int Old = 2300;

    [Fact]
    public async Task What_is_older_than_it_is_kept_goes_once_on_many_servers_and_verify_finds_nothing()
    {
        await YearsAgoAsync(3, Old);
        await YearsAgoAsync(1, 5);
        // By its own words as old as the first, but the ledger saw it today.
        await NoteAsync("interval '3 years'", 4);
        await NoteAsync("interval '0'", 3);
        var young = await CountAsync("true") - Old;

        var gone = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ForgetAsync(24)));

        Assert.Equal(Old, gone.Sum());
        Assert.Equal(young, await CountAsync("true"));
        Assert.Equal(4, await CountAsync("at < now() - interval '2 years'"));
        Assert.Equal(5, await ForgetAsync(6));
        // Here what is years old was recorded after what is of today.
        Assert.DoesNotContain(await FaultsAfterAsync("select 1"), f => !f.Contains("lebih tua daripada yang dicatat sebelumnya", StringComparison.Ordinal) && !f.StartsWith('…'));
    }

    [Theory]
    [InlineData("delete from access_events where id = {0}", "dihapus sebelum waktunya")]
    [InlineData("update access_events set network = 'y' where id = {0}", "diubah, padahal tidak boleh")]
    public async Task Who_takes_the_guard_off_and_puts_it_back_is_found_by_verify(string sql, string found)
    {
        await NoteAsync("interval '0'", 1);
        var id = await CountAsync("true", "max(id)");
        var fault = Assert.Single(await FaultsAfterAsync($"""
            alter table access_events disable trigger stays;
            {string.Format(null, System.Text.CompositeFormat.Parse(sql), id)};
            alter table access_events enable trigger stays
            """), f => !f.Contains("lebih tua daripada yang dicatat sebelumnya", StringComparison.Ordinal));
        Assert.Contains(found, fault, StringComparison.Ordinal);
        Assert.StartsWith($"access_events {id} ", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("121")]
    [InlineData("dua")]
    public void A_time_that_is_too_short_is_refused_at_the_start(string months)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(SettingTable.BulanSimpan.Name, months)]).Build();
        Assert.Contains("dari 6 sampai 120", Assert.Throws<StartRefusedException>(() => SettingLocks.Of(settings, isDemo: false)).Message, StringComparison.Ordinal);
    }

    private Task<int> ForgetAsync(int months) => site.AskAsync(db => new ForgetAccessJob(
        db, new(db, SettingLocks.Of(new ConfigurationManager { [SettingTable.BulanSimpan.Name] = $"{months}" }, isDemo: false)),
        TimeProvider.System, NullLogger<ForgetAccessJob>.Instance).RunAsync(default));

    private Task<int> NoteAsync(string ago, int many) => AsSuperuserAsync($"""
        select note_access(now() - {ago}, 'SignedIn', a.id, 'x', '', false, array[null::integer], array[null::bigint], array[null::text],
            array[null::text]) from generate_series(1, {many}) n join accounts a on a.id = 1 + n % 7
        """);

    // The ledger is made to see it at that time.
    private async Task YearsAgoAsync(int years, int many)
    {
        const string Definition = "select pg_get_functiondef('ledger_write'::regproc)";
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Definition, connection);
        var definition = (string)(await command.ExecuteScalarAsync())!;
        await TamperedWorld.RunAsync(connection, definition.Replace(
            "clock_timestamp()", $"clock_timestamp() - interval '{years} years'", StringComparison.Ordinal));
        await NoteAsync($"interval '{years} years'", many);
        await TamperedWorld.RunAsync(connection, definition);
    }

    private async Task<int> AsSuperuserAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        return await TamperedWorld.RunAsync(connection, sql);
    }

    private async Task<long> CountAsync(string where, string what = "count(*)")
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"select {what} from access_events where {where}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<IReadOnlyList<string>> FaultsAfterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, sql);
        return await new LedgerCheck(connection, _ => { }).RunAsync(default);
    }
}
