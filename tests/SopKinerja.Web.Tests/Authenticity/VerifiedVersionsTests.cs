using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Authenticity;

/// <summary>What "verify" says of versions, codes and signatures that are not there.</summary>
public sealed class VerifiedVersionsTests(AuthenticityWorld world) : IClassFixture<AuthenticityWorld>
{
    [Fact]
    public async Task What_was_performed_is_found_in_order()
    {
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(world.ConnectionString).Options);

        var report = await new Verification(db, _ => { }).RunAsync(CancellationToken.None);

        Assert.Empty(report.Faults);
        Assert.Equal(3, report.Signatures);
    }

    [Theory]
    [InlineData(
        "update documents set replaces_id = null where dossier_id = {0} and version = 2 and kind = 'Determined'",
        "versi 2 tidak menyebut versi sebelumnya")]
    [InlineData("update documents set replaces_id = (select min(id) from documents where dossier_id <> {0}) where dossier_id = {0} and "
        + "version = 2 and kind = 'Determined'", "versi 2 tidak menyebut versi sebelumnya")]
    [InlineData("update documents set replaces_id = (select min(id) from documents) where dossier_id = {0} and version = 2 and kind = "
        + "'Final'", "versi 2 menyebut versi lain")]
    [InlineData(
        "update documents set verification_code = null where dossier_id = {0} and version = 2 and kind = 'Final'",
        "versi 2 tidak memakai satu kode")]
    [InlineData("update documents set verification_code = (select verification_code from documents where dossier_id = {0} and version = 1) "
        + "where dossier_id = {0} and version = 2 and kind = 'Final'", "satu kode verifikasi dipakai oleh lebih dari satu dokumen")]
    [InlineData("delete from document_contents where document_id = (select id from documents where dossier_id = {0} and version = 2 and "
        + "kind = 'Determined'); delete from documents where dossier_id = {0} and version = 2 and kind = 'Determined'",
        "versi 2 tidak lengkap")]
    [InlineData("update document_contents set bytes = (select bytes from document_contents where document_id = (select max(id) from "
        + "documents where dossier_id = {0})) where document_id = (select max(id) from documents where dossier_id = {1}); update documents "
        + "d set sha256 = o.sha256, size = o.size from documents o where o.id = (select max(id) from documents where dossier_id = {0}) and "
        + "d.id = (select max(id) from documents where dossier_id = {1})", "memuat 0 tanda tangan, seharusnya 2")]
    [InlineData("alter table dossiers disable trigger user; update dossiers set parties = jsonb_set(parties, '{{Asn,Nip}}', "
        + "'\"199912312020121001\"') where id = {1}", "tanda tangan Asn: penanda tangannya bukan yang tercatat")]
    [InlineData("alter table dossiers disable trigger user; update dossiers set parties = jsonb_set(parties, '{{Asn,Jenis}}', '\"Bukan\"') "
        + "where id = {1}", "para pihaknya tidak terbaca")]
    public async Task A_change_behind_the_programs_back_is_named(string change, string found)
    {
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        // Seen by no one else, and taken back in the end.
        await using var transaction = await connection.BeginTransactionAsync();
        var sql = string.Format(CultureInfo.InvariantCulture, change, world.Twice, world.Signed);
        await using (var command = new NpgsqlCommand($"alter table documents disable trigger user; alter table document_contents disable "
            + $"trigger user; {sql}", connection))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);

        Assert.Contains((await new Verification(db, _ => { }).RunAsync(CancellationToken.None)).Faults, f => f.Contains(
            found, StringComparison.Ordinal));
    }
}
