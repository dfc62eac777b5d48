using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SopKinerja.Browser.Tests.Screens;

/// <summary>Makes a screenshot small: not wider than a page of a guide, and with few colours (PNG, ISO/IEC 15948).</summary>
internal static class IndexedPng
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private const int MostColours = 24;

    /// <summary>From a PNG of 8 bits a channel without interlacing, as Chromium writes it.</summary>
    public static byte[] From(byte[] png, int mostWidth)
    {
        var (width, height, channels, data) = Read(png);
        var pixels = Unfilter(data, width * channels, height, channels);
        var (newWidth, newHeight) = width <= mostWidth ? (width, height) : (mostWidth, (int)Math.Round((double)height * mostWidth / width));
        var colours = new int[newWidth * newHeight];
        var (across, down) = (Shares(width, newWidth), Shares(height, newHeight));
        for (var i = 0; i < colours.Length; i++)
        {
            colours[i] = Mean(pixels, width, channels, across[i % newWidth], down[i / newWidth]);
        }

        return Write(newWidth, newHeight, colours, Palette(colours));
    }

    // Which old pixels lie under each new one, from the first on, and how much of each.
    private static (int First, double[] Parts)[] Shares(int from, int to) =>
    [
        .. Enumerable.Range(0, to).Select(i =>
        {
            var (begin, end) = ((double)i * from / to, (double)(i + 1) * from / to);
            var (first, last) = ((int)begin, Math.Min(from, (int)Math.Ceiling(end - 1e-9)));
            return (first, Enumerable.Range(first, last - first)
                .Select(at => (Math.Min(end, at + 1) - Math.Max(begin, at)) / (end - begin)).ToArray());
        }),
    ];

    private static int Mean(byte[] pixels, int width, int channels, (int First, double[] Parts) across, (int First, double[] Parts) down)
    {
        var (red, green, blue) = (0.0, 0.0, 0.0);
        for (var y = 0; y < down.Parts.Length; y++)
        {
            for (var x = 0; x < across.Parts.Length; x++)
            {
                var (at, part) = ((((down.First + y) * width) + across.First + x) * channels, across.Parts[x] * down.Parts[y]);
                (red, green, blue) = (red + (pixels[at] * part), green + (pixels[at + 1] * part), blue + (pixels[at + 2] * part));
            }
        }

        return ((int)Math.Round(red) << 16) | ((int)Math.Round(green) << 8) | (int)Math.Round(blue);
    }

    private static (int Width, int Height, int Channels, byte[] Data) Read(byte[] png)
    {
        using var packed = new MemoryStream();
        for (var at = Signature.Length; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (Encoding.ASCII.GetString(png, at + 4, 4) == "IDAT")
            {
                packed.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        packed.Position = 0;
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        using var data = new MemoryStream();
        inflate.CopyTo(data);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)),
            png[25] == 6 ? 4 : 3, data.ToArray());
    }

    // Every line begins with the number of its filter, which says from which neighbours a byte was foretold.
    private static byte[] Unfilter(byte[] data, int stride, int height, int channels)
    {
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
        {
            var filter = data[y * (stride + 1)];
            for (var x = 0; x < stride; x++)
            {
                var left = x >= channels ? pixels[(y * stride) + x - channels] : 0;
                var up = y > 0 ? pixels[((y - 1) * stride) + x] : 0;
                var corner = x >= channels && y > 0 ? pixels[((y - 1) * stride) + x - channels] : 0;
                pixels[(y * stride) + x] = (byte)(data[(y * (stride + 1)) + 1 + x] + filter switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return pixels;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    // The most frequent colours; a page of text has few besides the shades at the edges of its letters.
    private static int[] Palette(int[] colours) =>
        [.. colours.CountBy(c => c).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostColours).Select(c => c.Key)];

    private static byte[] Write(int width, int height, int[] colours, int[] palette)
    {
        var places = palette.Index().ToDictionary(p => p.Item, p => (byte)p.Index);
        var lines = new byte[(width + 1) * height];
        for (var i = 0; i < colours.Length; i++)
        {
            if (!places.TryGetValue(colours[i], out var place))
            {
                places[colours[i]] = place = (byte)Enumerable.Range(0, palette.Length).MinBy(p => Distance(palette[p], colours[i]));
            }

            lines[(i / width * (width + 1)) + 1 + (i % width)] = place;
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(lines);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 3);
        return [.. Signature, .. Chunk("IHDR", head), .. Chunk("PLTE", [.. palette.SelectMany(
            c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c })]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static int Distance(int a, int b)
    {
        var (red, green, blue) = ((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
        return (red * red) + (green * green) + (blue * blue);
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
