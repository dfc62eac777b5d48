namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Reads the list of objects of one save: a table with its trailer, or a stream that is both (ISO 32000-1, 7.5.4 and
/// 7.5.8).</summary>
internal static class PdfSaveList
{
    private const int MostComments = 3;

    public static PdfSave Read(byte[] bytes, int start, PdfBudget budget)
    {
        var scanner = new PdfScanner(bytes, start, budget);
        var places = new Dictionary<int, PdfPlace>();
        PdfMap trailer;
        if (scanner.TryKeyword("xref"))
        {
            trailer = Table(scanner, places, budget);
        }
        else if (new PdfScanner(bytes, start, budget).IsObject())
        {
            var list = scanner.Object(new PdfScanner(bytes, start, budget).Integer());
            trailer = list.Map;
            Stream(list, places, budget);
        }
        else
        {
            throw Broken("daftar isinya tidak ada di tempatnya");
        }

        if (PdfSource.Number(trailer["/Size"]) is null || trailer["/XRefStm"] is not null)
        {
            throw Broken("penutupnya tidak terbaca");
        }

        if (trailer["/Encrypt"] is not null)
        {
            throw new PdfRefusedException(PdfFault.Encrypted, "");
        }

        for (var i = 0; i < MostComments; i++)
        {
            scanner.SkipComment();
        }

        scanner.Keyword("startxref");
        if (scanner.Integer() != start)
        {
            throw Broken("penutupnya menunjuk ke tempat lain");
        }

        scanner.Keyword("%%EOF");
        var end = scanner.Position;
        end += end < bytes.Length && bytes[end] == '\r' ? 1 : 0;
        end += end < bytes.Length && bytes[end] == '\n' ? 1 : 0;
        return new(0, start, end, trailer, places);
    }

    private static PdfMap Table(PdfScanner scanner, Dictionary<int, PdfPlace> places, PdfBudget budget)
    {
        while (!scanner.TryKeyword("trailer"))
        {
            var (first, count) = (scanner.Integer(), scanner.Integer());
            for (var i = 0; i < count; i++)
            {
                budget.Value();
                var (offset, generation) = (scanner.Integer(), scanner.Integer());
                var number = checked(first + i);
                if (scanner.TryKeyword("n"))
                {
                    Add(places, number, new(offset, null, 0), generation == 0);
                }
                else
                {
                    scanner.Keyword("f");
                    RefuseFreed(number);
                }
            }
        }

        return scanner.Value() as PdfMap ?? throw Broken("penutupnya tidak terbaca");
    }

    private static void Stream(PdfObject list, Dictionary<int, PdfPlace> places, PdfBudget budget)
    {
        if (!list.Map.Is("/Type", "/XRef") || list.Map["/W"] is not PdfArray { Items: [var one, var two, var three] }
            || PdfSource.Number(one) is not (<= 4 and var kinds) || PdfSource.Number(two) is not (<= 4 and var wheres)
            || PdfSource.Number(three) is not (<= 4 and var thirds))
        {
            throw Broken("daftar isinya tidak terbaca");
        }

        var bytes = PdfUnpacking.Of(list, budget);
        var runs = (list.Map["/Index"] as PdfArray)?.Items ?? [PdfIncrement.Number(0), list.Map["/Size"]!];
        var at = 0;
        for (var run = 0; run + 1 < runs.Count; run += 2)
        {
            var (first, count) = (PdfSource.Number(runs[run]) ?? throw Broken("daftar isinya tidak terbaca"),
                PdfSource.Number(runs[run + 1]) ?? throw Broken("daftar isinya tidak terbaca"));
            for (var i = 0; i < count; i++)
            {
                budget.Value();
                var kind = kinds == 0 ? 1 : Field(bytes, ref at, kinds);
                var (where, third) = (Field(bytes, ref at, wheres), Field(bytes, ref at, thirds));
                var number = checked(first + i);
                switch (kind)
                {
                    case 0:
                        RefuseFreed(number);
                        break;
                    case 1:
                        Add(places, number, new(where, null, 0), third == 0);
                        break;
                    case 2:
                        Add(places, number, new(0, where, third), isGood: true);
                        break;
                    default:
                        throw Broken("daftar isinya tidak terbaca");
                }
            }
        }

        if (at != bytes.Length || runs.Count % 2 != 0)
        {
            throw Broken("daftar isinya tidak terbaca");
        }
    }

    private static int Field(byte[] bytes, ref int at, int width)
    {
        if (width > bytes.Length - at)
        {
            throw Broken("daftar isinya terpotong");
        }

        var value = 0L;
        for (var i = 0; i < width; i++)
        {
            value = (value << 8) | bytes[at++];
        }

        return value <= int.MaxValue ? (int)value : throw Broken("daftar isinya menunjuk ke luar dokumen");
    }

    private static void Add(Dictionary<int, PdfPlace> places, int number, PdfPlace place, bool isGood)
    {
        if (!isGood || !places.TryAdd(number, place))
        {
            throw Broken("daftar isinya memuat satu bagian dua kali");
        }
    }

    // The first of all is free in every file; freeing another takes it away.
    private static void RefuseFreed(int number)
    {
        if (number != 0)
        {
            throw Broken("ada bagian yang dihapus");
        }
    }

    private static PdfRefusedException Broken(string detail) => new(PdfFault.Broken, detail);
}
