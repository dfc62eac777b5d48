using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Domain;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Imports;

public sealed class ImportJobTests(SopSite site) : IClassFixture<SopSite>
{
    private static readonly int Many = ImportCrowdTests.Many;

    [Fact]
    public async Task Many_rows_are_stored_behind_the_page_stopped_three_times_on_two_servers_and_none_is_stored_twice()
    {
        using var admin = await site.SignInAsync("admin");
        var before = await CountsAsync();
        var page = await admin.SendAsync("pegawai", Sheets.Crowd(Many));
        var run = page.RunOf();

        page = await page.PressAsync("Simpan semua");

        Assert.Contains("Penyimpanan dimulai", page.Done, StringComparison.Ordinal);
        Assert.Contains($"dari {Angka.Ringkas(Many)} baris sudah tersimpan", page.Text, StringComparison.Ordinal);
        Assert.True(await TriggersAsync() > 1);
        await StoppedAsync(run, 1, site.WorkAsync);
        await StoppedAsync(run, 101, async _ => await CutAsync(run));
        await StoppedAsync(run, 201, site.WorkAsync);
        page = await page.FollowAsync("Lihat kemajuannya");
        Assert.Contains("Sedang disimpan", page.Text, StringComparison.Ordinal);
        Assert.InRange(await site.StoredAsync(run), 1, Many - 1);

        await Task.WhenAll(site.WorkAsync(), site.WorkAsync());

        page = await page.FollowAsync("Lihat kemajuannya");
        Assert.Contains($"{Angka.Ringkas(Many)} baris tersimpan, 0 salah", page.Text, StringComparison.Ordinal);
        Assert.Equal((before.People + Many, before.Lines + Many), await CountsAsync());
        Assert.Equal(Sheets.NipOf(7), await site.AskAsync(
            db => db.Pegawai.Where(p => p.Nip == Sheets.NipOf(25)).Select(p => p.Atasan!.Nip).SingleAsync()));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_keeps_what_is_stored_and_stores_no_more()
    {
        using var admin = await site.SignInAsync("admin");
        var page = await admin.SendAsync("libur", "Tanggal;Nama\n" + string.Concat(Enumerable.Range(0, 260).Select(
            i => $"{new DateOnly(2090, 1, 1).AddDays(i):yyyy-MM-dd};Libur {i}\n")));
        var run = page.RunOf();
        page = await page.PressAsync("Simpan semua");
        await StoppedAsync(run, 1, site.WorkAsync);
        var stored = await site.StoredAsync(run);

        page = await page.PressAsync("Batalkan");
        await site.WorkAsync();

        Assert.Equal(stored, await site.StoredAsync(run));
        Assert.Equal(stored, await site.AskAsync(db => db.Holidays.CountAsync(h => h.Date.Year == 2090)));
        Assert.Contains($"{stored} baris tersimpan, 0 salah, 0 sudah sama, {260 - stored} tidak disimpan", page.Text, StringComparison.Ordinal);
        using var rest = await admin.Client.GetAsync(new Uri(page.Url.AbsolutePath + "/sisa.xlsx", UriKind.Relative));
        Assert.Equal(
            261 - stored, SopKinerja.Web.Spreadsheets.SheetReader.Read(await rest.Content.ReadAsByteArrayAsync()).Sheets[0].Rows.Count);
    }

    [Fact]
    public async Task Whoever_is_no_administrator_any_more_stores_nothing()
    {
        using var admin = await site.SignInAsync("admin");
        var run = (await admin.SendAsync("libur", "Tanggal;Nama\n2091-01-01;Libur\n")).RunOf();
        await site.AsOwnerAsync($"update imports set state = 'Storing' where id = {run}");
        await site.AsOwnerAsync("update accounts set is_active = false where user_name = 'admin'");

        await site.WorkAsync();

        await site.AsOwnerAsync("update accounts set is_active = true where user_name = 'admin'");
        Assert.Equal(ImportState.Cancelled, await site.StateAsync(run));
        Assert.False(await site.AskAsync(db => db.Holidays.AnyAsync(h => h.Date.Year == 2091)));
    }

    [Fact]
    public async Task Rows_are_kept_for_seven_days_and_those_that_are_being_stored_until_they_are()
    {
        using var admin = await site.SignInAsync("admin");
        var (old, open) = ((await admin.SendAsync("libur", "Tanggal;Nama\n2092-01-01;Libur\n")).RunOf(),
            (await admin.SendAsync("libur", "Tanggal;Nama\n2092-01-02;Libur\n")).RunOf());
        await site.AsOwnerAsync($"update imports set at = at - interval '8 days' where id in ({old}, {open})");
        await site.AsOwnerAsync($"update imports set state = 'Storing' where id = {open}");

        await site.WorkAsync();

        Assert.False(await site.AskAsync(db => db.ImportRows.AnyAsync(r => r.ImportId == old)));
        Assert.Equal(1, await site.StoredAsync(open));
    }

    // Works until so many rows are stored, then is stopped in the middle of whatever it does.
    private async Task StoppedAsync(int run, int stored, Func<CancellationToken, Task> work)
    {
        using var stop = new CancellationTokenSource();
        var working = work(stop.Token);
        while (await site.StoredAsync(run) < stored && !working.IsCompleted)
        {
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => working);
        // Who asks next is not the one whose connection was cut.
        await site.AskAsync(db =>
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)db.Database.GetDbConnection());
            return Task.FromResult(0);
        });
        Assert.Equal(ImportState.Storing, await site.StateAsync(run));
    }

    // As when the server of the program is killed: its connection ends within a transaction.
    private async Task CutAsync(int run)
    {
        var (stored, working) = (await site.StoredAsync(run), site.WorkAsync());
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        for (var cut = 0; cut == 0 && !working.IsCompleted;)
        {
            await using var command = new NpgsqlCommand(
                $"""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and query like '%import_rows%' and state <> 'idle'
                    and xact_start is not null and (select count(*) from import_rows where import_id = {run} and is_stored) > {stored}
                """, connection);
            cut = (int)(long)(await command.ExecuteScalarAsync())!;
        }

        await working;
    }

    private async Task<int> TriggersAsync()
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from antrean.qrtz_triggers where job_name = 'impor'", connection);
        return (int)(long)(await command.ExecuteScalarAsync())!;
    }

    private Task<(int People, int Lines)> CountsAsync() => site.AskAsync(async db =>
        (await db.Pegawai.CountAsync(), await db.Changes.CountAsync(c => c.Subject == "Pegawai")));
}
