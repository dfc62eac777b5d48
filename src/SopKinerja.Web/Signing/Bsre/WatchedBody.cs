using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>A JSON body that knows whether it was asked for: before that, the connection did not stand and nothing of it can have
/// arrived.</summary>
internal sealed class WatchedBody : HttpContent
{
    private readonly byte[] _json;

    public WatchedBody(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasLeft { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(_json);
        base.Dispose(disposing);
    }
}
