using System.Text;

namespace SopKinerja.Web.Tests.Spreadsheets;

/// <summary>Writes workbooks of Excel 97 to 2003: one stream of records ([MS-XLS]) in a small file system ([MS-CFB]).</summary>
internal static class OldBooks
{
    private const int Sector = 512;
    private const int SmallSector = 64;
    private const int SmallBelow = 4096;
    private const int End = -2;
    private const int Unused = -1;
    private const int OfTable = -3;

    /// <param name="rows">Text, numbers, null for no cell; <see cref="Error"/> and <see cref="FormulaError"/>.</param>
    /// <param name="isSmall">Whether the stream is left so short that it lies in small sectors.</param>
    public static byte[] Book(object?[][] rows, bool isSmall = false)
    {
        var sheet = Records(out var globals, rows);
        byte[] stream = [.. globals, .. sheet];
        return isSmall ? Small(stream) : Large([.. stream, .. new byte[Math.Max(0, SmallBelow - stream.Length)]]);
    }

    public static readonly object Error = new();

    public static readonly object FormulaError = new();

    private static byte[] Records(out byte[] globals, object?[][] rows)
    {
        byte[] nama = [4, 0, .. "Data"u8];
        // The place of the sheet is the length of what stands before it.
        var before = Record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Length + Record(0x0042, [0xB0, 4]).Length
            + Record(0x0085, [0, 0, 0, 0, 0, 0, .. nama]).Length + Record(0x000A, []).Length;
        globals =
        [
            .. Record(0x0809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Record(0x0042, [0xB0, 4]),
            .. Record(0x0085, [.. BitConverter.GetBytes(before), 0, 0, .. nama]), .. Record(0x000A, []),
        ];
        var cells = new List<byte>(Record(0x0809, [0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
        cells.AddRange(Record(0x0200, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows.Length), 0, 0,
            .. BitConverter.GetBytes((short)rows.Max(r => r.Length)), 0, 0]));
        foreach (var (no, row) in rows.Index())
        {
            foreach (var (column, value) in row.Index().Where(c => c.Item is not null))
            {
                byte[] place = [.. BitConverter.GetBytes((short)no), .. BitConverter.GetBytes((short)column), 0, 0];
                cells.AddRange(value switch
                {
                    string text => Record(
                        0x0204, [.. place, .. BitConverter.GetBytes((short)text.Length), 1, .. Encoding.Unicode.GetBytes(text)]),
                    double number => Record(0x0203, [.. place, .. BitConverter.GetBytes(number)]),
                    _ when value == Error => Record(0x0205, [.. place, 0x2A, 1]),
                    _ => Record(0x0006, [.. place, 2, 0, 0x07, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 3, 0, 0x1C, 0x07, 0]),
                });
            }
        }

        cells.AddRange(Record(0x000A, []));
        return [.. cells];
    }

    private static byte[] Record(short type, byte[] data) =>
        [.. BitConverter.GetBytes(type), .. BitConverter.GetBytes((short)data.Length), .. data];

    // Table, directory, stream.
    private static byte[] Large(byte[] stream)
    {
        var sectors = (stream.Length + Sector - 1) / Sector;
        int[] table = [OfTable, End, .. Enumerable.Range(2, sectors).Select(i => i == sectors + 1 ? End : i + 1)];
        return [.. Header(1, End, 0), .. Table(table), .. Directory(End, 0, 2, stream.Length), .. Padded(stream, sectors * Sector)];
    }

    // Table, directory, table of small sectors, the root's stream with the small sectors.
    private static byte[] Small(byte[] stream)
    {
        var (small, sectors) = ((stream.Length + SmallSector - 1) / SmallSector, (stream.Length + Sector - 1) / Sector);
        int[] table = [OfTable, End, End, .. Enumerable.Range(3, sectors).Select(i => i == sectors + 2 ? End : i + 1)];
        int[] smallTable = [.. Enumerable.Range(0, small).Select(i => i == small - 1 ? End : i + 1)];
        return
        [
            .. Header(1, 2, 1), .. Table(table), .. Directory(3, small * SmallSector, 0, stream.Length), .. Table(smallTable),
            .. Padded(stream, sectors * Sector),
        ];
    }

    private static byte[] Header(int directory, int smallTable, int smallTables)
    {
        var header = new byte[Sector];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(header, 0);
        void Put(int at, int value) => BitConverter.GetBytes(value).CopyTo(header, at);
        Put(24, 0x0003003E);
        Put(28, 0x0009FFFE);
        Put(32, 6);
        Put(44, 1);
        Put(48, directory);
        Put(56, SmallBelow);
        Put(60, smallTable);
        Put(64, smallTables);
        Put(68, End);
        Put(76, 0);
        for (var at = 80; at < Sector; at += 4)
        {
            Put(at, Unused);
        }

        return header;
    }

    private static byte[] Table(int[] sectors) =>
        [.. sectors.Concat(Enumerable.Repeat(Unused, Sector)).Take(Sector / 4).SelectMany(BitConverter.GetBytes)];

    private static byte[] Directory(int rootStart, int rootLength, int start, int length) => Padded(
        [.. Entry("Root Entry", 5, 1, rootStart, rootLength), .. Entry("Workbook", 2, Unused, start, length)], Sector);

    private static byte[] Entry(string nama, byte type, int child, int start, int length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(nama).CopyTo(entry, 0);
        BitConverter.GetBytes((short)((nama.Length + 1) * 2)).CopyTo(entry, 64);
        (entry[66], entry[67]) = (type, 1);
        foreach (var (at, value) in new[] { (68, Unused), (72, Unused), (76, child), (116, start), (120, length) })
        {
            BitConverter.GetBytes(value).CopyTo(entry, at);
        }

        return entry;
    }

    private static byte[] Padded(byte[] bytes, int length) => [.. bytes, .. new byte[length - bytes.Length]];
}
