using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>A page in 16 shades of grey, each pixel 0 (black) to 255 (white).</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    /// <summary>How far apart two pixels may be that a newer renderer smooths in its own way; changed words and moved lines lie
    /// above.</summary>
    public const int Tolerance = 16;

    private const int Shade = 17;

    /// <summary>As pdftoppm writes it: "P5", width, height, 255, then a byte for each pixel.</summary>
    public static GreyPicture FromPgm(byte[] file)
    {
        var at = 0;
        var fields = new string[4];
        for (var i = 0; i < fields.Length; i++)
        {
            var end = Array.FindIndex(file, at, one => one is (byte)' ' or (byte)'\n');
            fields[i] = Encoding.ASCII.GetString(file, at, end - at);
            at = end + 1;
        }

        return new(int.Parse(fields[1]), int.Parse(fields[2]), [.. file.AsSpan(at).ToArray().Select(Shaded)]);
    }

    /// <summary>One that <see cref="ToPng"/> wrote.</summary>
    public static GreyPicture FromPng(byte[] file)
    {
        var width = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20));
        using var packed = new MemoryStream(file, 41, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33)));
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zlib.CopyTo(rows);
        var data = rows.ToArray();
        var stride = 1 + ((width + 1) / 2);
        var pixels = new byte[width * height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var pair = data[((i / width) * stride) + 1 + ((i % width) / 2)];
            pixels[i] = (byte)(((i % width) % 2 == 0 ? pair >> 4 : pair & 15) * Shade);
        }

        return new(width, height, pixels);
    }

    /// <summary>Four bits for a pixel, rows as they are (PNG, ISO/IEC 15948): small, and read without a library.</summary>
    public byte[] ToPng()
    {
        var stride = 1 + ((Width + 1) / 2);
        var rows = new byte[stride * Height];
        for (var i = 0; i < Pixels.Length; i++)
        {
            rows[((i / Width) * stride) + 1 + ((i % Width) / 2)] |= (byte)((Pixels[i] / Shade) << ((i % Width) % 2 == 0 ? 4 : 0));
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        head[8] = 4;
        return PngFile.Of(("IHDR", head), ("IDAT", packed.ToArray()), ("IEND", []));
    }

    /// <summary>How many pixels differ by more than <see cref="Tolerance"/>, both pictures softened by a pixel around.</summary>
    public int DifferencesTo(GreyPicture other) => (Width, Height) != (other.Width, other.Height) ? int.MaxValue
        : Pixels.AsSpan().SequenceEqual(other.Pixels) ? 0
        : Apart(other).Count(isApart => isApart);

    /// <summary>This picture, pale, with what differs in black.</summary>
    public GreyPicture Marked(GreyPicture other) => (Width, Height) != (other.Width, other.Height) ? this
        : this with { Pixels = [.. Apart(other).Select((isApart, i) => isApart ? (byte)0 : Shaded((byte)(170 + (Pixels[i] / 3))))] };

    private IEnumerable<bool> Apart(GreyPicture other) =>
        Softened().Zip(other.Softened(), (mine, others) => Math.Abs(mine - others) > Tolerance);

    private byte[] Softened()
    {
        var soft = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (sum, count) = (0, 0);
                for (var row = Math.Max(y - 1, 0); row <= Math.Min(y + 1, Height - 1); row++)
                {
                    for (var column = Math.Max(x - 1, 0); column <= Math.Min(x + 1, Width - 1); column++)
                    {
                        sum += Pixels[(row * Width) + column];
                        count++;
                    }
                }

                soft[(y * Width) + x] = (byte)(sum / count);
            }
        }

        return soft;
    }

    private static byte Shaded(byte value) => (byte)((value + (Shade / 2)) / Shade * Shade);
}
