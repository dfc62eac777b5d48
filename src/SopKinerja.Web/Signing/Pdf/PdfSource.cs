using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>One save of the file: what lies between the end of the save before and its own end.</summary>
/// <param name="End">Behind its last byte, the line end after %%EOF.</param>
internal sealed record PdfRevision(int Start, int End, int Table, PdfMap Trailer, IReadOnlyDictionary<int, int> Offsets)
{
    public int Size => int.Parse(((PdfAtom)Trailer["/Size"]!).Raw, CultureInfo.InvariantCulture);
}

/// <summary>
/// A PDF as our engine writes it and our signatures extend it: plain objects, classic cross-reference tables, every save complete in
/// itself. Other PDFs are refused by name, because a reader that forgives is a reader that can be deceived.
/// </summary>
internal sealed class PdfSource
{
    private static readonly byte[] Header = "%PDF-"u8.ToArray();

    private readonly byte[] _bytes;

    private readonly PdfBudget _budget;

    private readonly Dictionary<(int Number, int Offset), PdfObject> _read = [];

    private PdfSource(byte[] bytes, PdfBudget budget, IReadOnlyList<PdfRevision> revisions) =>
        (_bytes, _budget, Revisions) = (bytes, budget, revisions);

    public IReadOnlyList<PdfRevision> Revisions { get; }

    public PdfMap Trailer => Revisions[^1].Trailer;

    /// <exception cref="PdfRefusedException">The file is broken, encrypted, not ours, or costs too much.</exception>
    public static PdfSource Read(byte[] bytes, CancellationToken cancel = default)
    {
        if (!bytes.AsSpan().StartsWith(Header))
        {
            throw new PdfRefusedException(PdfFault.Broken, "awalnya bukan PDF");
        }

        var budget = new PdfBudget(bytes.Length, cancel);
        var found = new List<(int Table, PdfMap Trailer, Dictionary<int, int> Offsets, int End)>();
        for (var table = (int?)LastTable(bytes, budget); table is { } start; table = Number(found[^1].Trailer["/Prev"]))
        {
            if (found.Count == PdfBudget.MostSaves)
            {
                throw new PdfRefusedException(PdfFault.TooMuch, "terlalu sering disimpan ulang");
            }

            if (found.Count > 0 && start >= found[^1].Table)
            {
                throw new PdfRefusedException(PdfFault.Broken, "daftar isinya berputar");
            }

            found.Add(ReadTable(bytes, start, budget));
        }

        if (found[0].End != bytes.Length)
        {
            throw new PdfRefusedException(PdfFault.Broken, "ada sisa di belakangnya");
        }

        found.Reverse();
        var revisions = new List<PdfRevision>();
        foreach (var (table, trailer, offsets, end) in found)
        {
            var begin = revisions.Count == 0 ? 0 : revisions[^1].End;
            if (table < begin || offsets.Values.Any(offset => offset < begin || offset >= table))
            {
                throw new PdfRefusedException(PdfFault.Broken, "daftar isinya menunjuk ke luar bagiannya");
            }

            revisions.Add(new(begin, end, table, trailer, offsets));
        }

        return new(bytes, budget, revisions);
    }

    /// <summary>An object as it stands in the last save, or in an earlier one; null when there is none.</summary>
    public PdfObject? Find(int number, int? revision = null)
    {
        for (var i = revision ?? (Revisions.Count - 1); i >= 0; i--)
        {
            if (Revisions[i].Offsets.TryGetValue(number, out var offset))
            {
                if (!_read.TryGetValue((number, offset), out var known))
                {
                    known = new PdfScanner(_bytes, offset, _budget).Object(number);
                    _read[(number, offset)] = known;
                }

                return known;
            }
        }

        return null;
    }

    /// <exception cref="PdfRefusedException">The value is no reference to a dictionary that is there.</exception>
    public PdfMap Map(PdfValue? reference, int? revision = null) =>
        reference is PdfReference { Number: var number } && Find(number, revision) is { } found
            ? found.Map
            : throw new PdfRefusedException(PdfFault.Broken, "ada bagian yang hilang");

    /// <summary>Between two pieces of work that read nothing more.</summary>
    /// <exception cref="PdfRefusedException">Time is up.</exception>
    public void Time() => _budget.Time();

    public static int? Number(PdfValue? value) =>
        value is PdfAtom { Raw: var raw } && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A whole number in a dictionary, where another reader might resolve or round what stands there.</summary>
    /// <exception cref="PdfRefusedException">It is there, and is no whole number written out.</exception>
    public static int Number(PdfMap map, string key, int absent) => map[key] is not { } value ? absent
        : Number(value) ?? throw new PdfRefusedException(PdfFault.Broken, $"nilai {key} tidak tertulis langsung");

    public static int LastTable(byte[] bytes, PdfBudget budget)
    {
        var tail = Encoding.Latin1.GetString(bytes, Math.Max(0, bytes.Length - 64), Math.Min(64, bytes.Length));
        var at = tail.LastIndexOf("startxref", StringComparison.Ordinal);
        return at < 0
            ? throw new PdfRefusedException(PdfFault.Broken, "akhirnya tidak ada, mungkin terpotong")
            : new PdfScanner(bytes, bytes.Length - tail.Length + at + "startxref".Length, budget).Integer();
    }

    private static (int Table, PdfMap Trailer, Dictionary<int, int> Offsets, int End) ReadTable(
        byte[] bytes, int start, PdfBudget budget)
    {
        if (start >= bytes.Length)
        {
            throw new PdfRefusedException(PdfFault.Broken, "daftar isinya di luar dokumen");
        }

        var scanner = new PdfScanner(bytes, start, budget);
        if (!scanner.TryKeyword("xref"))
        {
            throw new PdfScanner(bytes, start, budget).IsObject()
                ? new PdfRefusedException(PdfFault.Foreign, "daftar isinya dipadatkan")
                : new PdfRefusedException(PdfFault.Broken, "daftar isinya tidak ada di tempatnya");
        }

        var offsets = new Dictionary<int, int>();
        while (!scanner.TryKeyword("trailer"))
        {
            var first = scanner.Integer();
            var count = scanner.Integer();
            for (var i = 0; i < count; i++)
            {
                budget.Value();
                var offset = scanner.Integer();
                _ = scanner.Integer();
                if (scanner.TryKeyword("n"))
                {
                    offsets[checked(first + i)] = offset;
                }
                else
                {
                    scanner.Keyword("f");
                }
            }
        }

        if (scanner.Value() is not PdfMap trailer || Number(trailer["/Size"]) is null)
        {
            throw new PdfRefusedException(PdfFault.Broken, "penutupnya tidak terbaca");
        }

        if (trailer["/Encrypt"] is not null)
        {
            throw new PdfRefusedException(PdfFault.Encrypted, "");
        }

        if (trailer["/XRefStm"] is not null)
        {
            throw new PdfRefusedException(PdfFault.Foreign, "daftar isinya ganda");
        }

        scanner.SkipComment();
        scanner.Keyword("startxref");
        if (scanner.Integer() != start)
        {
            throw new PdfRefusedException(PdfFault.Broken, "penutupnya menunjuk ke tempat lain");
        }

        scanner.Keyword("%%EOF");
        var end = scanner.Position;
        budget.Bytes(end - start);
        return end < bytes.Length && bytes[end] == '\n'
            ? (start, trailer, offsets, end + 1)
            : throw new PdfRefusedException(PdfFault.Foreign, "barisnya tidak berakhir seperti biasanya");
    }
}
