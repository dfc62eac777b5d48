using System.Globalization;
using System.IO.Compression;
using System.Text;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Tests.Signing.Bsre;

/// <summary>How a save lists its objects.</summary>
public enum SaveStyle
{
    Table,

    /// <summary>As a stream, with all objects that have none of their own packed into another.</summary>
    Packed,
}

/// <summary>A save behind a file, as other programs write it: by code of its own, in either style.</summary>
internal sealed class ForeignSave
{
    private readonly byte[] _before;

    private readonly SavedPdf _saved;

    private readonly int _last;

    private readonly SortedDictionary<int, (PdfValue Value, byte[]? Stream)> _objects = [];

    private int _next;

    public ForeignSave(byte[] before)
    {
        (_before, _saved) = (before, SavedPdf.Read(before));
        _last = _saved.Saves.Count - 1;
        _next = PdfSource.Number(Trailer["/Size"])!.Value;
        Form = FormRooms.Of(before);
    }

    public FormRooms Form { get; }

    public PdfMap Trailer => _saved.Saves[_last].Trailer;

    public PdfReference Root => (PdfReference)Trailer["/Root"]!;

    /// <summary>Behind the objects, where no list names it.</summary>
    public string Hidden { get; set; } = "";

    /// <summary>Changes the trailer.</summary>
    public Func<PdfMap, PdfMap> Closing { get; set; } = trailer => trailer;

    /// <summary>Changes the dictionary of what holds packed objects.</summary>
    public Func<PdfMap, PdfMap> Holding { get; set; } = map => map;

    /// <summary>The number of a list that is a stream and does not name itself, as PDFBox writes it; null for one that does.</summary>
    public int? OwnList { get; set; }

    public int Take() => _next++;

    /// <summary>As the save has it, or else the file before.</summary>
    public PdfMap Map(PdfValue? value) => value is PdfReference { Number: var number }
        ? _objects.TryGetValue(number, out var own) ? (PdfMap)own.Value : _saved.Find(number, _last)!.Map
        : (PdfMap)value!;

    public PdfMap Page(int index) => Map(new PdfReference(Form.Pages[index]));

    public byte[] Packed(int number) => _saved.Find(number, _last)!.Stream!.Value.ToArray();

    public void Put(int number, PdfValue value, byte[]? stream = null) => _objects[number] =
        (stream is not null && value is PdfMap map ? map.With("/Length", Number(stream.Length)) : value, stream);

    public int Add(PdfValue value, byte[]? stream = null)
    {
        var number = Take();
        Put(number, value, stream);
        return number;
    }

    public byte[] Write(SaveStyle style)
    {
        using var file = new MemoryStream();
        file.Write(_before);
        var places = new SortedDictionary<int, (int Kind, int Where, int Third)>();
        var packed = style == SaveStyle.Packed
            ? _objects.Where(o => o.Value.Stream is null && (o.Value.Value as PdfMap)?["/ByteRange"] is null).ToList() : [];
        if (packed.Count > 0)
        {
            var (heads, bodies) = (new StringBuilder(), new StringBuilder());
            var holder = Take();
            for (var i = 0; i < packed.Count; i++)
            {
                heads.Append(CultureInfo.InvariantCulture, $"{packed[i].Key} {bodies.Length} ");
                bodies.Append(packed[i].Value.Value).Append('\n');
                places[packed[i].Key] = (2, holder, i);
            }

            var bytes = Deflated(Encoding.Latin1.GetBytes($"{heads}{bodies}"));
            _objects[holder] = (Holding(Pairs("/Type /ObjStm /Filter /FlateDecode", ("/N", Number(packed.Count)), ("/First", Number(heads.Length)),
                ("/Length", Number(bytes.Length)))), bytes);
        }

        foreach (var (number, one) in _objects.Where(o => !places.ContainsKey(o.Key)))
        {
            places[number] = (1, (int)file.Position, 0);
            Write(file, $"{number} 0 obj\n{one.Value}\n");
            if (one.Stream is { } stream)
            {
                Write(file, "stream\r\n");
                file.Write(stream);
                Write(file, "\r\nendstream\n");
            }

            Write(file, "endobj\n");
        }

        Write(file, Hidden);
        var table = (int)file.Position;
        if (style == SaveStyle.Packed)
        {
            WriteStream(file, places, table);
        }
        else
        {
            Write(file, "xref\n0 1\n0000000000 65535 f \n");
            foreach (var (number, place) in places)
            {
                Write(file, string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{place.Where:D10} 00000 n \n"));
            }

            Write(file, $"trailer\n{Closed()}\n%iText-5.5.13.3\n");
        }

        Write(file, string.Create(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }

    private void WriteStream(MemoryStream file, SortedDictionary<int, (int Kind, int Where, int Third)> places, int table)
    {
        var own = OwnList ?? Take();
        if (OwnList is null)
        {
            places[own] = (1, table, 0);
        }

        var rows = new List<byte>();
        foreach (var (kind, where, third) in places.Values)
        {
            rows.AddRange([(byte)kind, (byte)(where >> 24), (byte)(where >> 16), (byte)(where >> 8), (byte)where, (byte)(third >> 8), (byte)third]);
        }

        var bytes = Deflated([.. rows]);
        var map = Closed().With("/Type", new PdfAtom("/XRef")).With("/W", new PdfArray([Number(1), Number(4), Number(2)]))
            .With("/Index", new PdfArray([.. places.Keys.SelectMany(n => new[] { Number(n), Number(1) })]))
            .With("/Filter", new PdfAtom("/FlateDecode")).With("/Length", Number(bytes.Length));
        Write(file, $"{own} 0 obj\n{map}\nstream\r\n");
        file.Write(bytes);
        Write(file, "\r\nendstream\nendobj\n");
    }

    private PdfMap Closed() => Closing(new([("/Prev", Number(_saved.Saves[_last].Table)), ("/Root", Root),
        ("/Info", Trailer["/Info"]!),
        ("/ID", new PdfArray([((PdfArray)Trailer["/ID"]!).Items[0], new PdfAtom("<00112233445566778899AABBCCDDEEFF>")])),
        ("/Size", Number(_next))]));

    public static PdfAtom Number(double number) => new(number.ToString("0.###", CultureInfo.InvariantCulture));

    public static PdfMap Pairs(string pairs, params (string, PdfValue)[] more) =>
        new([.. pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], (PdfValue)new PdfAtom(pair[1]))), .. more]);

    public static byte[] Deflated(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
