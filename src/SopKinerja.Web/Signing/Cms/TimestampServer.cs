using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace SopKinerja.Web.Signing.Cms;

/// <summary>A timestamp server reached over HTTP (RFC 3161, 3.4).</summary>
public sealed class TimestampServer(HttpClient client, Uri address) : ITimestamps
{
    private const int LargestAnswer = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public bool IsConfigured => true;

    public async Task<TimestampAnswer> StampAsync(byte[] signature, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromData(
                signature, HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
            using var body = new ByteArrayContent(request.Encode());
            body.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await client.PostAsync(address, body, limit.Token);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, limit.Token);
            // Compares the hash and the nonce with the request, and looks for the certificate of the server.
            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(limit.Token), out _);
            return token.VerifySignatureForData(signature, out _)
                ? new(token.AsSignedCms().Encode(), null)
                : WithoutIt("memberi jawaban yang tidak sah");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return WithoutIt($"tidak menjawab dalam {Patience.TotalSeconds:0} detik");
        }
        catch (HttpRequestException)
        {
            return WithoutIt("tidak dapat dihubungi");
        }
        catch (CryptographicException)
        {
            return WithoutIt("memberi jawaban yang tidak sah");
        }
    }

    private static TimestampAnswer WithoutIt(string why) =>
        new(null, $"Server stempel waktu {why}. Tanda tangan tetap sah, dengan waktu dari server ini, tanpa stempel waktu.");
}
