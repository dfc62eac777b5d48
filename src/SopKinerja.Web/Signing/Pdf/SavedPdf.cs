using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Where an object stands: at a place in the file, or packed in a stream of the same save.</summary>
internal readonly record struct PdfPlace(int Offset, int? PackedIn, int Index);

/// <summary>One save, by whichever program.</summary>
/// <param name="Table">Where its list of objects stands.</param>
/// <param name="End">Behind its last byte, the line end after %%EOF.</param>
/// <param name="List">The number of that list, where it is an object.</param>
internal sealed record PdfSave(int Start, int Table, int End, PdfMap Trailer, int? List, IReadOnlyDictionary<int, PdfPlace> Places);

/// <summary>
/// A form of ours with the saves that another program put behind it. Those may spell as they like (lists of objects and objects packed or
/// not), but every byte of them is an object that is listed, the list, or white space and comments: what a more forgiving reader could
/// find there besides is refused, so that no reader sees other objects than this one.
/// </summary>
internal sealed partial class SavedPdf
{
    private const int MostPacked = 1000;

    // What signs writes a few dozen; readers give up at some million.
    private const int MostNew = 1000;

    private static readonly HashSet<string> OfHolder = ["/Type", "/N", "/First", "/Length", "/Filter", "/DecodeParms"];

    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["endobj", "endstream", "trailer", "xref", "%%EOF", "/XRef", "/ObjStm"], StringComparison.Ordinal);

    private readonly byte[] _bytes;

    private readonly PdfBudget _budget;

    private readonly Dictionary<(int Save, int Number), (PdfObject Object, int End)> _read = [];

    private readonly Dictionary<(int Save, int Stream), IReadOnlyList<PdfObject>> _packed = [];

    private SavedPdf(byte[] bytes, PdfBudget budget, IReadOnlyList<PdfSave> saves) => (_bytes, _budget, Saves) = (bytes, budget, saves);

    public IReadOnlyList<PdfSave> Saves { get; }

    /// <exception cref="PdfRefusedException">The file is broken, or a later save is not what it lists.</exception>
    public static SavedPdf Read(byte[] bytes, CancellationToken cancel = default)
    {
        var budget = new PdfBudget(bytes.Length, cancel);
        var found = new List<PdfSave>();
        for (var table = (int?)PdfSource.LastTable(bytes, budget); table is { } start; table = PdfSource.Number(found[^1].Trailer["/Prev"]))
        {
            if (found.Count == PdfBudget.MostSaves)
            {
                throw new PdfRefusedException(PdfFault.TooMuch, "terlalu sering disimpan ulang");
            }

            if (start >= bytes.Length || (found.Count > 0 && start >= found[^1].Table))
            {
                throw Broken("daftar isinya berputar");
            }

            found.Add(PdfSaveList.Read(bytes, start, budget));
        }

        if (found[0].End != bytes.Length)
        {
            throw Broken("ada sisa di belakangnya");
        }

        found.Reverse();
        var saves = found.Select((save, i) => save with { Start = i == 0 ? 0 : found[i - 1].End }).ToList();
        var saved = new SavedPdf(bytes, budget, saves);
        for (var i = 1; i < saves.Count; i++)
        {
            saved.RefuseNumbers(i);
            saved.RefuseUnlisted(i);
        }

        return saved;
    }

    /// <summary>An object as it stands after a save; null when there is none.</summary>
    public PdfObject? Find(int number, int save) => SaveOf(number, save) is { } own ? In(own, number).Object : null;

    /// <summary>The save that an object has its state from; null when there is none.</summary>
    public int? SaveOf(int number, int save)
    {
        for (var i = save; i >= 0; i--)
        {
            if (Saves[i].Places.ContainsKey(number))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>What a value stands for: itself, or the object that it refers to.</summary>
    /// <exception cref="PdfRefusedException">It refers to nothing.</exception>
    public PdfValue? Resolve(PdfValue? value, int save) => value is PdfReference { Number: var number }
        ? Find(number, save)?.Value ?? throw Broken("ada bagian yang hilang")
        : value;

    /// <exception cref="PdfRefusedException">It is no dictionary.</exception>
    public PdfMap Map(PdfValue? value, int save) => Resolve(value, save) as PdfMap ?? throw Broken("isinya tidak seperti yang dijanjikan");

    public void Time() => _budget.Time();

    private (PdfObject Object, int End) In(int save, int number)
    {
        if (!_read.TryGetValue((save, number), out var known))
        {
            var place = Saves[save].Places[number];
            known = place.PackedIn is { } stream ? (Packed(save, stream)[place.Index], 0) : At(save, number, place.Offset);
            _read[(save, number)] = known;
        }

        return known;
    }

    private (PdfObject Object, int End) At(int save, int number, int offset)
    {
        var scanner = new PdfScanner(_bytes, offset, _budget);
        var found = scanner.Object(number, length => Length(save, length));
        return save == 0 || found is not { Stream: not null, Value: PdfMap map }
            || PdfUnpacking.IsPlain(map, isList: number == Saves[save].List || IsHolder(save, number))
            ? (found, scanner.Position)
            : throw Broken("ada aliran yang isinya di tempat lain atau dipadatkan dengan cara tersamar");
    }

    /// <summary>Whether others are packed in it.</summary>
    public bool IsHolder(int save, int number) => Saves[save].Places.Values.Any(place => place.PackedIn == number);

    private int? Length(int save, int number) => Saves[save].Places.TryGetValue(number, out var place) && place.PackedIn is null
        ? PdfSource.Number(new PdfScanner(_bytes, place.Offset, _budget).Object(number).Value)
        : null;

    /// <summary>What a stream of objects holds: exactly what the list says of it.</summary>
    private IReadOnlyList<PdfObject> Packed(int save, int stream)
    {
        if (_packed.TryGetValue((save, stream), out var known))
        {
            return known;
        }

        if (!Saves[save].Places.TryGetValue(stream, out var own) || own.PackedIn is not null)
        {
            throw Broken("ada bagian yang hilang");
        }

        var holder = In(save, stream).Object;
        if (!holder.Map.Is("/Type", "/ObjStm") || !holder.Map.Entries.All(e => OfHolder.Contains(e.Key))
            || PdfSource.Number(holder.Map["/N"]) is not (> 0 and <= MostPacked and var count)
            || PdfSource.Number(holder.Map["/First"]) is not { } first)
        {
            throw Broken("ada bagian yang dipadatkan yang tidak terbaca");
        }

        var bytes = PdfUnpacking.Of(holder, _budget);
        RefuseWords(Encoding.Latin1.GetString(bytes));
        var list = new PdfScanner(bytes, 0, _budget);
        var objects = new List<PdfObject>();
        for (var i = 0; i < count; i++)
        {
            var (number, offset) = (list.Integer(), list.Integer());
            if (!Saves[save].Places.TryGetValue(number, out var place) || place.PackedIn != stream || place.Index != i
                || (long)first + offset >= bytes.Length)
            {
                throw Broken("bagian yang dipadatkan tidak sama dengan daftarnya");
            }

            objects.Add(new(new PdfScanner(bytes, first + offset, _budget).Value(), null));
        }

        if (Saves[save].Places.Values.Any(p => p.PackedIn == stream && p.Index >= count))
        {
            throw Broken("bagian yang dipadatkan tidak sama dengan daftarnya");
        }

        return _packed[(save, stream)] = objects;
    }

    /// <summary>Numbers go on from those before: a reader that knows no such number, or holds /Size against what it finds, throws the list
    /// away and looks for objects by itself.</summary>
    private void RefuseNumbers(int index)
    {
        var (save, next, size) = (Saves[index], SizeOf(index - 1), SizeOf(index));
        if (save.Places.Keys.Any(number => number < next && SaveOf(number, index - 1) is null) || save.List < next
            || size < next || size - next > MostNew || size != Math.Max(next, save.Places.Keys.Append(save.List ?? 0).Max() + 1))
        {
            throw Broken("nomor bagian-bagiannya tidak menyambung yang sudah ada");
        }

        if (save.Places.Any(p => (p.Value.PackedIn is null && p.Value.Offset == save.Table) != (p.Key == save.List)))
        {
            throw Broken("daftar isinya menunjuk ke tempat lain");
        }
    }

    private int SizeOf(int save) => PdfSource.Number(Saves[save].Trailer["/Size"])!.Value;

    private void RefuseUnlisted(int index)
    {
        var save = Saves[index];
        if (save.Start > save.Table)
        {
            throw Broken("daftar isinya menunjuk ke luar bagiannya");
        }

        var parts = new List<(int Start, int End)> { (save.Table, save.End) };
        foreach (var (number, place) in save.Places)
        {
            if (place.PackedIn is { } stream)
            {
                _ = Packed(index, stream);
            }
            else if (place.Offset < save.Start || place.Offset > save.Table)
            {
                throw Broken("daftar isinya menunjuk ke luar bagiannya");
            }
            else if (place.Offset < save.Table)
            {
                parts.Add((place.Offset, In(index, number).End));
            }
        }

        var at = save.Start;
        foreach (var (start, end) in parts.Order())
        {
            if (start < at || !IsBlank(_bytes.AsSpan(at, start - at)))
            {
                throw Broken(start < at ? "bagian-bagiannya bertumpukan" : "ada bagian yang tidak tercatat dalam daftar isinya");
            }

            at = end;
        }

        RefuseHidden(save, index);
    }

    /// <summary>A reader that mistrusts the list looks for words by itself, in streams and texts too, some in what streams unpack to: it
    /// must find what is listed and nothing else.</summary>
    private void RefuseHidden(PdfSave save, int index)
    {
        var text = Encoding.Latin1.GetString(_bytes, save.Start, save.End - save.Start);
        var plain = save.Places.Where(p => p.Value.PackedIn is null && p.Value.Offset < save.Table).Select(p => p.Key).ToList();
        var isTable = text.AsSpan(save.Table - save.Start).StartsWith("xref");
        var objects = plain.Count + (isTable ? 0 : 1);
        var streams = plain.Count(number => In(index, number).Object.Stream is not null) + (isTable ? 0 : 1);
        if (Began().Count(text) != objects || Count(text, "endobj") != objects || Count(text, "endstream") != streams
            || Count(text, "trailer") != (isTable ? 1 : 0) || Count(text, "startxref") != 1 || Count(text, "%%EOF") != 1
            || Count(text, "xref") != (isTable ? 2 : 1)
            || Count(text, "/XRef") != (isTable ? 0 : 1) || Count(text, "/ObjStm") != plain.Count(number => IsHolder(index, number)))
        {
            throw Misleading();
        }

        foreach (var piece in plain.Where(number => !IsHolder(index, number)).Select(number => In(index, number).Object)
            .Where(one => one.Stream is not null).SelectMany(one => PdfUnpacking.Pieces(one, _budget)))
        {
            RefuseWords(piece.Span);
        }
    }

    // Within a stream no object begins.
    private static void RefuseWords(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Words) || Began().IsMatch(text))
        {
            throw Misleading();
        }
    }

    private static PdfRefusedException Misleading() => Broken("di dalamnya ada tulisan yang dapat dibaca sebagai bagian lain");

    private static int Count(ReadOnlySpan<char> text, string word) => text.Count(word);

    // Behind its number, white space or the end of a comment.
    [GeneratedRegex(@"[0-9\0\s]obj[^A-Za-z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Began();

    // White space, and comments to the end of their lines.
    private static bool IsBlank(ReadOnlySpan<byte> between)
    {
        for (var isComment = false; between.Length > 0; between = between[1..])
        {
            isComment = between[0] is (byte)'\n' or (byte)'\r' ? false : isComment || between[0] == (byte)'%';
            if (!isComment && between[0] is not (0 or 9 or 10 or 12 or 13 or 32))
            {
                return false;
            }
        }

        return true;
    }

    private static PdfRefusedException Broken(string detail) => new(PdfFault.Broken, detail);
}
