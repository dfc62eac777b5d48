using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>What verify asks of certificates: whoever writes one into the table has no key of the authority.</summary>
public sealed class CertificateCheckTests(SigningWorld world) : IClassFixture<SigningWorld>
{
    [Fact]
    public async Task What_the_authority_issued_is_clean()
    {
        await world.HolderAsync();
        Assert.Empty(await FaultsAsync(null));
    }

    /// <summary>All columns fit the certificate, which another authority of the same name signed.</summary>
    [Fact]
    public async Task One_that_another_key_signed_is_named()
    {
        var row = Assert.Single(await world.RowsAsync((await world.HolderAsync()).PegawaiId));
        using var other = DinasAuthority.Make("Pemerintah Kabupaten Balangan", "Dinas", SigningWorld.Now.AddMonths(-1));
        using var own = other.Issue(row.Request, new("Siapa pun", null), "Pemerintah", row.IssuedAt!.Value);

        Assert.Equal(
            [$"Sertifikat {row.Id}: tidak ditandatangani kunci otoritas {row.AuthorityId}, yang tercatat menerbitkannya."],
            await FaultsAsync($"""
                update signing_certificates set certificate = '\x{Convert.ToHexStringLower(own.RawData)}', serial = '{SigningTrust.SerialOf(own)}',
                    sha256 = '{SigningTrust.HashOf(own)}', not_after = '{own.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm:ss}Z' where id = {row.Id}
                """));
    }

    [Theory]
    [InlineData("not_after = not_after + interval '1 year'", "masa berlakunya bukan yang tercatat.")]
    [InlineData("issued_at = issued_at - interval '1 month'", "masa berlakunya bukan yang tercatat.")]
    [InlineData("serial = repeat('4', 32)", "nomor seri atau sidik jarinya bukan yang tercatat.")]
    [InlineData("certificate = '\\x00'", "tidak terbaca.")]
    public async Task A_column_that_its_certificate_does_not_say_is_named(string change, string found)
    {
        var row = Assert.Single(await world.RowsAsync((await world.HolderAsync()).PegawaiId));
        Assert.Equal(
            [$"Sertifikat {row.Id}: {found}"], await FaultsAsync($"update signing_certificates set {change} where id = {row.Id}"));
    }

    [Fact]
    public async Task A_certificate_of_somebody_elses_key_and_one_number_for_two_are_named()
    {
        var first = Assert.Single(await world.RowsAsync((await world.HolderAsync()).PegawaiId));
        var second = Assert.Single(await world.RowsAsync((await world.HolderAsync()).PegawaiId));

        var faults = await FaultsAsync($"""
            alter table signing_certificates drop constraint signing_certificates_serial_key;
            update signing_certificates s set certificate = f.certificate, serial = f.serial, sha256 = f.sha256
                from signing_certificates f where s.id = {second.Id} and f.id = {first.Id}
            """);

        Assert.Equal(
            [
                $"Sertifikat {second.Id}: kuncinya bukan yang dimintakan pemiliknya.",
                $"Sertifikat {second.Id}: nomor serinya dipakai sertifikat lain juga.",
            ],
            faults);
    }

    /// <summary>What is found while a change stands that is taken back afterwards.</summary>
    private async Task<List<string>> FaultsAsync(string? change)
    {
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"alter table signing_certificates disable trigger user; {change}", connection);
        await command.ExecuteNonQueryAsync();
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connection).Options);
        await db.Database.UseTransactionAsync(transaction);
        return await CertificateCheck.FaultsAsync(db, CancellationToken.None);
    }
}
