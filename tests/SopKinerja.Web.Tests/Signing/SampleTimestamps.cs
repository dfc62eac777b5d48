using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>A timestamp server (RFC 3161) in this process, with a certificate of its own; it can be made to answer badly.</summary>
internal sealed class SampleTimestamps : HttpMessageHandler
{
    public static readonly DateTimeOffset Time = new(2026, 11, 22, 6, 5, 30, TimeSpan.Zero);

    private const string TstInfo = "1.2.840.113549.1.9.16.1.4";

    private readonly X509Certificate2 _certificate = MakeCertificate();

    /// <summary>Changes the token before it is sent.</summary>
    public Func<byte[], byte[]> Spoil { get; init; } = token => token;

    /// <summary>Answers with this instead; null for a token.</summary>
    public Func<HttpResponseMessage>? Instead { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Instead is not null)
        {
            return Instead();
        }

        Assert.Equal("application/timestamp-query", request.Content!.Headers.ContentType!.MediaType);
        Assert.True(Rfc3161TimestampRequest.TryDecode(await request.Content.ReadAsByteArrayAsync(cancellationToken), out var asked, out _));
        return new(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer(Spoil(Token(asked)))) };
    }

    private byte[] Token(Rfc3161TimestampRequest asked)
    {
        var info = new Rfc3161TimestampTokenInfo(
            new Oid("1.3.6.1.4.1.99999.1"), asked.HashAlgorithmId, asked.GetMessageHash(), new byte[] { 7 }, Time, nonce: asked.GetNonce());
        var signed = new SignedCms(new ContentInfo(new Oid(TstInfo), info.Encode()));
        var signer =
            new CmsSigner(_certificate) { DigestAlgorithm = new("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(SigningCertificateV2(_certificate));
        signed.ComputeSignature(signer);
        return signed.Encode();
    }

    private static byte[] Answer(byte[] token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    private static AsnEncodedData SigningCertificateV2(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return new("1.2.840.113549.1.9.16.2.47", writer.Encode());
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Server waktu contoh", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.8")], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.CreateSelfSigned(Time.AddYears(-1), Time.AddYears(5));
    }
}
