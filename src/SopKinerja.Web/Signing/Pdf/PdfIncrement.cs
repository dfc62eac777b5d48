using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Objects that are added behind a file, which itself stays as it is, byte for byte (ISO 32000-1, 7.5.6).</summary>
internal sealed class PdfIncrement(byte[] before, PdfSource source)
{
    private readonly SortedDictionary<int, PdfObject> _objects = [];

    private int _next = source.Revisions[^1].Size;

    public int Take() => _next++;

    public void Put(int number, PdfValue value, ReadOnlyMemory<byte>? stream = null) => _objects[number] = new(value, stream);

    /// <param name="identifier">16 bytes, hexadecimal: what tells this state of the file from the one before.</param>
    public (byte[] File, int Start) Write(string identifier, int sought)
    {
        using var file = new MemoryStream(before.Length + 65_536);
        file.Write(before);
        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, one) in _objects)
        {
            offsets[number] = (int)file.Position;
            Write(file, $"{number} 0 obj\n{one.Value}\n");
            if (one.Stream is { } stream)
            {
                Write(file, "stream\n");
                file.Write(stream.Span);
                Write(file, "\nendstream\n");
            }

            Write(file, "endobj\n");
        }

        var table = (int)file.Position;
        Write(file, Table(offsets)
            + "trailer\n" + Trailer(identifier) + string.Create(CultureInfo.InvariantCulture, $"\nstartxref\n{table}\n%%EOF\n"));
        return (file.ToArray(), offsets[sought]);
    }

    private PdfMap Trailer(string identifier)
    {
        var first = source.Trailer["/ID"] is PdfArray { Items: [var one, ..] } ? one : new PdfAtom($"<{identifier}>");
        return source.Trailer.Without("/Prev", "/XRefStm")
            .With("/Size", Number(_next))
            .With("/ID", new PdfArray([first, new PdfAtom($"<{identifier}>")]))
            .With("/Prev", Number(source.Revisions[^1].Table));
    }

    private static string Table(SortedDictionary<int, int> offsets)
    {
        var text = new StringBuilder("xref\n");
        foreach (var number in offsets.Keys)
        {
            if (!offsets.ContainsKey(number - 1))
            {
                var run = Enumerable.Range(number, offsets.Count).TakeWhile(offsets.ContainsKey).Count();
                text.Append(CultureInfo.InvariantCulture, $"{number} {run}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{offsets[number]:D10} 00000 n \n");
        }

        return text.ToString();
    }

    public static PdfAtom Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
