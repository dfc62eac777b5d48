using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PdfSharp.Drawing;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>The picture in the letterhead, given by the dinas and judged before it is kept.</summary>
/// <param name="ContentType">"image/png" or "image/jpeg".</param>
public sealed record LetterheadImage(byte[] Bytes, string ContentType)
{
    public const int MostBytes = 300_000;

    public const int MostPixels = 1200;

    internal const int MarkLength = 12;

    public static readonly LetterheadImage None = new([], "");

    private const string Mend = "Simpan ulang gambarnya sebagai JPEG, atau sebagai PNG 8 bit di atas dasar putih";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public bool IsThere => Bytes.Length > 0;

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>Changes with the picture, so a browser may keep what it has.</summary>
    public string Mark => Sha256[..MarkLength];

    /// <summary>That of the environment.</summary>
    /// <param name="path">Null or empty for none.</param>
    /// <exception cref="StartRefusedException">The file is missing, or no picture that can be drawn.</exception>
    public static LetterheadImage Read(string? path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return None;
        }

        var file = new FileInfo(path);
        var fault = !file.Exists ? "gambarnya tidak ada atau tidak terbaca. Perbaiki alamatnya, atau kosongkan pengaturan itu"
            : FaultOfLength(file.Length);
        var image = fault is null ? Of(File.ReadAllBytes(path), out fault) : null;
        return image ?? throw new StartRefusedException(
            $"Gambar kop \"{path}\" (pengaturan {SettingTable.GambarKop.Variable}) tidak dapat dipakai: {fault}.");
    }

    /// <summary>Null where it cannot be drawn.</summary>
    /// <param name="fault">Then why, as the rest of a sentence without its end.</param>
    public static LetterheadImage? Of(byte[] bytes, out string? fault)
    {
        var isPng = bytes.AsSpan().StartsWith(Png);
        fault = FaultOfLength(bytes.Length)
            ?? (!isPng && !bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])
                ? $"isinya bukan PNG dan bukan JPEG, apa pun namanya. {Mend}"
            : isPng ? FaultOfPng(bytes) : FaultOfJpeg(bytes));
        return fault is null ? new(bytes, isPng ? "image/png" : "image/jpeg") : null;
    }

    public Letterhead Beside(params IReadOnlyList<string> lines) =>
        IsThere ? new(lines, Bytes, Links.LetterheadOf(Mark)) : new(lines);

    private static string? FaultOfLength(long length) =>
        length > MostBytes ? $"gambarnya {length / 1000} kB, paling besar {MostBytes / 1000} kB. Perkecillah" : null;

    private static string? FaultOfPng(byte[] bytes)
    {
        var chunks = Chunks(bytes).ToList();
        if (chunks.Count < 3 || chunks[0].Name != "IHDR" || chunks[0].Data.Length != 13 || chunks[^1].Name != "IEND")
        {
            return $"gambarnya rusak atau terpotong. {Mend}";
        }

        var head = bytes.AsSpan(chunks[0].Data.Start, 13);
        var (depth, colour, interlace) = (head[8], head[9], head[12]);
        // Paper has no transparency: the white has to be in the picture.
        return colour is 4 or 6 || chunks.Exists(chunk => chunk.Name == "tRNS") ? $"gambarnya memuat bagian tembus pandang. {Mend}"
            : chunks.Exists(chunk => chunk.Name == "acTL") ? $"gambarnya bergerak. {Mend}"
            : depth != 8 || interlace != 0 ? $"PNG ini tersusun dengan cara yang tidak dapat digambar (16 bit, kurang dari 8 bit, atau "
                + $"interlace). {Mend}"
            : FaultOfSize(BinaryPrimitives.ReadUInt32BigEndian(head), BinaryPrimitives.ReadUInt32BigEndian(head[4..]))
            ?? FaultOfDrawing(bytes);
    }

    private static IEnumerable<(string Name, (int Start, int Length) Data)> Chunks(byte[] bytes)
    {
        for (var at = Png.Length; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                yield break;
            }

            yield return (Encoding.Latin1.GetString(bytes, at + 4, 4), (at + 8, (int)length));
            at += 12 + (int)length;
        }
    }

    private static string? FaultOfJpeg(byte[] bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xff;)
        {
            var marker = bytes[at + 1];
            // A frame: its height, width and number of colours (ITU T.81, B.2.2); C4, C8 and CC are other tables.
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return marker > 0xc2 || bytes[at + 9] is not (1 or 3)
                    ? $"JPEG ini tersusun dengan cara yang tidak dapat digambar (misalnya warna cetak CMYK). {Mend}"
                    : FaultOfSize(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at
                        + 7)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 5))) ?? FaultOfDrawing(bytes);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
        }

        return $"gambarnya rusak atau terpotong. {Mend}";
    }

    private static string? FaultOfSize(uint width, uint height) =>
        width is 0 or > MostPixels || height is 0 or > MostPixels
            ? $"ukurannya {width} × {height} piksel, paling besar {MostPixels} × {MostPixels}. Perkecillah"
            : null;

    private static string? FaultOfDrawing(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var image = XImage.FromStream(stream);
            return null;
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The libraries behind it say this in many types.
            return $"gambarnya rusak atau terpotong. {Mend}";
        }
    }
}
