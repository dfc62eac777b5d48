using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Reads values from the bytes of a PDF, as strictly as its writers write: without comments, escaped keys or double
/// keys.</summary>
internal sealed class PdfScanner(byte[] bytes, int position, PdfBudget budget)
{
    private const int MostDigits = 20;

    private int _depth;

    public int Position { get; private set; } = position;

    public bool TryKeyword(string keyword)
    {
        SkipSpace();
        var isThere = bytes.Length - Position >= keyword.Length && Ascii.Equals(bytes.AsSpan(Position, keyword.Length), keyword);
        Position += isThere ? keyword.Length : 0;
        return isThere;
    }

    public void Keyword(string keyword)
    {
        if (!TryKeyword(keyword))
        {
            throw Broken($"“{keyword}” tidak ada di tempatnya");
        }
    }

    /// <summary>Whether "N G obj" stands here.</summary>
    public bool IsObject()
    {
        try
        {
            return Integer() >= 0 && Integer() >= 0 && TryKeyword("obj");
        }
        catch (PdfRefusedException)
        {
            return false;
        }
    }

    public int Integer()
    {
        SkipSpace();
        var start = Position;
        while (Position < bytes.Length && char.IsAsciiDigit((char)bytes[Position]))
        {
            Position++;
        }

        return int.TryParse(bytes.AsSpan(start, Position - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Broken("ada angka yang tidak terbaca");
    }

    public PdfValue Value()
    {
        SkipSpace();
        budget.Value();
        if (Position >= bytes.Length || ++_depth > PdfBudget.Deepest)
        {
            throw Broken("isinya terpotong atau terlalu dalam");
        }

        var value = (char)bytes[Position] switch
        {
            '/' => new PdfAtom(Name()),
            '(' => new PdfAtom(Literal()),
            '[' => Array(),
            '<' when Position + 1 < bytes.Length && bytes[Position + 1] == '<' => Map(),
            '<' => new PdfAtom(Hex()),
            _ => NumberOrWord(),
        };
        _depth--;
        return value;
    }

    /// <summary>The object that begins here with "N 0 obj".</summary>
    /// <param name="lengthOf">What the number of an object stands for as a length; null where lengths stand in their place.</param>
    public PdfObject Object(int number, Func<int, int?>? lengthOf = null)
    {
        var start = Position;
        if (Integer() != number || Integer() != 0)
        {
            throw Broken($"objek {number} tidak ada di tempatnya");
        }

        Keyword("obj");
        var value = Value();
        ReadOnlyMemory<byte>? stream = null;
        if (value is PdfMap map && TryKeyword("stream"))
        {
            // Whoever goes to the end of the line must come out where whoever goes one byte on does (ISO 32000-1, 7.3.8.1).
            Position += bytes.AsSpan(Position) switch
            {
                [(byte)'\n', ..] => 1,
                [(byte)'\r', (byte)'\n', ..] => 2,
                _ => throw Broken("ada aliran yang tidak dimulai pada baris baru"),
            };
            var length = map["/Length"] switch
            {
                PdfAtom { Raw: var raw } when int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var size) => size,
                PdfReference { Number: var elsewhere } => lengthOf?.Invoke(elsewhere),
                _ => null,
            } ?? throw new PdfRefusedException(PdfFault.Foreign, "panjang alirannya tidak tertulis langsung");
            if (length > bytes.Length - Position)
            {
                throw Broken("ada aliran yang terpotong");
            }

            stream = bytes.AsMemory(Position, length);
            Position += length;
            Keyword("endstream");
        }

        Keyword("endobj");
        budget.Bytes(Position - start - (stream?.Length ?? 0));
        return new(value, stream);
    }

    public void SkipComment()
    {
        if (TryKeyword("%"))
        {
            Position = System.Array.IndexOf(bytes, (byte)'\n', Position) is var end and >= 0 ? end : bytes.Length;
        }
    }

    public void SkipSpace()
    {
        while (Position < bytes.Length && IsSpace(bytes[Position]))
        {
            Position++;
        }
    }

    private PdfMap Map()
    {
        Position += 2;
        var entries = new List<(string Key, PdfValue Value)>();
        var keys = new HashSet<string>();
        while (!TryKeyword(">>"))
        {
            SkipSpace();
            var key = Position < bytes.Length && bytes[Position] == '/' ? Name() : throw Broken("ada kamus yang tidak terbaca");
            if (key.Contains('#', StringComparison.Ordinal) || !keys.Add(key))
            {
                throw Broken("ada kunci ganda atau tersamar");
            }

            entries.Add((key, Value()));
        }

        return new(entries);
    }

    private PdfArray Array()
    {
        Position++;
        var items = new List<PdfValue>();
        while (!TryKeyword("]"))
        {
            items.Add(Value());
        }

        return new(items);
    }

    private PdfValue NumberOrWord()
    {
        var word = Word();
        if (word.Length == 0)
        {
            throw Broken("ada nilai yang tidak terbaca");
        }

        // "12 0 R": two numbers and a letter are one value.
        var after = Position;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && TryWord('0') && TryWord('R'))
        {
            return new PdfReference(number);
        }

        Position = after;
        return word is "true" or "false" or "null" || IsNumber(word) ? new PdfAtom(word) : throw Broken("ada nilai yang tidak terbaca");
    }

    // "+36" and "--5" are read by some and left by others; so are numbers that no machine holds.
    private static bool IsNumber(string word)
    {
        var digits = word.StartsWith('-') ? word.AsSpan(1) : word;
        var point = digits.IndexOf('.');
        return digits.Length is > 0 and <= MostDigits && digits.ContainsAnyInRange('0', '9')
            && !digits[(point < 0 ? 0 : point + 1)..].ContainsAnyExceptInRange('0', '9')
            && (point < 0 || !digits[..point].ContainsAnyExceptInRange('0', '9'))
            && (point >= 0 || int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
    }

    // Whether this one letter stands here as a word.
    private bool TryWord(char letter)
    {
        SkipSpace();
        if (Position >= bytes.Length || bytes[Position] != letter || (Position + 1 < bytes.Length && !EndsWord(bytes[Position + 1])))
        {
            return false;
        }

        Position++;
        return true;
    }

    private string Word()
    {
        var start = Position;
        while (Position < bytes.Length && !EndsWord(bytes[Position]))
        {
            Position++;
        }

        return Encoding.Latin1.GetString(bytes, start, Position - start);
    }

    private string Name()
    {
        Position++;
        return "/" + Word();
    }

    private string Literal()
    {
        var start = Position;
        var open = 0;
        for (; Position < bytes.Length; Position++)
        {
            switch ((char)bytes[Position])
            {
                case '\\':
                    Position++;
                    break;
                case '(':
                    open++;
                    break;
                case ')' when --open == 0:
                    Position++;
                    return Encoding.Latin1.GetString(bytes, start, Position - start);
                default:
                    break;
            }
        }

        throw Broken("ada teks yang tidak berakhir");
    }

    private string Hex()
    {
        var end = System.Array.IndexOf(bytes, (byte)'>', Position);
        if (end < 0)
        {
            throw Broken("ada teks yang tidak berakhir");
        }

        var text = Encoding.Latin1.GetString(bytes, Position, end + 1 - Position);
        Position = end + 1;
        return text;
    }

    private static bool EndsWord(byte value) => IsSpace(value) || "/()[]<>{}%"u8.Contains(value);

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static PdfRefusedException Broken(string detail) => new(PdfFault.Broken, detail);
}
