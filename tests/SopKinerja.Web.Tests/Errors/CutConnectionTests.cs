using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Tests.Schema;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Errors;

/// <summary>The connections of the pool are really ended, as by a restart of the database.</summary>
public sealed class CutConnectionTests(SopSite site) : IClassFixture<SopSite>
{
    // Longer than a session is believed without asking.
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("/berkas")]
    [InlineData("/sop")]
    [InlineData("/")]
    public async Task The_next_page_is_shown(string address)
    {
        using var visitor = await site.SignInAsync("analis");
        await CutAsync(visitor);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync(address)).Status);
    }

    [Fact]
    public async Task The_next_page_counts_what_waits_as_the_page_before()
    {
        await site.DossierAtAsync(Step.Input, "penyuluh");
        using var visitor = await site.SignInAsync("analis");
        var before = await visitor.GoAsync("/sop");
        await CutAsync(visitor);

        Assert.Equal(before.Text, (await visitor.GoAsync("/sop")).Text);
        Assert.Contains("1 menunggu", before.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_shown_to_one_whose_session_is_asked_about_first()
    {
        using var visitor = await site.SignInAsync("kasubbag");
        site.Clock.Move(AWhile);
        await CutAsync(visitor, fills: false);

        var page = await visitor.GoAsync("/sop");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(site.People["kasubbag"].Nama, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_form_is_done_once()
    {
        using var visitor = await site.SignInAsync("admin");
        var page = (await visitor.GoAsync("/unit/baru")).Fill("Kode", "UJI1").Fill("Nama unit kerja", "Seksi Uji Sambungan");
        await CutAsync(visitor);

        page = await page.PressAsync("Tambah unit kerja");

        Assert.NotNull(page.Done);
        Assert.Equal(1, await site.AskAsync(db => db.UnitKerja.CountAsync(u => u.Nama == "Seksi Uji Sambungan")));
    }

    [Fact]
    public async Task The_next_sign_in_succeeds()
    {
        using var visitor = site.Stranger();
        var page = (await visitor.GoAsync("/masuk")).Fill("Nama pengguna", "juru").Fill("Kata sandi", site.Password);
        using var other = await site.SignInAsync("analis");
        await CutAsync(other);

        page = await page.PressAsync("Masuk");

        Assert.Equal("/", page.Url.AbsolutePath);
    }

    [Fact]
    public async Task A_write_that_was_cut_is_not_tried_again()
    {
        using var visitor = await site.SignInAsync("admin");
        var page = (await visitor.GoAsync("/unit/baru")).Fill("Kode", "UJI2").Fill("Nama unit kerja", "Seksi Terpotong");
        await site.AsOwnerAsync("create sequence cut_tries; grant usage, select on cut_tries to public");
        await using (await Refusing.BeginAsync(
            site.ConnectionString, "unit_kerja", "perform nextval('cut_tries'); perform pg_terminate_backend(pg_backend_pid())"))
        {
            page = await page.PressAsync("Tambah unit kerja");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("belum tentu tindakan Anda tersimpan", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await site.AskAsync(db => db.Database.SqlQuery<long>($"select last_value as \"Value\" from cut_tries").SingleAsync()));
    }

    [Fact]
    public async Task While_the_database_is_away_one_whose_session_must_be_asked_about_reads_a_sentence_below_his_name()
    {
        using var visitor = await site.SignInAsync("kadis");
        site.Clock.Move(AWhile);
        await using var keeper = new NpgsqlConnection(site.SuperuserConnectionString);
        await keeper.OpenAsync();
        await RunAsync(keeper, $"alter database \"{keeper.Database}\" connection limit 0");
        await EndOthersAsync(keeper);

        var page = await visitor.GoAsync("/berkas");

        await RunAsync(keeper, $"alter database \"{keeper.Database}\" connection limit -1");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("Basis data tidak menjawab", page.Text, StringComparison.Ordinal);
        Assert.Contains(site.People["kadis"].Nama, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/berkas")).Status);
    }

    [Theory]
    [InlineData("connection limit 0", "connection limit -1", HttpStatusCode.ServiceUnavailable, "Basis data tidak menjawab", 0)]
    [InlineData("connection limit 0", "connection limit -1", HttpStatusCode.ServiceUnavailable, "Basis data tidak menjawab", 2)]
    [InlineData("allow_connections false", "allow_connections true", HttpStatusCode.InternalServerError, "Terjadi gangguan", 0)]
    [InlineData("allow_connections false", "allow_connections true", HttpStatusCode.InternalServerError, "Terjadi gangguan", 2)]
    public async Task However_the_database_refuses_the_page_that_says_so_has_a_head(
        string refusing, string taking, HttpStatusCode status, string sentence, int minutes)
    {
        using var visitor = await site.SignInAsync("kabidind");
        site.Clock.Move(TimeSpan.FromMinutes(minutes));
        var database = new NpgsqlConnectionStringBuilder(site.ConnectionString) { Pooling = false };
        var name = database.Database;
        database.Database = "postgres";
        await using var keeper = new NpgsqlConnection(database.ConnectionString);
        await keeper.OpenAsync();
        await RunAsync(keeper, $"alter database \"{name}\" {refusing}");
        // No connection of the pool is cut: the next one is refused, as by a server that is starting up.
        NpgsqlConnection.ClearAllPools();

        var page = await visitor.GoAsync("/berkas");

        await RunAsync(keeper, $"alter database \"{name}\" {taking}");
        Assert.Equal(status, page.Status);
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains(site.People["kabidind"].Nama, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GoAsync("/berkas")).Status);
    }

    /// <summary>Fills the pool with several connections and ends them all.</summary>
    private async Task CutAsync(Visitor visitor, bool fills = true)
    {
        if (fills)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.GoAsync("/berkas")));
        }

        await using var keeper = new NpgsqlConnection(site.SuperuserConnectionString);
        await keeper.OpenAsync();
        Assert.InRange(await EndOthersAsync(keeper), 1, int.MaxValue);
    }

    private static async Task<int> EndOthersAsync(NpgsqlConnection keeper)
    {
        await using var command = new NpgsqlCommand(
            "select count(pg_terminate_backend(pid, 10000))::int from pg_stat_activity "
            + "where datname = current_database() and pid <> pg_backend_pid()", keeper);
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
