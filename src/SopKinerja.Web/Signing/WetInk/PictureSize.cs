using System.Buffers.Binary;

namespace SopKinerja.Web.Signing.WetInk;

public readonly record struct PictureSize(long Width, long Height)
{
    private const int PngHead = 24;

    /// <summary>A4 at 600 dots per inch is 35 million.</summary>
    public const long MostPixels = 40_000_000;

    public bool IsBearable => Width > 0 && Height > 0 && Width * Height <= MostPixels;

    /// <summary>Of a JPEG or PNG; null when its head cannot be read.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? OfJpeg(picture) : OfPng(picture);

    private static PictureSize? OfPng(ReadOnlySpan<byte> png) => png.Length >= PngHead && png[12..16].SequenceEqual("IHDR"u8)
        ? new(BinaryPrimitives.ReadUInt32BigEndian(png[16..]), BinaryPrimitives.ReadUInt32BigEndian(png[20..]))
        : null;

    /// <summary>Goes from segment to segment to the frame header (ITU-T T.81, B.2.2).</summary>
    private static PictureSize? OfJpeg(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
            }
            else if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
            }
            else
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            }
        }

        return null;
    }
}
