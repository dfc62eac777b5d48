using System.Buffers.Binary;
using System.Text;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>The outer form of a PNG (ISO/IEC 15948): its mark, then chunks with their checksums.</summary>
internal static class PngFile
{
    public static byte[] Of(params IReadOnlyList<(string Name, byte[] Data)> chunks) =>
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, .. chunks.SelectMany(chunk => Chunk(chunk.Name, chunk.Data))];

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var framed = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(framed, data.Length);
        body.CopyTo(framed, 4);
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(body.Length + 4), Crc(body));
        return framed;
    }

    private static uint Crc(byte[] body)
    {
        var crc = uint.MaxValue;
        foreach (var one in body)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xedb88320;
            }
        }

        return ~crc;
    }
}
