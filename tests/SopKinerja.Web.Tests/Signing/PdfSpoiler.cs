using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Tests.Signing;

/// <summary>Spoils genuine documents, the same ones for the same seed.</summary>
internal sealed partial class PdfSpoiler(Random random, IReadOnlyList<byte[]> genuine, SampleSignatures strangers)
{
    private static readonly string[] Numbers =
        ["0", "1", "-1", "2", "65535", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "1e9", "0.5", "NaN", "00000000000"];

    private static readonly string[] Words =
    [
        "/Type", "/Catalog", "/Pages", "/Page", "/Kids", "/Parent", "/Annots", "/AcroForm", "/Fields", "/SigFlags", "/Sig", "/FT", "/V", "/T",
        "/Rect", "/P", "/AP", "/N", "/ByteRange", "/Contents", "/M", "/Prev", "/Size", "/Root", "/Info", "/ID", "/Encrypt", "/XRefStm",
        "/Length", "/Dests", "/FitR", "/MediaBox", "/Creator", "/A#42", "/", "obj", "endobj", "stream", "endstream", "xref", "trailer",
        "startxref", "%%EOF", "<<", ">>", "[", "]", "(", ")", "<", ">", "null", "true", "R", "1 0 R", "%", "\\", "{", "}",
        "(D:00010101000000+08'00')", "(D:99991231235959+08'00')", "<FEFFD800>", "<FEFF0041", "/Keywords(Salinan 1/1)", "\0", "\r", "\n",
    ];

    private static readonly string[] Keys = ["/AA", "/OpenAction", "/Annots", "/Contents", "/Rotate", "/AcroForm", "/Dests", "/Resources", "/V", "/T"];

    private readonly List<string> _how = [];

    public string How => string.Join("; ", _how);

    public byte[] Next()
    {
        _how.Clear();
        if (random.Next(40) == 0)
        {
            return Noise();
        }

        var at = random.Next(genuine.Count);
        _how.Add($"state {at}");
        var file = genuine[at];
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            file = Spoil(file);
        }

        return random.Next(2) == 0 ? Listed(file) : file;
    }

    // What moved stands in the last list of contents again, so that the reader comes to it.
    private byte[] Listed(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var (table, end) = (text.LastIndexOf("xref\n", StringComparison.Ordinal), text.LastIndexOf("startxref", StringComparison.Ordinal));
        table = table == end + "start".Length ? text.LastIndexOf("\nxref\n", StringComparison.Ordinal) + 1 : table;
        var trailer = table > 0 && end > table ? text.IndexOf("trailer", table, end - table, StringComparison.Ordinal) : -1;
        if (trailer < 0)
        {
            return file;
        }

        _how.Add("listed");
        var before = text.LastIndexOf("%%EOF\n", table, StringComparison.Ordinal);
        var list = new StringBuilder(text[..table]).Append("xref\n");
        var objects = ObjectStart().Matches(text[..table]).Where(o => o.Index >= before).DistinctBy(o => o.Groups["n"].Value);
        foreach (var one in objects.OrderBy(o => o.Groups["n"].Value.Length).ThenBy(o => o.Groups["n"].Value, StringComparer.Ordinal))
        {
            list.Append(CultureInfo.InvariantCulture, $"{one.Groups["n"].Value} 1\n{one.Groups["n"].Index:D10} 00000 n \n");
        }

        list.Append(text[trailer..end]).Append(CultureInfo.InvariantCulture, $"startxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(list.ToString());
    }

    private byte[] Spoil(byte[] file)
    {
        var how = random.Next(16);
        _how.Add($"{how}");
        return how switch
        {
            0 => Changed(file, Anywhere(file), b => (byte)(b ^ (1 << random.Next(8)))),
            1 => Changed(file, Anywhere(file), _ => (byte)random.Next(256)),
            2 => InTheSkeleton(file, b => (byte)(b ^ (1 << random.Next(8)))),
            3 => Put(file, Anywhere(file), Encoding.Latin1.GetBytes(One(Words))),
            4 => Token(file, Integer(), _ => One(Numbers)),
            5 => Token(file, Integer(), known => Shifted(known)),
            6 => Token(file, NameWord(), _ => One(Words)),
            7 => Without(file, Anywhere(file), random.Next(200)),
            8 => Twice(file),
            9 => Spliced(file),
            10 => file[..random.Next(1, file.Length + 1)],
            11 => [.. file, .. Tail(file)],
            12 => Saved(file),
            13 => Saved(file),
            14 => InTheContents(file),
            _ => Signed(file),
        };
    }

    // What a save adds is well formed here, so that the guard is asked and not only the reader.
    private byte[] Saved(byte[] file)
    {
        try
        {
            var source = PdfSource.Read(file);
            var increment = new PdfIncrement(file, source);
            var last = 0;
            for (var times = 1 + random.Next(3); times > 0; times--)
            {
                var numbers = source.Revisions[random.Next(source.Revisions.Count)].Offsets.Keys.ToList();
                last = random.Next(4) == 0 ? increment.Take() : numbers[random.Next(numbers.Count)];
                var map = source.Find(last)?.Value as PdfMap ?? new PdfMap([]);
                increment.Put(last, Remade(map), random.Next(3) == 0 ? new byte[random.Next(50)] : source.Find(last)?.Stream);
            }

            return increment.Write(Convert.ToHexString(BitConverter.GetBytes(random.NextInt64())).PadLeft(32, '0'), last).File;
        }
        catch (Exception unreadable) when (IsOfTheMutant(unreadable))
        {
            return file;
        }
    }

    private PdfMap Remade(PdfMap map) => random.Next(4) switch
    {
        0 => map.With(One(Keys), new PdfAtom(One(Numbers))),
        1 => map.With(One(Keys), new PdfArray([new PdfReference(random.Next(60)), new PdfReference(random.Next(60))])),
        2 when map.Entries.Count > 0 => map.Without(map.Entries[random.Next(map.Entries.Count)].Key),
        _ => map.With("/AcroForm", new PdfReference(random.Next(60))),
    };

    // By people whom this dinas does not know.
    private byte[] Signed(byte[] file)
    {
        try
        {
            var places = Enum.GetValues<SignaturePlace>();
            return strangers.Sign(file, places[random.Next(places.Length)]);
        }
        catch (Exception unreadable) when (IsOfTheMutant(unreadable))
        {
            return file;
        }
    }

    // The writer, unlike the judge, is asked only for files of ours.
    private static bool IsOfTheMutant(Exception unreadable) => unreadable
        is PdfRefusedException or InvalidCastException or FormatException or OverflowException or NullReferenceException or ArgumentException;

    private byte[] Noise()
    {
        _how.Add("noise");
        var noise = new byte[random.Next(4000)];
        random.NextBytes(noise);
        return random.Next(2) == 0 ? noise
            : [.. "%PDF-1.7\nxref\n0 0\ntrailer\n"u8, .. noise, .. "startxref\n9\n%%EOF\n"u8];
    }

    // Most of a file is streams; this is the rest of it, which a reader reads.
    private byte[] InTheSkeleton(byte[] file, Func<byte, byte> change)
    {
        var marks = Skeleton().Matches(Encoding.Latin1.GetString(file));
        return marks.Count == 0 ? file : Changed(file, marks[random.Next(marks.Count)] is var mark
            ? mark.Index + random.Next(mark.Length) : 0, change);
    }

    private byte[] InTheContents(byte[] file)
    {
        var at = random.Next(2) == 0 ? file.AsSpan().LastIndexOf("/Contents<"u8) : file.AsSpan().IndexOf("/Contents<"u8);
        if (at < 0)
        {
            return file;
        }

        var digit = at + "/Contents<".Length + random.Next(3000);
        return digit >= file.Length ? file : random.Next(2) == 0
            ? Changed(file, digit, _ => (byte)"0123456789ABCDEFabcdef>"[random.Next(23)])
            : Changed(file, digit, b => char.IsAsciiLetterUpper((char)b) ? (byte)char.ToLowerInvariant((char)b) : (byte)'1');
    }

    private byte[] Token(byte[] file, Regex token, Func<string, string> change)
    {
        var text = Encoding.Latin1.GetString(file);
        var found = token.Matches(text);
        if (found.Count == 0)
        {
            return file;
        }

        var one = found[random.Next(found.Count)];
        var to = change(one.Value);
        // Of the same length, where it can be, so that nothing behind it moves.
        to = random.Next(2) == 0 && to.Length < one.Length ? to.PadRight(one.Length) : to;
        return Encoding.Latin1.GetBytes(text[..one.Index] + to + text[(one.Index + one.Length)..]);
    }

    private string Shifted(string number) => long.TryParse(number, CultureInfo.InvariantCulture, out var known)
        ? (known + random.Next(-20, 21)).ToString(CultureInfo.InvariantCulture).PadLeft(number.Length, '0') : "7";

    private byte[] Twice(byte[] file)
    {
        var (from, length) = (Anywhere(file), random.Next(2000));
        return Put(file, Anywhere(file), file[from..Math.Min(file.Length, from + length)]);
    }

    private byte[] Spliced(byte[] file)
    {
        var other = genuine[random.Next(genuine.Count)];
        return [.. file.AsSpan(0, random.Next(file.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
    }

    private byte[] Tail(byte[] file) => genuine[random.Next(genuine.Count)] is var longer && longer.Length > file.Length
        ? longer[file.Length..] : file[random.Next(file.Length)..];

    private static byte[] Changed(byte[] file, int at, Func<byte, byte> change)
    {
        var changed = (byte[])file.Clone();
        if (at < changed.Length)
        {
            changed[at] = change(changed[at]);
        }

        return changed;
    }

    private static byte[] Put(byte[] file, int at, byte[] more) => [.. file.AsSpan(0, at), .. more, .. file.AsSpan(at)];

    private static byte[] Without(byte[] file, int at, int length) =>
        [.. file.AsSpan(0, at), .. file.AsSpan(Math.Min(file.Length, at + length))];

    // Half of the time in the last save, where the signature is.
    private int Anywhere(byte[] file) => file.Length == 0 ? 0
        : random.Next(2) == 0 ? random.Next(file.Length) : random.Next(Math.Max(0, file.Length - 3000), file.Length);

    private string One(string[] all) => all[random.Next(all.Length)];

    [GeneratedRegex(@"(?<=[\s\[])[0-9]+(?=[\s\]/>])", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"(?<=\n)(?<n>[0-9]{1,6}) 0 obj\n", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ObjectStart();

    [GeneratedRegex(@"/[A-Za-z]{1,20}|\b(?:obj|endobj|xref|trailer|startxref|stream|endstream)\b|%%EOF", RegexOptions.CultureInvariant)]
    private static partial Regex NameWord();

    [GeneratedRegex(@"(?:[0-9]+ 0 obj\n<<[ -~]{1,400})|(?:xref\n[0-9 nf\n]{1,400})|(?:trailer\n[ -~\n]{1,300})", RegexOptions.CultureInvariant)]
    private static partial Regex Skeleton();
}
