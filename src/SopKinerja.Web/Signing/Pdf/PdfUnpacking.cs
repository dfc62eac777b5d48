using System.IO.Compression;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Unpacks what lists objects or holds them (ISO 32000-1, 7.5.7 and 7.5.8); what is drawn only to look through it.</summary>
internal static class PdfUnpacking
{
    private const int FirstOfPng = 10;
    private const int Up = 2;
    private const int WidestRow = 64;

    private const int Piece = 16 * 1024;

    // Longer than any word that is looked for, with what may stand before it.
    private const int Overlap = 256;

    private static readonly string[] NotPlain = ["/F", "/FFilter", "/FDecodeParms", "/DP", "/Fl"];

    /// <summary>Whether what unpacks a stream stands in its dictionary, under its full name (ISO 32000-1, table 5), and is one of the few
    /// ways that every reader knows; and whether rows are taken apart in pictures alone, besides lists.</summary>
    public static bool IsPlain(PdfMap map, bool isList) => Array.TrueForAll(NotPlain, key => map[key] is null)
        && IsDirect(map["/Filter"]) && IsDirect(map["/DecodeParms"])
        && Single(map["/Filter"]) is null or PdfAtom { Raw: "/FlateDecode" or "/DCTDecode" or "/CCITTFaxDecode" }
        && (isList || map.Is("/Subtype", "/Image") || Single(map["/DecodeParms"]) is not PdfMap how || how["/Predictor"] is null);

    /// <summary>What a stream unpacks to, piece by piece; each begins with the end of the one before. Nothing where nothing is
    /// deflated.</summary>
    /// <exception cref="PdfRefusedException">It is broken, or unpacks to too much.</exception>
    public static IEnumerable<ReadOnlyMemory<char>> Pieces(PdfObject packed, PdfBudget budget)
    {
        if (Single(packed.Map["/Filter"]) is not PdfAtom { Raw: "/FlateDecode" } || packed.Stream is not { } stream)
        {
            yield break;
        }

        using var bytes = new MemoryStream(stream.ToArray());
        using var zip = new ZLibStream(bytes, CompressionMode.Decompress);
        var (buffer, text, kept) = (new byte[Piece], new char[Overlap + Piece], 0);
        for (int read; (read = Read(zip, buffer)) > 0;)
        {
            budget.Searched(read);
            var length = kept + Encoding.Latin1.GetChars(buffer.AsSpan(0, read), text.AsSpan(kept));
            yield return text.AsMemory(0, length);
            kept = Math.Min(length, Overlap);
            text.AsSpan(length - kept, kept).CopyTo(text);
        }
    }

    private static int Read(ZLibStream zip, byte[] buffer)
    {
        try
        {
            return zip.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw Broken();
        }
    }

    private static bool IsDirect(PdfValue? value) => value switch
    {
        PdfReference => false,
        PdfArray list => list.Items.All(IsDirect),
        PdfMap map => map.Entries.All(e => IsDirect(e.Value)),
        _ => true,
    };

    /// <exception cref="PdfRefusedException">It is packed in another way, is broken, or unpacks to too much.</exception>
    public static byte[] Of(PdfObject packed, PdfBudget budget)
    {
        var (map, stream) = (packed.Map, packed.Stream ?? throw Broken());
        var bytes = Single(map["/Filter"]) switch
        {
            null => stream.ToArray(),
            PdfAtom { Raw: "/FlateDecode" } => Inflated(stream, budget),
            _ => throw new PdfRefusedException(PdfFault.Foreign, "ada bagian yang dipadatkan dengan cara lain"),
        };
        return Single(map["/DecodeParms"]) is PdfMap how && PdfSource.Number(how, "/Predictor", 1) is > 1 and var predictor
            ? Unpredicted(bytes, predictor, how)
            : bytes;
    }

    private static PdfValue? Single(PdfValue? value) => value is PdfArray { Items: var items } ? items switch
    {
        [] => null,
        [var one] => one,
        _ => throw new PdfRefusedException(PdfFault.Foreign, "ada bagian yang dipadatkan berlapis"),
    }
    : value;

    private static byte[] Inflated(ReadOnlyMemory<byte> stream, PdfBudget budget)
    {
        using var packed = new MemoryStream(stream.ToArray());
        using var zip = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[Piece];
        for (int read; (read = Read(zip, buffer)) > 0;)
        {
            budget.Unpacked(read);
            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    // Of the filters of PNG, lists of objects use "none" and "up".
    private static byte[] Unpredicted(byte[] bytes, int predictor, PdfMap how)
    {
        var columns = PdfSource.Number(how, "/Columns", 1);
        if (predictor < FirstOfPng || columns is < 1 or > WidestRow || how["/Colors"] is not (null or PdfAtom { Raw: "1" })
            || how["/BitsPerComponent"] is not (null or PdfAtom { Raw: "8" }) || bytes.Length % (columns + 1) != 0)
        {
            throw Broken();
        }

        var rows = new byte[bytes.Length / (columns + 1) * columns];
        for (var (row, from) = (0, 0); from < bytes.Length; (row, from) = (row + columns, from + columns + 1))
        {
            if (bytes[from] is not (0 or Up))
            {
                throw Broken();
            }

            for (var i = 0; i < columns; i++)
            {
                var above = bytes[from] == Up && row > 0 ? rows[row - columns + i] : 0;
                rows[row + i] = (byte)(bytes[from + 1 + i] + above);
            }
        }

        return rows;
    }

    private static PdfRefusedException Broken() => new(PdfFault.Broken, "ada bagian yang dipadatkan yang tidak terbaca");
}
