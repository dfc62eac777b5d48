using System.Buffers.Binary;
using System.Text;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>Finds the cells of a workbook of Excel 97 to 2003 that hold an error, which the library gives as empty ones. The file is a
/// small file system ([MS-CFB]) with one stream of records ([MS-XLS]).</summary>
internal static class OldBook
{
    private const int HeaderLength = 512;

    private const int EntryLength = 128;

    private const int SmallSectorLength = 64;

    // In the header: as many sectors of the table of sectors as a file of 5 MB can have.
    private const int MostTableSectors = 109;

    // The types of records that hold one value, and how a formula says that its value is an error.
    private const ushort BoolErr = 0x0205;
    private const ushort Formula = 0x0006;
    private const ushort Formula3 = 0x0206;
    private const ushort Formula4 = 0x0406;
    private const byte IsError = 2;
    private const ushort NoNumber = 0xFFFF;

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    public static List<string> ErrorCells(byte[] file, int most)
    {
        var book = Book(file);
        var found = new List<string>();
        for (var at = 0; at + 4 <= book.Length && found.Count < most;)
        {
            var (type, length) = (Short(book, at), Short(book, at + 2));
            var data = book.AsSpan(at + 4, Math.Min(length, book.Length - at - 4));
            if ((type == BoolErr && data.Length >= 8 && data[7] == 1)
                || (type is Formula or Formula3 or Formula4 && data.Length >= 14 && data[6] == IsError
                    && BinaryPrimitives.ReadUInt16LittleEndian(data[12..]) == NoNumber))
            {
                var (row, column) = (BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));
                found.Add($"{CellNames.Column(column)}{row + 1}");
            }

            at += 4 + length;
        }

        return found;
    }

    private static byte[] Book(byte[] file)
    {
        if (file.Length < HeaderLength)
        {
            throw new InvalidDataException("Shorter than its header.");
        }

        var sector = 1 << Short(file, 30);
        var table = Enumerable.Range(0, Math.Min(Int(file, 44), MostTableSectors)).Select(i => Int(file, 76 + (4 * i)))
            .SelectMany(s => Ints(Sector(file, s, sector))).ToArray();
        var directory = Chain(table, Int(file, 48), s => Sector(file, s, sector));
        var entries = directory.Chunk(EntryLength).Where(e => e.Length == EntryLength).ToList();
        var book = entries.Find(e => Name(e) is "Workbook" or "Book") ?? throw new InvalidDataException("No workbook in it.");
        var length = Int(book, 120);
        if (length >= Int(file, 56))
        {
            return Cut(Chain(table, Int(book, 116), s => Sector(file, s, sector)), length);
        }

        // What is small lies in sectors of its own, which lie one after another in the stream of the root.
        var small = Chain(table, Int(entries[0], 116), s => Sector(file, s, sector));
        var smallTable = Ints(Chain(table, Int(file, 60), s => Sector(file, s, sector)));
        return Cut(Chain(smallTable, Int(book, 116), s => small.AsSpan(s * SmallSectorLength, SmallSectorLength).ToArray()), length);
    }

    // A chain that comes back to itself ends where a file would.
    private static byte[] Chain(int[] table, int first, Func<int, byte[]> sector)
    {
        var bytes = new List<byte>();
        for (var at = first; at >= 0 && at < table.Length && bytes.Count <= SheetReader.MostBytes; at = table[at])
        {
            bytes.AddRange(sector(at));
        }

        return [.. bytes];
    }

    private static byte[] Sector(byte[] file, int number, int length)
    {
        var at = (number + 1L) * length;
        return number < 0 || at + length > file.Length + length - 1L ? throw new InvalidDataException("A sector beyond the end.")
            : file.AsSpan((int)at, (int)Math.Min(length, file.Length - at)).ToArray();
    }

    private static byte[] Cut(byte[] bytes, int length) => length < 0 || length > bytes.Length ? bytes : bytes[..length];

    private static string Name(byte[] entry) => Encoding.Unicode.GetString(entry, 0, Math.Clamp(Short(entry, 64) - 2, 0, 62));

    private static int[] Ints(byte[] bytes) => [.. bytes.Chunk(4).Where(c => c.Length == 4).Select(c => Int(c, 0))];

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private static ushort Short(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
