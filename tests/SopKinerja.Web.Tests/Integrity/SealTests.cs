using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Jobs;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>A seal each day, once on many servers, shown to those who keep it elsewhere.</summary>
public sealed class SealTests(SopSite site) : IClassFixture<SopSite>
{
    [Fact]
    public async Task Of_many_servers_one_makes_the_seal_of_a_day_and_the_next_day_follows_on_it()
    {
        var seals = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.AskAsync(db => new Sealing(db, site.Clock).SealAsync(default))));
        var first = Assert.Single(seals, s => s is not null)!;
        Assert.Null(await site.AskAsync(db => new Sealing(db, site.Clock).SealAsync(default)));
        Assert.Equal(first, await site.AskAsync(db => db.LastSealAsync(default)));

        site.Clock.Move(TimeSpan.FromDays(1));
        var second = (await site.AskAsync(db => new Sealing(db, site.Clock).SealAsync(default)))!;
        // The line of the first seal itself at least.
        Assert.True(second.No == first.No + 1 && second.Lines > first.Lines && second.LastLine > first.LastLine);

        using var kadis = await site.SignInAsync("kadis");
        Assert.Contains(second.Short, (await kadis.GoAsync("/kemajuan")).Text, StringComparison.Ordinal);
        var page = await kadis.GoAsync("/segel");
        Assert.Contains(first.Short, page.Text, StringComparison.Ordinal);
        var file = await kadis.Client.GetStringAsync(new Uri($"/segel/{first.No}", UriKind.Relative));
        Assert.Equal(first, Segel.FromJson(file));
        using var sekretaris = await site.SignInAsync("sekretaris");
        Assert.Contains(second.Short, (await sekretaris.GoAsync("/arsip")).Text, StringComparison.Ordinal);

        await VerifiesAsync(first with { }, 0, "2 segel diperiksa");
        await VerifiesAsync(first with { Lines = first.Lines + 1 }, 1, $"Segel {first.No} dari luar");
        await VerifiesAsync(second with { No = 99 }, 1, "Segel 99 dari luar");
    }

    [Fact]
    public async Task No_day_is_sealed_before_it_has_begun()
    {
        Assert.Equal("SK002", await site.RefusedAsync("select make_seal(clock_timestamp() + interval '24 hours', sha256('a'))"));
        Assert.Equal("SK002", await site.RefusedAsync("select make_seal('2099-01-01', sha256('a'))"));
        // Nor one that is over before the newest.
        Assert.Equal(0, await site.AskAsync(db => db.Database.SqlQuery<long>($"""
            select count(*) as "Value" from make_seal({new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)}, sha256('a'))
            where (select count(*) from seals) > 0
            """).SingleAsync()));
    }

    [Fact]
    public async Task Nights_without_a_seal_are_told_to_those_who_can_have_it_mended_until_there_is_one()
    {
        await using var rested = new RestedSite();
        await ((IAsyncLifetime)rested).InitializeAsync();
        var first = (await rested.AskAsync(db => new Sealing(db, rested.Clock).SealAsync(default)))!;
        string[] told = ["kadis", "sekretaris", "auditor", "admin"];
        await OnFrontPagesAsync(rested, told, isTold: false);
        rested.Clock.Move(TimeSpan.FromDays(1));
        await OnFrontPagesAsync(rested, told, isTold: false);

        rested.Clock.Move(TimeSpan.FromDays(2));
        await OnFrontPagesAsync(rested, told, isTold: true);
        await OnFrontPagesAsync(rested, ["analis", "penera"], isTold: false);
        using var kadis = await rested.SignInAsync("kadis");
        Assert.Contains("3 malam tanpa segel", (await kadis.GoAsync("/segel")).Text, StringComparison.Ordinal);

        // One makes up for all of them, and verify names those days ever after.
        var second = (await rested.AskAsync(db => new Sealing(db, rested.Clock).SealAsync(default)))!;
        Assert.Equal(first.No + 1, second.No);
        await OnFrontPagesAsync(rested, told, isTold: false);
        using StringWriter text = new(), progress = new();
        Assert.Equal(0, await VerifyCommand.RunAsync(rested.ConnectionString, text, progress, default));
        Assert.Contains("Tidak ada segel pada 24 November 2026 s.d. 25 November 2026 (2 malam)", text.ToString(), StringComparison.Ordinal);
        await ((IAsyncLifetime)rested).DisposeAsync();
    }

    [Fact]
    public async Task A_seal_that_cannot_be_written_to_its_folder_is_none_and_is_tried_again()
    {
        await using var rested = new RestedSite();
        await ((IAsyncLifetime)rested).InitializeAsync();
        var place = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(place, "no folder");
        await Assert.ThrowsAnyAsync<IOException>(() => rested.AskAsync(async db =>
        {
            await JobOf(db, rested, place).Execute(null!);
            return 0;
        }));
        Assert.Null(await rested.AskAsync(db => db.LastSealAsync(default)));

        File.Delete(place);
        await rested.AskAsync(async db =>
        {
            await JobOf(db, rested, place).Execute(null!);
            return 0;
        });
        var seal = (await rested.AskAsync(db => db.LastSealAsync(default)))!;
        Assert.Equal([seal.FileName], Directory.GetFiles(place).Select(Path.GetFileName));
        Assert.Equal(seal, Segel.FromJson(await File.ReadAllTextAsync(Path.Combine(place, seal.FileName))));
        Directory.Delete(place, recursive: true);
        await ((IAsyncLifetime)rested).DisposeAsync();

        static SealJob JobOf(SopDbContext db, SopSite of, string folder) =>
            new(new(db, of.Clock), new(folder), NullLogger<SealJob>.Instance);
    }

    [Fact]
    public async Task The_jobs_of_the_program_wait_where_every_server_sees_them() => Assert.Equal(
        ["catatan-akses", "daftar-cabut", "impor", "segel", "tenggat"],
        await site.AskAsync(db => db.Database.SqlQuery<string>($"select trigger_name as \"Value\" from antrean.qrtz_triggers order by 1").ToListAsync()));

    [Fact]
    public async Task Rights_that_change_without_a_line_in_the_log_are_named()
    {
        var account = await site.AskAsync(db => db.Users.Where(u => u.UserName == "juru").Select(u => u.Id).SingleAsync());
        Assert.Contains(
            await FaultsAfterAsync($"update accounts set offices = array['Kasubbag'] where id = {account}"),
            f => f.StartsWith($"Akun {account} (rantai akun/{account}", StringComparison.Ordinal));
        Assert.Contains(
            await FaultsAfterAsync("insert into accounts (id, nama, email_confirmed, phone_number_confirmed, two_factor_enabled, "
                + "lockout_enabled, access_failed_count) values (900, 'a', false, false, false, false, 0)"),
            f => f.StartsWith("Akun 900 (rantai akun/900, mata rantai 1): dibuat", StringComparison.Ordinal)
                || f.StartsWith("Akun 900 (rantai akun/900, mata rantai 2): dibuat", StringComparison.Ordinal));
        Assert.Empty(await FaultsAfterAsync($"update accounts set access_failed_count = 3 where id = {account}"));
        Assert.Empty(await FaultsAfterAsync($"""
            insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
                values (now(), 'Administrator', {account}, 'Akun', {account}, 'juru', 'mengubah tugas.');
            update accounts set offices = array['Kasubbag'] where id = {account}
            """));
    }

    [Fact]
    public async Task An_authority_other_than_the_one_given_from_outside_is_named()
    {
        const string Insert = """
            insert into signing_authorities (certificate, locked_key, not_after, made_at) values ('\x01', '\x01', '2040-01-01', now());
            insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
                select now(), 'a', 1, 'Otoritas sertifikat', max(id), 'a', 'a' from signing_authorities
            """;
        const string Sha = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";
        Assert.Empty(await FaultsAfterAsync(Insert, Sha.ToUpperInvariant()));
        var fault = Assert.Single(await FaultsAfterAsync(Insert, new('0', 64)));
        Assert.Contains($"sidik jari sertifikatnya {Sha}, bukan", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_findings_are_written_for_a_machine_too()
    {
        var report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await VerifyCommand.RunAsync(site.ConnectionString, TextWriter.Null, TextWriter.Null, default, options: new(null, null, null, report));
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(report));
        File.Delete(report);
        Assert.Equal(0, json.RootElement.GetProperty("Faults").GetArrayLength());
        Assert.True(json.RootElement.GetProperty("Lines").GetInt32() > 50);
    }

    [Theory]
    [InlineData("tidak-ada.json", null, "tidak dapat dibaca")]
    [InlineData(null, "27-11-2026", "Tulis seperti 2026-11-27")]
    public async Task An_option_that_cannot_be_read_is_said(string? seal, string? since, string sentence)
    {
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(
            () => VerifyCommand.RunAsync(new(seal, since, null, null), TextWriter.Null, TextWriter.Null, default));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task OnFrontPagesAsync(SopSite of, IEnumerable<string> userNames, bool isTold)
    {
        foreach (var userName in userNames)
        {
            using var visitor = await of.SignInAsync(userName);
            Assert.Equal((userName, isTold), (userName, (await visitor.GoAsync("/")).Text.Contains("malam tanpa segel", StringComparison.Ordinal)));
        }
    }

    /// <summary>What is found while a change stands that is taken back afterwards.</summary>
    private async Task<IReadOnlyList<string>> FaultsAfterAsync(string sql, string? authority = null)
    {
        await using var connection = new NpgsqlConnection(site.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await TamperedWorld.RunAsync(connection, sql);
        return await new LedgerCheck(connection, _ => { }, authority: authority).RunAsync(default);
    }

    private async Task VerifiesAsync(Segel outside, int code, string found)
    {
        using StringWriter text = new(), progress = new();
        Assert.Equal(code, await VerifyCommand.RunAsync(site.ConnectionString, text, progress, default, seal: outside));
        Assert.Contains(found, text.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Of its own, whose clock may move.</summary>
    public sealed class RestedSite : SopSite;
}
