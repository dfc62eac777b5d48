using System.IO.Compression;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Unpacks what lists objects or holds them (ISO 32000-1, 7.5.7 and 7.5.8), and nothing that is drawn.</summary>
internal static class PdfUnpacking
{
    private const int FirstOfPng = 10;
    private const int Up = 2;
    private const int WidestRow = 64;

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
        var buffer = new byte[16 * 1024];
        try
        {
            for (int read; (read = zip.Read(buffer)) > 0;)
            {
                budget.Unpacked(read);
                budget.Time();
                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw Broken();
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
