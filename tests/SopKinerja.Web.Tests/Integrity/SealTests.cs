using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Integrity;
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
}
