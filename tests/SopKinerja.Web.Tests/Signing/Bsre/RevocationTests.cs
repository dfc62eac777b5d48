using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>Validity and revocation at the time of a signature, by lists that the authority signed.</summary>
public sealed class RevocationTests : IDisposable
{
    // What the service writes into each signature.
    private static readonly DateTimeOffset Signed = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly SignatureTimes Times = FakeBsre.Times;

    private readonly FakeBsre _service = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("daftar-cabut-").FullName;

    private BsreChain Chain => BsreChain.Read(_service.Chain, _folder);

    [Fact]
    public void A_certificate_that_was_revoked_before_the_signature_is_refused_and_later_is_not()
    {
        var signatures = new BsreSignatures(Chain);
        var file = _service.Sign(SampleSignatures.Drawn());
        var signer = _service.SignerOf(FakeBsre.Anybody);
        Assert.True(signatures.JudgeSaves(file, Times).Holds);

        Keep(_service.ListOf(Signed.AddDays(1), signer, Signed.AddMinutes(1)));
        Assert.True(signatures.JudgeSaves(file, Times).Holds);
        Keep(_service.ListOf(Signed.AddDays(2), signer, Signed.AddMinutes(-1)));
        Assert.Equal("sertifikatnya sudah dicabut pada waktu itu", Assert.Single(Assert.Single(signatures.JudgeSaves(file, Times).Signatures).Faults));
        // By its bytes alone it is no other.
        Assert.False(signatures.Judge(file, Times).Holds);

        // Of two lists the newer counts; another's and what is no list say nothing.
        File.Delete(Path.Combine(_folder, "a.crl"));
        Keep(_service.ListOf(Signed.AddDays(3), signer, Signed.AddDays(-1), byStranger: true));
        Assert.True(signatures.JudgeSaves(file, Times).Holds);
        Keep("bukan daftar"u8.ToArray());
        Assert.True(signatures.JudgeSaves(file, Times).Holds);
        Keep(System.Text.Encoding.ASCII.GetBytes(new string(System.Security.Cryptography.PemEncoding.Write(
            "X509 CRL", _service.ListOf(Signed.AddDays(3), signer, Signed.AddDays(-1))))));
        Assert.False(signatures.JudgeSaves(file, Times).Holds);
    }

    [Fact]
    public void Whoever_found_a_key_gains_nothing_by_writing_an_earlier_day()
    {
        var signatures = new BsreSignatures(Chain);
        var signer = _service.SignerOf(FakeBsre.Anybody);
        Keep(_service.ListOf(Signed.AddDays(1), signer, Signed.AddMinutes(-1)));
        _service.Moment = Signed.AddHours(-20);
        var file = _service.Sign(SampleSignatures.Drawn());

        Assert.Equal("sertifikatnya sudah dicabut pada waktu itu",
            Assert.Single(Assert.Single(signatures.JudgeSaves(file, Times).Signatures).Faults));
        // What was stored before the key was found stays good, whenever it is asked.
        var later = SignatureTimes.Of([(DocumentJudge.Hash(file), Signed.AddHours(-20))], Signed.AddYears(1));
        Assert.True(signatures.JudgeSaves(file, later).Holds);
        Assert.False(signatures.JudgeSaves(file, SignatureTimes.Of([(DocumentJudge.Hash(file), Signed)], Signed.AddYears(1))).Holds);
    }

    [Fact]
    public void A_list_whose_bytes_were_changed_is_nobodys()
    {
        var root = Chain.Certificates[0];
        var list = _service.ListOf(Signed, _service.SignerOf(FakeBsre.Anybody), Signed);
        Assert.True(RevocationList.Read(list).IsOf(root));
        var changed = 0;
        for (var i = 0; i < list.Length; i++)
        {
            var other = (byte[])list.Clone();
            other[i] ^= 1;
            try
            {
                changed += RevocationList.Read(other).IsOf(root) ? 1 : 0;
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                // It is no list any more.
            }
        }

        // The NULL beside the name of the algorithm, outside what is signed, is not read.
        Assert.InRange(changed, 0, 3);
        Assert.False(RevocationList.Read(list).IsOf(_service.SignerOf(FakeBsre.Anybody)));
    }

    [Fact]
    public void What_is_not_known_about_revocation_is_said()
    {
        Assert.Equal("Pencabutan sertifikat tidak diperiksa di sini.", BsreChain.Read(_service.Chain).WhatIsNotKnown(Signed));
        Assert.Contains("tidak lengkap", Chain.WhatIsNotKnown(Signed), StringComparison.Ordinal);
        Keep(_service.ListOf(Signed));
        Assert.Null(Chain.WhatIsNotKnown(Signed.AddDays(6)));
        Assert.Contains("hanya berlaku sampai 30 November 2026", Chain.WhatIsNotKnown(Signed.AddDays(8)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_outside_the_validity_of_any_certificate_of_its_chain_is_refused()
    {
        var signer = _service.SignerOf(FakeBsre.Anybody);
        Assert.Null(Chain.WhyNot(signer, [], Signed));
        Assert.Equal("sertifikatnya tidak berlaku pada waktu itu", Chain.WhyNot(signer, [], new DateTimeOffset(2025, 12, 31, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("sertifikatnya tidak berlaku pada waktu itu", Chain.WhyNot(signer, [], new DateTimeOffset(2028, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("waktunya tidak terbaca", Chain.WhyNot(signer, [], null));
    }

    [Fact]
    public async Task Lists_are_fetched_in_the_background_from_hosts_that_are_set_alone()
    {
        var host = new Uri(_service.Address).Authority;
        File.WriteAllText(Path.Combine(_service.Chain, "penanda.pem"), _service.SignerOf(FakeBsre.Anybody).ExportCertificatePem());
        _service.List = _service.ListOf(Signed);

        Assert.Empty(await FetchAsync(""));
        Assert.Empty(await FetchAsync("crl.contoh.go.id"));
        Assert.Empty(_service.Lists);
        var (address, whyNot) = Assert.Single(await FetchAsync($"crl.contoh.go.id, {host}"));
        Assert.Equal(($"{_service.Address}/daftar.crl", null), (address, whyNot));
        Assert.NotNull(Chain.Lists!.Of(Chain.Certificates.Single(c => c.Subject.Contains("Induk", StringComparison.Ordinal))));

        // An older list does not take the place of a newer, nor one that another signed.
        _service.List = _service.ListOf(Signed.AddDays(-3));
        Assert.Contains("older", Assert.Single(await FetchAsync(host)).WhyNot, StringComparison.Ordinal);
        _service.List = _service.ListOf(Signed.AddDays(3), byStranger: true);
        Assert.Contains("not signed", Assert.Single(await FetchAsync(host)).WhyNot, StringComparison.Ordinal);
        _service.List = null;
        Assert.NotNull(Assert.Single(await FetchAsync(host)).WhyNot);
        Assert.Single(Directory.GetFiles(_folder));
    }

    public void Dispose()
    {
        _service.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IReadOnlyList<(string Address, string? WhyNot)>> FetchAsync(string hosts)
    {
        await using var database = await Infrastructure.TestDatabase.CreateAsync();
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(database.ConnectionString).Options);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        return await new RevocationFetch(http, new() { HostDaftarCabut = hosts, DaftarCabut = _folder }, Chain, db).FetchAsync(CancellationToken.None);
    }

    private void Keep(byte[] list)
    {
        var path = Path.Combine(_folder, "a.crl");
        File.WriteAllBytes(path, list);
        // Two writes within one tick of the clock of the disk are one to whoever asks for the time.
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(Random.Shared.Next()));
    }
}
