using System.Net;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.Pdf;
using SopKinerja.Web.Tests.Documents;

namespace SopKinerja.Web.Tests.Signing;

public sealed class TimestampServerTests : IDisposable
{
    private readonly SampleSignatures _signatures = new();

    [Fact]
    public async Task A_timestamp_stands_in_the_signature_and_gives_it_its_time()
    {
        using var server = new SampleTimestamps();
        var (signed, whyNot) = await SignAsync(server);
        using var pdf = new PdfTools(signed);

        Assert.Null(whyNot);
        var found = Assert.Single(_signatures.Verify(signed).Signatures);
        Assert.Empty(found.Faults);
        Assert.Equal(SampleTimestamps.Time, found.TimestampedAt);
        Assert.Contains("Signature is Valid.", pdf.Signatures, StringComparison.Ordinal);
        Assert.Equal("", pdf.Faults());
    }

    [Fact]
    public async Task The_time_of_the_server_counts_when_a_certificate_was_revoked()
    {
        using var server = new SampleTimestamps();
        var (signed, _) = await SignAsync(server);

        _signatures.Revoke(SignaturePlace.Asn, SampleTimestamps.Time.AddSeconds(-1));

        Assert.Equal(["sertifikatnya sudah dicabut pada waktu itu"], Assert.Single(_signatures.Verify(signed).Signatures).Faults);
    }

    [Fact]
    public async Task A_server_that_fails_leaves_a_signature_without_it_and_a_sentence()
    {
        await LeavesNoneAsync(
            new() { Instead = () => throw new HttpRequestException("putus") }, "Server stempel waktu tidak dapat dihubungi.");
        await LeavesNoneAsync(
            new() { Instead = () => new(HttpStatusCode.InternalServerError) }, "Server stempel waktu tidak dapat dihubungi.");
        await LeavesNoneAsync(
            new() { Instead = () => throw new TaskCanceledException() }, "Server stempel waktu tidak menjawab dalam 10 detik.");
        await LeavesNoneAsync(new() { Instead = () => new(HttpStatusCode.OK) { Content = new StringContent("<html>") } },
            "Server stempel waktu memberi jawaban yang tidak sah.");
        await LeavesNoneAsync(new() { Spoil = Flipped }, "Server stempel waktu memberi jawaban yang tidak sah.");
    }

    [Fact]
    public async Task A_timestamp_of_another_signature_is_not_taken_for_its_own()
    {
        using var server = new SampleTimestamps();
        var stamped = await new TimestampServer(new(server), Address).StampAsync([1, 2, 3], CancellationToken.None);
        var (signed, _) = await SignAsync(server, instead: stamped.Token);

        Assert.Equal(["stempel waktunya tidak sah"], Assert.Single(_signatures.Verify(signed).Signatures).Faults);
    }

    public void Dispose() => _signatures.Dispose();

    private static Uri Address { get; } = new("http://waktu.contoh/tsa");

    private async Task LeavesNoneAsync(SampleTimestamps server, string said)
    {
        var (signed, whyNot) = await SignAsync(server);

        Assert.StartsWith(said, whyNot, StringComparison.Ordinal);
        var found = Assert.Single(_signatures.Verify(signed).Signatures);
        Assert.True(found is { Holds: true, TimestampedAt: null });
    }

    private async Task<(byte[] Signed, string? WhyNot)> SignAsync(SampleTimestamps server, byte[]? instead = null)
    {
        var prepared = PdfSignatureWriter.Prepare(
            SampleSignatures.Drawn(), SignaturePlace.Asn, SampleSignatures.Words(SampleForms.Asn, SampleSignatures.Now),
            PdfSignatureWriter.ReservedWithTimestamp);
        var signature = _signatures.Cms(prepared.Digest, SignaturePlace.Asn);
        var answer = await new TimestampServer(new(server, disposeHandler: false), Address)
            .StampAsync(signature.Value, CancellationToken.None);
        return (prepared.Complete(signature with { Timestamp = instead ?? answer.Token }), answer.WhyNot);
    }

    private static byte[] Flipped(byte[] token)
    {
        token[^5] ^= 1;
        return token;
    }
}
