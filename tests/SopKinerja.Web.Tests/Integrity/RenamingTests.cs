using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Commands;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Tests.Imports;
using SopKinerja.Web.Tests.Site;

namespace SopKinerja.Web.Tests.Integrity;

/// <summary>A person who has an account gets another name: he is confirmed anew, and the record is whole.</summary>
public sealed class RenamingTests(SopSite site) : IClassFixture<SopSite>
{
    private const string Told = "mengubah nama atau NIP pemilik akun ini; pemiliknya harus dikonfirmasi lagi.";

    [Fact]
    public async Task By_the_page_and_by_a_file_it_is_told_of_the_account_and_verify_finds_nothing()
    {
        using var admin = await site.SignInAsync("admin");
        await (await admin.GoAsync($"/pegawai/{site.People["penyuluh"].PegawaiId}")).Fill("Nama lengkap dengan gelar", "Nama Yang Dibetulkan")
            .PressAsync("Simpan perubahan");
        var page = await admin.SendAsync("pegawai", $"NIP;Nama\n{await site.NipAsync("juru")};Nama Menurut Berkas\n");
        Assert.Contains("1 baris tersimpan", (await page.PressAsync("Simpan semua")).Text, StringComparison.Ordinal);

        using StringWriter text = new(), progress = new();
        var code = await VerifyCommand.RunAsync(site.ConnectionString, text, progress, CancellationToken.None);

        Assert.True(code == 0, text.ToString());
        Assert.Equal(["juru", "penyuluh"], await site.AskAsync(
            db => db.Changes.Where(c => c.Sentence == Told).OrderBy(c => c.SubjectNama).Select(c => c.SubjectNama).ToListAsync()));
        Assert.Equal(2, await site.AskAsync(db => db.Users.CountAsync(u => (u.UserName == "juru" || u.UserName == "penyuluh") && u.ConfirmedAt == null)));
    }

    /// <summary>Before migration 47 only the person was named; since then that hides nothing.</summary>
    [Fact]
    public async Task What_was_told_of_the_person_alone_is_a_finding_unless_it_is_older_than_that()
    {
        var account = await site.AskAsync(db => db.Users.Where(u => u.UserName == "penera").Select(u => u.Id).SingleAsync());
        await using var connection = new NpgsqlConnection(site.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync($"""
            insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence)
                select now(), 'a', 1, 'Pegawai', pegawai_id, 'a', 'a' from accounts where id = {account};
            update accounts set reset_at = now(), reset_by = 'a', confirm_code = 'ABCDEFGHJKMN' where id = {account};
            """);
        Assert.True(await IsFoundAsync());

        await RunAsync("""
            insert into changes (at, actor_nama, account_id, subject, subject_id, subject_nama, sentence) values (now(), 'a', 1, 'Pegawai', 1, 'a', 'a');
            set session_replication_role = replica;
            update ledger set key = '470' where tbl = 'schema_migrations' and key = '47';
            update ledger set tbl = 'schema_migrations', key = '47' where id = (select max(id) from ledger);
            """);
        Assert.False(await IsFoundAsync());

        async Task<bool> IsFoundAsync() => (await new LedgerCheck(connection, _ => { }).RunAsync(CancellationToken.None))
            .Any(f => f.StartsWith($"Akun {account} ", StringComparison.Ordinal) && f.Contains("haknya berubah", StringComparison.Ordinal));

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
