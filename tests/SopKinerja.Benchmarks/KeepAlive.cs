using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SopKinerja.Benchmarks;

/// <summary>
/// One kept-open HTTP connection of one browser. It does little more than read bytes, because it shares the processors with what
/// it measures; like a browser it takes a new cookie when it is given one (the session's, once a minute).
/// </summary>
public sealed class KeepAlive(Uri server, string cookies) : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Dictionary<string, string> _cookies = cookies.Split("; ", StringSplitOptions.RemoveEmptyEntries)
        .Select(c => c.Split('=', 2)).ToDictionary(c => c[0], c => c[1]);

    private byte[] _buffer = new byte[256 * 1024];

    /// <summary>Gets a page and says how many bytes its body has.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task<int> GetAsync(string path)
    {
        if (!_socket.Connected)
        {
            await _socket.ConnectAsync(server.Host, server.Port);
        }

        var cookie = string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));
        await _socket.SendAsync(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept: "
            + $"text/html\r\n{(cookie.Length == 0 ? "" : $"Cookie: {cookie}\r\n")}\r\n"));
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReceiveAsync(read);
            head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var headers = Encoding.ASCII.GetString(_buffer, 0, head).Split("\r\n");
        if (!headers[0].StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answered {headers[0]}.");
        }

        TakeCookies(headers);
        var length = headers.FirstOrDefault(h => h.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } line
            ? int.Parse(line.AsSpan(16), CultureInfo.InvariantCulture) : -1;
        while (length < 0 ? !_buffer.AsSpan(head, read - head).EndsWith("\r\n0\r\n\r\n"u8) : read < head + 4 + length)
        {
            read += await ReceiveAsync(read);
        }

        return length < 0 ? Chunks(_buffer.AsSpan(head + 4, read - head - 4)) : length;
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(int at)
    {
        if (at == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var received = await _socket.ReceiveAsync(_buffer.AsMemory(at));
        return received == 0 ? throw new InvalidOperationException("The connection was closed.") : received;
    }

    private void TakeCookies(string[] headers)
    {
        foreach (var header in headers.Where(h => h.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase)))
        {
            var pair = header[12..].Split(';')[0].Split('=', 2);
            _cookies[pair[0]] = pair[1];
        }
    }

    private static int Chunks(ReadOnlySpan<byte> body)
    {
        var bytes = 0;
        while (true)
        {
            var end = body.IndexOf("\r\n"u8);
            var size = int.Parse(body[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (size == 0)
            {
                return bytes;
            }

            bytes += size;
            body = body[(end + 2 + size + 2)..];
        }
    }
}
