using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Whether two values say the same, however they are spelled: another program writes the keys of a dictionary in another order,
/// "1.0" for "1" and text in hexadecimal.</summary>
internal static class PdfMeaning
{
    private const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static bool IsSame(PdfValue? one, PdfValue? other) => (Said(one), Said(other)) switch
    {
        (null, null) => true,
        (PdfAtom a, PdfAtom b) => Of(a.Raw) == Of(b.Raw),
        (PdfReference a, PdfReference b) => a.Number == b.Number,
        (PdfArray a, PdfArray b) => a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(pair => IsSame(pair.First, pair.Second)),
        (PdfMap a, PdfMap b) => !Differing(a, b).Any(),
        _ => false,
    };

    /// <summary>The keys under which two dictionaries say different things, as the second or else the first spells them.</summary>
    public static IEnumerable<string> Differing(PdfMap one, PdfMap other)
    {
        var (before, after) = (ByKey(one), ByKey(other));
        return after.Where(e => !before.TryGetValue(e.Key, out var was) || !IsSame(was, e.Value)).Select(e => e.Key)
            .Concat(before.Keys.Where(key => !after.ContainsKey(key)));
    }

    /// <summary>A number; null for anything else.</summary>
    public static double? Number(PdfValue? value) =>
        value is PdfAtom { Raw: var raw } && decimal.TryParse(raw, Written, CultureInfo.InvariantCulture, out var number)
            ? (double)number
            : null;

    // A key whose value is null is not there (ISO 32000-1, 7.3.7).
    private static Dictionary<string, PdfValue> ByKey(PdfMap map) =>
        map.Entries.Where(e => Said(e.Value) is not null).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);

    private static PdfValue? Said(PdfValue? value) => value is PdfAtom { Raw: "null" } ? null : value;

    private static string Of(string raw) => raw[0] switch
    {
        '/' => Name(raw),
        '(' => "(" + Literal(raw.AsSpan(1, raw.Length - 2)),
        '<' => "(" + Hexadecimal(raw.AsSpan(1, raw.Length - 2)),
        _ when Number(new PdfAtom(raw)) is { } number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => raw,
    };

    private static string Name(string raw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '#' && i + 2 < raw.Length && char.IsAsciiHexDigit(raw[i + 1]) && char.IsAsciiHexDigit(raw[i + 2]))
            {
                text.Append((char)Convert.ToByte(raw.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                text.Append(raw[i]);
            }
        }

        return text.ToString();
    }

    private static string Hexadecimal(ReadOnlySpan<char> digits)
    {
        var text = new StringBuilder();
        var half = -1;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                continue;
            }

            var value = Convert.ToInt32(digit.ToString(), 16);
            if (half < 0)
            {
                half = value;
            }
            else
            {
                text.Append((char)((half * 16) + value));
                half = -1;
            }
        }

        return half < 0 ? text.ToString() : text.Append((char)(half * 16)).ToString();
    }

    private static string Literal(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\r')
            {
                i += i + 1 < raw.Length && raw[i + 1] == '\n' ? 1 : 0;
                text.Append('\n');
            }
            else if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
            }
            else
            {
                i += Escaped(raw[(i + 1)..], text);
            }
        }

        return text.ToString();
    }

    // How many characters the escape has behind its stroke.
    private static int Escaped(ReadOnlySpan<char> behind, StringBuilder text)
    {
        var octal = 0;
        while (octal < 3 && octal < behind.Length && behind[octal] is >= '0' and <= '7')
        {
            octal++;
        }

        if (octal > 0)
        {
            text.Append((char)(Convert.ToInt32(behind[..octal].ToString(), 8) & 0xFF));
            return octal;
        }

        switch (behind[0])
        {
            case '\r':
                return behind.Length > 1 && behind[1] == '\n' ? 2 : 1;
            case '\n':
                return 1;
            default:
                text.Append(behind[0] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var one => one });
                return 1;
        }
    }
}
