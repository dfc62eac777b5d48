using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SopKinerja.Web.Access;
using SopKinerja.Web.Commands;
using SopKinerja.Domain;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

public sealed class OfficeActsTests(SigningWorld world) : IClassFixture<SigningWorld>
{
    private static readonly DateTimeOffset Now = SigningWorld.Now;

    [Fact]
    public async Task The_authority_is_one_that_openssl_believes_and_its_key_is_locked_well()
    {
        var person = await world.HolderAsync();
        await using var db = world.Db();
        var authority = await db.Set<SigningAuthority>().SingleAsync();
        var row = Assert.Single(await world.RowsAsync(person.PegawaiId));
        var (ca, own, key) = (Pem("CERTIFICATE", authority.Certificate), Pem("CERTIFICATE", row.Certificate!), Pem(
            "ENCRYPTED PRIVATE KEY", authority.LockedKey));
        var folder = Directory.CreateTempSubdirectory("sop-ca-").FullName;
        string Kept(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            return Path.Combine(folder, name);
        }

        Assert.Contains(
            ": OK", PdfTools.Run("openssl", "verify", "-x509_strict", "-CAfile", Kept("ca.pem", ca), Kept("orang.pem", own)).Output,
            StringComparison.Ordinal);
        var said = PdfTools.Run("openssl", "x509", "-noout", "-text", "-in", Kept("orang.pem", own)).Output;
        Assert.Contains("Digital Signature, Non Repudiation", said, StringComparison.Ordinal);
        Assert.Contains("CA:FALSE", said, StringComparison.Ordinal);
        Assert.Contains($"serialNumber = {person.Nip}", said, StringComparison.Ordinal);
        Assert.Contains("CA:TRUE, pathlen:0", PdfTools.Run("openssl", "x509", "-noout", "-text", "-in", Kept("ca.pem", ca)).Output,
            StringComparison.Ordinal);
        var locked = PdfTools.Run("openssl", "asn1parse", "-in", Kept("kunci.pem", key)).Output;
        Assert.Contains(":PBES2", locked, StringComparison.Ordinal);
        Assert.Contains(":hmacWithSHA256", locked, StringComparison.Ordinal);
        Assert.Contains(":aes-256-cbc", locked, StringComparison.Ordinal);
        Assert.Equal(0, PdfTools.Run(
            "openssl", "pkey", "-noout", "-in", Kept("kunci.pem", key), "-passin", $"pass:{SigningWorld.OfAuthority}").Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Keys_are_locked_six_hundred_thousand_times()
    {
        using var authority = DinasAuthority.Make("Pemerintah", "DINAS", Now);
        var passphrase = new Passphrase("kunci besar dinas kita");
        var locked = authority.SealKey(new KeyEnvelope(), passphrase);

        byte[] sixHundredThousand = [0x02, 0x03, 0x09, 0x27, 0xc0];
        Assert.True(locked.AsSpan().IndexOf(sixHundredThousand) > 0);
        using var key = KeyEnvelope.Open(locked, passphrase);
        Assert.True(key!.Fits(authority.Certificate));
        Assert.Null(KeyEnvelope.Open(locked, new("kunci besar dinas lain")));
        locked[^1] ^= 1;
        Assert.Null(KeyEnvelope.Open(locked, passphrase));
    }

    [Fact]
    public async Task There_is_one_authority_until_it_can_issue_no_whole_certificate_any_more()
    {
        const string Sentence = "Otoritas sertifikat dinas sudah ada dan berlaku sampai 22 Oktober 2036. Yang baru dapat dibuat mulai 21 "
            + "Oktober 2034.";
        Assert.Equal(Sentence, await world.ActAsync(o => o.MakeAuthorityAsync(new("frasa yang lain lagi"), Now)));

        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddScoped(_ => world.Db()).AddSingleton(new KeyEnvelope(1000))
            .AddScoped(s => SigningWorld.Settings(s.GetRequiredService<SopDbContext>()))
            .AddScoped<LockedKeys>().AddScoped<ChangeLog>().AddScoped<CertificateActs>().AddOptions().BuildServiceProvider();
        using var output = new StringWriter();
        Assert.Equal(1, await CreateAuthorityCommand.RunAsync(services, null, new StringReader(""), output));
        Assert.Contains(Sentence, output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Frasa sandi otoritas", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_passphrase_of_the_authority_issues_nothing_and_is_counted()
    {
        var person = await world.StrangerAsync();
        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now));

        Assert.StartsWith(
            "Frasa sandi salah.", await world.IssueAsync(person.PegawaiId, Now, "bukan kunci dinas"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await world.RowsAsync(person.PegawaiId)).IssuedAt);

        Assert.Null(await world.IssueAsync(person.PegawaiId, Now));
        Assert.NotNull(Assert.Single(await world.RowsAsync(person.PegawaiId)).IssuedAt);
    }

    [Fact]
    public async Task A_request_is_issued_or_turned_down_once()
    {
        var person = await world.StrangerAsync();
        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now));
        var id = Assert.Single(await world.RowsAsync(person.PegawaiId)).Id;

        Assert.Null(await world.ActAsync(o => o.RejectAsync(id, "Admin", Now)));

        const string Sentence = "Permintaan ini sudah diterbitkan, ditolak, atau ditarik. Muat ulang halaman ini.";
        Assert.Equal(Sentence, await world.ActAsync(o => o.RejectAsync(id, "Admin", Now)));
        Assert.Equal(Sentence, await world.ActAsync(o => o.IssueAsync(id, new(SigningWorld.OfAuthority), "Admin", Now)));
    }

    [Fact]
    public async Task A_new_certificate_supersedes_the_one_in_use_and_the_old_signatures_stay_good()
    {
        var person = await world.HolderAsync();
        var task = new SigningTask(SampleSignatures.Drawn(), SignaturePlace.Asn, person, "Menerima hasil penilaian");
        var signed = Assert.IsType<SigningOutcome.Signed>(await world.SignAsync(task, person.PegawaiId));
        await world.ActAsync(p => p.RequestAsync(person.PegawaiId, new(SigningWorld.OfPerson), Now.AddDays(1)));

        Assert.Null(await world.IssueAsync(person.PegawaiId, Now.AddDays(2)));

        Assert.True(await world.RowsAsync(person.PegawaiId) is [{ EndReason: EndReason.Superseded }, { EndedAt: null }]);
        Assert.True(new PdfSignatureVerifier(await world.TrustAsync(), SignatureTimes.Unstored(Now)).Verify(signed.Document.Bytes).Holds);
    }

    [Fact]
    public async Task A_key_that_others_had_ends_backwards_from_the_day_named()
    {
        var person = await world.HolderAsync();
        var task = new SigningTask(SampleSignatures.Drawn(), SignaturePlace.Asn, person, "Menerima hasil penilaian");
        var signed = Assert.IsType<SigningOutcome.Signed>(await world.SignAsync(task, person.PegawaiId)).Document.Bytes;
        var day = Tanggal.DiWita(Now);

        foreach (var wrong in new[] { day.AddYears(-1), day.AddDays(2) })
        {
            Assert.Contains("harus antara", await world.ActAsync(
                p => p.EndAsync(person.PegawaiId, EndReason.Compromised, "Admin", Now.AddDays(1), wrong)), StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => world.ActAsync(
            p => p.EndAsync(person.PegawaiId, EndReason.Lost, "Admin", Now.AddDays(1), day)));
        Assert.True(new PdfSignatureVerifier(await world.TrustAsync(), SignatureTimes.Unstored(Now)).Verify(signed).Holds);

        Assert.Null(await world.ActAsync(p => p.EndAsync(person.PegawaiId, EndReason.Compromised, "Admin", Now.AddDays(1), day)));

        var found = Assert.Single(new PdfSignatureVerifier(
            await world.TrustAsync(), SignatureTimes.Of([(DocumentJudge.Hash(signed), Now)], Now)).Verify(signed).Signatures);
        Assert.Contains("sertifikatnya sudah dicabut pada waktu itu", found.Faults);
        // From the day after, this one was signed before.
        var other = await world.HolderAsync();
        var good = Assert.IsType<SigningOutcome.Signed>(await world.SignAsync(task with { Signatory = other }, other.PegawaiId)).Document.Bytes;
        Assert.Null(await world.ActAsync(p => p.EndAsync(other.PegawaiId, EndReason.Compromised, "Admin", Now.AddDays(2), day.AddDays(1))));
        Assert.True(new PdfSignatureVerifier(await world.TrustAsync(), SignatureTimes.Unstored(Now)).Verify(good).Holds);
    }

    [Fact]
    public async Task The_list_of_revoked_certificates_is_one_that_openssl_reads()
    {
        var person = await world.HolderAsync();
        var serial = Assert.Single(await world.RowsAsync(person.PegawaiId)).Serial!;
        await world.ActAsync(p => p.EndAsync(person.PegawaiId, EndReason.Compromised, "Admin", Now));

        Assert.Null(await world.ActAsync(o => o.PublishListAsync(new(SigningWorld.OfAuthority), Now)));
        Assert.Null(await world.ActAsync(o => o.PublishListAsync(new(SigningWorld.OfAuthority), Now.AddDays(1))));

        await using var db = world.Db();
        var list = await db.Set<SigningList>().OrderBy(l => l.Id).LastAsync();
        Assert.Equal(await db.Set<SigningList>().CountAsync(), list.Number);
        var folder = Directory.CreateTempSubdirectory("sop-crl-").FullName;
        var (crl, ca) = (Path.Combine(folder, "cabut.der"), Path.Combine(folder, "ca.pem"));
        File.WriteAllBytes(crl, list.Bytes);
        File.WriteAllText(ca, Pem("CERTIFICATE", (await db.Set<SigningAuthority>().SingleAsync()).Certificate));
        var said = PdfTools.Run("openssl", "crl", "-inform", "DER", "-in", crl, "-CAfile", ca, "-noout", "-text").Output;
        Directory.Delete(folder, recursive: true);
        Assert.Contains("verify OK", said, StringComparison.Ordinal);
        Assert.Contains(serial, said, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Key Compromise", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete from signing_certificates")]
    [InlineData("truncate signing_certificates cascade")]
    [InlineData("delete from signing_authorities")]
    [InlineData("update signing_authorities set certificate = 'x'")]
    [InlineData("update signing_certificates set ended_at = now(), end_reason = 'Lost', ended_by = 'lain' where ended_at is not null")]
    [InlineData("update signing_certificates set ended_at = null, end_reason = null, ended_by = null, locked_key = 'x' where ended_at is "
        + "not null")]
    [InlineData("update signing_certificates set certificate = 'x' where issued_at is not null and ended_at is null")]
    [InlineData("update signing_certificates set serial = repeat('0', 32) where issued_at is not null and ended_at is null")]
    [InlineData("update signing_certificates set pegawai_id = pegawai_id + 1")]
    [InlineData("update signing_lists set number = 9")]
    [InlineData("delete from signing_lists")]
    public async Task What_was_issued_or_has_ended_stays_whatever_the_program_does(string sql)
    {
        var ended = await world.HolderAsync();
        await world.ActAsync(p => p.EndAsync(ended.PegawaiId, EndReason.Lost, "Admin", Now));
        await world.HolderAsync();
        await world.ActAsync(o => o.PublishListAsync(new(SigningWorld.OfAuthority), Now));

        Assert.Equal("SK001", (await RefusedAsync(sql)).SqlState);
    }

    [Theory]
    [InlineData("update signing_certificates set ended_at = now(), end_reason = 'Lost', ended_by = 'a'", "key_ends_with_its_certificate")]
    [InlineData(
        "update signing_certificates set ended_at = now(), end_reason = 'Rejected', ended_by = 'a', locked_key = null",
        "only_requests_are_turned_down")]
    public async Task Half_a_state_is_refused(string sql, string constraint)
    {
        var person = await world.HolderAsync();

        Assert.Equal(constraint, (await RefusedAsync($"{sql} where pegawai_id = {person.PegawaiId}")).ConstraintName);
    }

    private const string Second = "insert into signing_certificates (pegawai_id, request, locked_key, requested_at, authority_id, certificate, "
        + "serial, sha256, not_after, issued_at, issued_by) "
        + "select pegawai_id, request, locked_key, requested_at, authority_id, certificate, repeat('1', 32), sha256, not_after, issued_at, "
        + "issued_by from signing_certificates where pegawai_id = {0}";

    /// <summary>One that was never asked for is none; and beside one in use there is no other, however it came about.</summary>
    [Fact]
    public async Task A_certificate_begins_as_a_request_and_only_one_is_in_use()
    {
        var sql = Second.Replace("{0}", $"{(await world.HolderAsync()).PegawaiId}", StringComparison.Ordinal);

        Assert.Equal("SK002", (await RefusedAsync(sql)).SqlState);
        Assert.Equal("ux_signing_certificates_in_use", (await RefusedAsync(
            $"alter table signing_certificates disable trigger begins_as_request; {sql}")).ConstraintName);
    }

    private async Task<PostgresException> RefusedAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(world.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
    }

    private static string Pem(string label, byte[] der) => System.Security.Cryptography.PemEncoding.WriteString(label, der);
}
