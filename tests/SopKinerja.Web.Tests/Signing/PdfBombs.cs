using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>Small files that are made to cost a reader much, each in its own way.</summary>
internal static class PdfBombs
{
    /// <summary>As much as the public page takes.</summary>
    public const int Most = 2 * 1024 * 1024;

    // What is left for the point of the file.
    private const int Room = Most - 4096;

    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>
    {
        ["two hundred megabytes behind one filter"] = () => Of(Catalog, Page, "", Stream("/FlateDecode", Flate(new byte[200_000_000]))),
        ["a filter behind a filter"] = () => Of(Catalog, Page, "", Stream("[/FlateDecode/FlateDecode]", Flate(Flate(new byte[200_000_000])))),
        ["a chain of filters"] = () => Of(Catalog, Page, "", Stream($"[{Many("/FlateDecode", Room)}]", [1, 2, 3])),
        ["RunLength"] = () => Of(Catalog, Page, "", Stream("/RunLengthDecode", [.. Enumerable.Repeat<byte[]>([129, 0], 800_000).SelectMany(b => b)])),
        ["ASCII85"] = () => Of(Catalog, Page, "", Stream("/ASCII85Decode", Encoding.ASCII.GetBytes(new string('z', Room - 8)))),
        ["LZW"] = () => Of(Catalog, Page, "", Stream("/LZWDecode", [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)(i * 37))])),
        ["a predictor with huge rows"] = () => Of(Catalog, Page, "", Stream(
            "/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 2147483647>>", Flate(new byte[1_000_000]))),
        ["arrays within arrays"] = () => Of($"<</A {new string('[', 100_000)}{new string(']', 100_000)}>>"),
        ["arrays that do not end"] = () => Of($"<</A {new string('[', Room)}"),
        ["dictionaries within dictionaries"] = () => Of($"{Many("<</A", 400_000)}{Many(">>", 200_000)}"),
        ["object streams that name each other"] = () => Of(
            Catalog, "<</Type/ObjStm/Extends 3 0 R>>", "<</Type/ObjStm/Extends 2 0 R>>"),
        ["a packed list of contents"] = () => Raw("%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 2147483647/W[8 8 8]/Prev 9>>\nstream\n\nendstream\nendobj\n", 9),
        ["a list of contents that names itself"] = () => Of([Catalog], "/Prev 9"),
        ["two lists that name each other"] = () => Raw(
            "%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1/Prev 61>>\nstartxref\n9\n%%EOF\n\nxref\n0 0\ntrailer\n<</Size 1/Prev 9>>\n"
            + "startxref\n61\n%%EOF\n", 61),
        ["a list of two thousand million lines"] = () => Raw(
            "%PDF-1.7\nxref\n2147483647 2147483647\n0000000000 00000 n \ntrailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n", 9),
        ["half a million lines of contents"] = () => Raw(
            $"%PDF-1.7\nxref\n0 500000\n{Many("9 0n", Room)}\ntrailer\n<</Size 1/Root 1 0 R>>\n", 9),
        ["a million tiny values"] = () => Of($"<</Type/Catalog/A[{Many("0 ", Room)}]>>"),
        ["hundreds of thousands of tiny dictionaries"] = () => Of($"<</Type/Catalog/A[{Many("<<>>", Room)}]>>"),
        ["hundreds of thousands of references"] = () => Of($"<</Type/Catalog/A[{Many("1 0 R ", Room)}]>>"),
        ["hundreds of thousands of keys"] = () => Of(
            $"<<{string.Concat(Enumerable.Range(0, 150_000).Select(i => $"/K{i} 0"))}>>"),
        ["tens of thousands of objects"] = () => Of([.. Enumerable.Repeat("0", 40_000).Prepend(Catalog)]),
        ["a tree of pages that is a circle"] = () => Of(
            "<</Type/Catalog/Pages 2 0 R/Dests 2 0 R/AcroForm 2 0 R>>",
            "<</Type/Pages/Kids[2 0 R 2 0 R]/Parent 2 0 R/Fields[2 0 R]/FT/Sig/V 2 0 R>>"),
        ["a tree of pages that is wide"] = () => Of("<</Type/Catalog/Pages 2 0 R>>", $"<</Type/Pages/Kids[{Many("2 0 R ", Room)}]>>"),
        ["one long text"] = () => Of($"<</Type/Catalog/A({new string('x', Room)})>>"),
        ["a text of parentheses"] = () => Of($"<</Type/Catalog/A{new string('(', Room / 2)}{new string(')', Room / 2)}>>"),
        ["a text that does not end"] = () => Of($"<</Type/Catalog/A({new string('\\', Room)}"),
        ["one long text of digits"] = () => Of($"<</Type/Catalog/A<{new string('0', Room)}>>>"),
        ["one long name"] = () => Of($"<</{new string('N', Room)} 0>>"),
        ["one long number"] = () => Of($"<</A {new string('9', Room)}>>"),
        ["nothing but spaces"] = () => Of($"<</A {new string(' ', Room)} 0>>"),
        ["a remark without an end"] = () => Raw($"%PDF-1.7\nxref\n0 0\ntrailer\n<</Size 1>>\n%{new string('x', Room)}", 9),
        ["ends without number"] = () => Encoding.ASCII.GetBytes($"%PDF-1.7\n{Many("startxref\n9\n%%EOF\n", Room)}"),
        ["thousands of saves"] = () => Saves(20_000, _ => ""),
        ["saves of large catalogues"] = () => Saves(15, _ => $"<</Type/Catalog/A[{Many("0 ", 100_000)}]>>"),
        ["saves of one object within the other"] = () => Nested(400),
        ["thousands of fields"] = () => Of(
            "<</Type/Catalog/AcroForm 2 0 R>>", $"<</Fields[{Many("3 0 R ", Room)}]>>", "<</FT/Sig/V 4 0 R>>", "<</ByteRange[0 9 20 30]>>"),
        ["fields that name one signature of megabytes"] = () => Fields(16, new string('3', Room)),
        ["fields that name one signature of structures"] = () => Fields(16, Many("3080", 40_000)),
        ["a range of numbers without end"] = () => Fields(16, "00", $"[{Many("0 ", Room)}]"),
        ["a range beyond the file"] = () => Fields(16, "00", "[0 2147483647 2147483647 2147483647]"),
        ["a range that overflows"] = () => Fields(16, "00", "[0 1 2 2147483647]"),
        ["hundreds of thousands of ranges"] = () => Of(Catalog, Many("/ByteRange[0 1 2 3]", Room)),
        ["times without end"] = () => Of(Catalog, $"/ByteRange[0 1 2 3]{Many("/M(D:20260101000000Z", Room)}"),
        ["zeroes without end"] = () => Of(Catalog, $"/ByteRange[{new string('0', Room)}"),
    };

    private const string Catalog = "<</Type/Catalog/Pages 2 0 R>>";

    private const string Page = "<</Type/Pages/Kids[3 0 R]/Count 1>>";

    /// <summary>A file in our own way of writing, with these objects from 1 on.</summary>
    public static byte[] Of(params string[] objects) => Of(objects, "");

    private static byte[] Of(string[] objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (i, value) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{value}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n1 {objects.Length}\n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\n");
        return Raw(file.ToString(), table);
    }

    private static byte[] Raw(string text, int table) => Encoding.Latin1.GetBytes(
        text.EndsWith("%%EOF\n", StringComparison.Ordinal) ? text : string.Create(CultureInfo.InvariantCulture, $"{text}startxref\n{table}\n%%EOF\n"));

    private static string Many(string text, int characters) => new StringBuilder().Insert(0, text, characters / text.Length).ToString();

    private static string Stream(string filter, byte[] bytes) =>
        $"<</Length {bytes.Length}/Filter {filter}>>\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream";

    private static byte[] Flate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var flate = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            flate.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Save behind save, each with its own catalogue when there is one to write.</summary>
    private static byte[] Saves(int count, Func<int, string> catalogue)
    {
        var file = new StringBuilder(Encoding.Latin1.GetString(Of("<</Type/Catalog>>")));
        var before = file.ToString().LastIndexOf("xref\n1", StringComparison.Ordinal);
        for (var i = 0; i < count && file.Length < Room; i++)
        {
            var (at, written) = (file.Length, catalogue(i));
            file.Append(written.Length == 0 ? "" : $"1 0 obj\n{written}\nendobj\n");
            var table = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"xref\n{(written.Length == 0 ? "0 0" : $"1 1\n{at:D10} 00000 n ")}\n");
            file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size 2/Root 1 0 R/ID[<00><{i:X4}>]/Prev {before}>>\nstartxref\n{table}\n%%EOF\n");
            before = table;
        }

        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>Each object is a text that holds the next one, so each is as long as the file; the fields name them all.</summary>
    private static byte[] Nested(int count)
    {
        var (file, offsets) = (new StringBuilder("%PDF-1.7\n"), new List<int>());
        offsets.Add(file.Length);
        file.Append("1 0 obj\n<</Type/Catalog/AcroForm 2 0 R>>\nendobj\n");
        offsets.Add(file.Length);
        file.Append(CultureInfo.InvariantCulture, $"2 0 obj\n<</Fields[{string.Concat(Enumerable.Range(3, 16).Select(n => $"{n} 0 R "))}]>>\nendobj\n");
        for (var i = 0; i < count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 3} 0 obj\n<</FT/Sig/V {Math.Min(i + 17, count + 1)} 0 R/A(");
        }

        file.Append('x', Room - (count * 30) - file.Length);
        for (var i = 0; i < count; i++)
        {
            file.Append(")>>\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n1 {offsets.Count}\n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {offsets.Count + 1}/Root 1 0 R>>\n");
        return Raw(file.ToString(), table);
    }

    /// <summary>So many fields, all with one signature that says it covers the file but its own contents.</summary>
    private static byte[] Fields(int count, string contents, string? range = null)
    {
        const string Placeholder = "[0 HHHHHHHHHH NNNNNNNNNN RRRRRRRRRR]";
        var file = Encoding.Latin1.GetString(Of(
            "<</Type/Catalog/AcroForm 2 0 R>>",
            $"<</Fields[{string.Concat(Enumerable.Repeat("3 0 R ", count))}]>>",
            "<</FT/Sig/V 4 0 R/T<FEFF00410073006E>>>",
            $"<</ByteRange{range ?? Placeholder}/M(D:20260101000000+08'00')/Contents<{contents}>>>"));
        var hole = file.IndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var next = hole + contents.Length + 2;
        return Encoding.Latin1.GetBytes(file.Replace(
            Placeholder, string.Create(CultureInfo.InvariantCulture, $"[0 {hole,-10} {next,-10} {file.Length - next,-10}]"),
            StringComparison.Ordinal));
    }
}
