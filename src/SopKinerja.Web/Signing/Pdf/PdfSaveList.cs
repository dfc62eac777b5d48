using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Reads the list of objects of one save: a table with its trailer, or a stream that is both (ISO 32000-1, 7.5.4 and
/// 7.5.8).</summary>
internal static partial class PdfSaveList
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const int Milliseconds = 2000;

    private const int EntryLength = 20;

    // With what an author of such programs writes about himself in comments.
    private const int LongestLine = 400;

    public static PdfSave Read(byte[] bytes, int start, PdfBudget budget)
    {
        var scanner = new PdfScanner(bytes, start, budget);
        var places = new Dictionary<int, PdfPlace>();
        PdfMap trailer;
        int? own = null;
        if (Begin().Match(Line(bytes, start)) is { Success: true } begin)
        {
            scanner = Table(bytes, start + begin.Length, places, budget);
            trailer = scanner.Value() as PdfMap ?? throw Broken("penutupnya tidak terbaca");
        }
        else if (new PdfScanner(bytes, start, budget).IsObject())
        {
            own = new PdfScanner(bytes, start, budget).Integer();
            var list = scanner.Object(own.Value);
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

        var close = Close().Match(Line(bytes, scanner.Position));
        return close.Success && Number(close, "table") == start
                ? new(0, start, scanner.Position + close.Length, trailer, own, places)
                : throw Broken("penutupnya menunjuk ke tempat lain");
    }

    // To the letter: a reader that finds a table spelled in another way throws it away, and looks for objects by itself.
    private static PdfScanner Table(byte[] bytes, int at, Dictionary<int, PdfPlace> places, PdfBudget budget)
    {
        while (Run().Match(Line(bytes, at)) is { Success: true } run)
        {
            at += run.Length;
            var (first, count) = (Number(run, "first"), Number(run, "count"));
            for (var i = 0; i < count; i++, at += EntryLength)
            {
                budget.Value();
                var number = checked(first + i);
                if (Entry().Match(Line(bytes, at, EntryLength)) is not { Success: true } entry)
                {
                    throw Broken("daftar isinya tidak terbaca");
                }

                if (entry.Groups["kind"].ValueSpan is "n")
                {
                    Add(places, number, new(Number(entry, "offset"), null, 0), Number(entry, "generation") == 0);
                }
                else
                {
                    RefuseFreed(number);
                }
            }
        }

        var scanner = new PdfScanner(bytes, at, budget);
        scanner.Keyword("trailer");
        return scanner;
    }

    private static string Line(byte[] bytes, int at, int most = LongestLine) =>
        at < bytes.Length ? Encoding.Latin1.GetString(bytes, at, Math.Min(most, bytes.Length - at)) : "";

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw Broken("daftar isinya menunjuk ke luar dokumen");

    private static void Stream(PdfObject list, Dictionary<int, PdfPlace> places, PdfBudget budget)
    {
        if (!list.Map.Is("/Type", "/XRef") || !PdfUnpacking.IsPlain(list.Map, isList: true)
            || list.Map["/W"] is not PdfArray { Items: [var one, var two, var three] }
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
            if (PdfSource.Number(runs[run]) is not { } first || PdfSource.Number(runs[run + 1]) is not (> 0 and var count))
            {
                throw Broken("daftar isinya tidak terbaca");
            }

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

    [GeneratedRegex(@"\Axref(\r\n|\n)", Options, Milliseconds)]
    private static partial Regex Begin();

    [GeneratedRegex(@"\A(?<first>0|[1-9][0-9]{0,6}) (?<count>[1-9][0-9]{0,6}) ?(\r\n|\n)", Options, Milliseconds)]
    private static partial Regex Run();

    [GeneratedRegex(@"\A(?<offset>[0-9]{10}) (?<generation>[0-9]{5}) (?<kind>[nf])(\r\n| \n| \r)\z", Options, Milliseconds)]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"\A[ \t]*(%[^\r\n]{0,100})?([\r\n]+(%[^\r\n]{0,100})?){0,3}[\r\n]startxref"
            + @"(\r\n|\n|\r)(?<table>[0-9]{1,10})(\r\n|\n|\r)%%EOF(\r\n|\n|\r|\z)",
        Options, Milliseconds)]
    private static partial Regex Close();
}
