using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace SopKinerja.Forms;

/// <summary>Finishes a file that PDFsharp has written. PDFsharp leaves out the checksum of compressed streams, which
/// readers forgive and checkers do not, and it names fonts and files at random, so that no two drawings are the same bytes. It also
/// names the file PDF/A-1, which asks for a CIDSet beside every font subset (ISO 19005-1, 6.3.5) that it does not write; PDF/A-2 does
/// not.</summary>
internal static partial class PdfFile
{
    private const int ChecksumSize = 4;

    /// <summary>What PDFsharp writes, no matter who asks: it writes times by the culture of the caller, which XMP does not allow.</summary>
    public static byte[] InNoCulture(Func<byte[]> write)
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return write();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    /// <summary>A file read, changed and written anew as one revision; the same change gives the same bytes.</summary>
    public static byte[] Rewritten(byte[] original, Action<PdfDocument> change) =>
        Finish(WithoutMoment(InNoCulture(() =>
    {
        using var source = new MemoryStream(original, writable: false);
        using var document = PdfReader.Open(source, PdfDocumentOpenMode.Modify);
        change(document);
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return file.ToArray();
    })), Conformance(original));

    /// <summary>By which standard a file says that it was made: the two properties of ISO 19005-2, 6.6.4, as XMP; null for none.</summary>
    private static string? Conformance(byte[] original)
    {
        var text = Encoding.Latin1.GetString(original);
        return ConformancePart().Match(text) is { Success: true } part && ConformanceLevel().Match(text) is { Success: true } level
            ? "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
                + $"<pdfaid:part>{part.Groups["part"].Value}</pdfaid:part>"
                + $"<pdfaid:conformance>{level.Groups["level"].Value}</pdfaid:conformance></rdf:Description>"
            : null;
    }

    // PDFsharp writes the properties of a file it has read anew, and forgets by which standard the file was made.
    private static string WithConformance(string metadata, string? conformance)
    {
        if (conformance is null || ConformancePart().IsMatch(metadata))
        {
            return metadata;
        }

        var size = StreamLength().Match(metadata).Groups["size"];
        var end = metadata.IndexOf("</rdf:RDF>", StringComparison.Ordinal);
        var longer = int.Parse(size.ValueSpan, CultureInfo.InvariantCulture) + conformance.Length;
        return metadata.Insert(end, conformance).Remove(size.Index, size.Length)
            .Insert(size.Index, longer.ToString(CultureInfo.InvariantCulture));
    }

    // PDFsharp stamps the moment of saving, by which the same file would be another each time; it takes the time of the original.
    internal static byte[] WithoutMoment(byte[] written)
    {
        var text = Encoding.Latin1.GetString(written);
        return CreationDate().Match(text) is { Success: true } created
            ? Encoding.Latin1.GetBytes(ModDate().Replace(text, $"/ModDate(D:{created.Groups["at"].Value})"))
            : written;
    }

    /// <param name="conformance">Of the file that this one was before, where it was written anew.</param>
    public static byte[] Finish(byte[] written, string? conformance = null)
    {
        var text = Encoding.Latin1.GetString(written);
        var offsets = Offsets(text, out var trailer);
        var tags = new Dictionary<string, string>();
        using var file = new MemoryStream(written.Length + 1024);
        file.Write(written.AsSpan(0, offsets.Min(entry => entry.Offset)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var metadata = new List<(int Number, string Text)>();
        var moved = new Dictionary<int, long>();
        foreach (var (number, start, end) in Spans(offsets, text))
        {
            var piece = written.AsSpan(start, end - start);
            var source = text[start..end];
            if (source.Contains("/Type/Metadata", StringComparison.Ordinal))
            {
                // Its identifiers come from the rest of the file, so it is written last.
                metadata.Add((number, source));
                continue;
            }

            moved[number] = file.Position;
            var finished = source.Contains("/FlateDecode", StringComparison.Ordinal)
                ? WithChecksum(piece, source)
                : Encoding.Latin1.GetBytes(SubsetTag().Replace(source, match => StableTag(match.Value, tags)));
            hash.AppendData(finished);
            file.Write(finished);
        }

        var id = hash.GetHashAndReset();
        foreach (var (number, source) in metadata)
        {
            moved[number] = file.Position;
            var described = RandomId().Replace(WithConformance(source, conformance), $"uuid:{new Guid(id.AsSpan(0, 16))}");
            file.Write(Encoding.Latin1.GetBytes(described.Replace("<pdfaid:part>1<", "<pdfaid:part>2<", StringComparison.Ordinal)));
        }

        WriteEnd(file, moved, TrailerId().Replace(trailer, $"/ID[<{Convert.ToHexString(id, 0, 16)}><{Convert.ToHexString(id, 0, 16)}>]"));
        return file.ToArray();
    }

    private static List<(int Number, int Offset)> Offsets(string text, out string trailer)
    {
        var start = text.LastIndexOf("startxref", StringComparison.Ordinal);
        var table = int.Parse(Digits().Match(text, start).ValueSpan, CultureInfo.InvariantCulture);
        var trailerStart = text.IndexOf("trailer", table, StringComparison.Ordinal);
        trailer = text[trailerStart..start];
        var entries = new List<(int, int)>();
        var next = 0;
        foreach (var line in text[table..trailerStart].Split('\n').Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (fields.Length == 2)
            {
                next = int.Parse(fields[0], CultureInfo.InvariantCulture);
            }
            else if (fields.Length == 3)
            {
                if (fields[2] == "n")
                {
                    entries.Add((next, int.Parse(fields[0], CultureInfo.InvariantCulture)));
                }

                next++;
            }
        }

        return entries;
    }

    private static IEnumerable<(int Number, int Start, int End)> Spans(List<(int Number, int Offset)> offsets, string text)
    {
        var ordered = offsets.OrderBy(entry => entry.Offset).ToList();
        var table = text.LastIndexOf("\nxref", StringComparison.Ordinal) + 1;
        for (var i = 0; i < ordered.Count; i++)
        {
            yield return (ordered[i].Number, ordered[i].Offset, i + 1 < ordered.Count ? ordered[i + 1].Offset : table);
        }
    }

    private static byte[] WithChecksum(ReadOnlySpan<byte> piece, string source)
    {
        var length = StreamLength().Match(source);
        var start = source.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
        var size = int.Parse(length.Groups["size"].ValueSpan, CultureInfo.InvariantCulture);
        var stream = piece.Slice(start, size);
        var checksum = Checksum(stream);
        if (stream.EndsWith(checksum))
        {
            return piece.ToArray();
        }

        var header = string.Concat(
            source.AsSpan(0, length.Groups["size"].Index),
            (size + ChecksumSize).ToString(CultureInfo.InvariantCulture),
            source.AsSpan((length.Groups["size"].Index + length.Groups["size"].Length)..start));
        return [.. Encoding.Latin1.GetBytes(header), .. stream, .. checksum, .. piece[(start + size)..]];
    }

    /// <summary>Adler-32 of what the stream holds (RFC 1950).</summary>
    private static byte[] Checksum(ReadOnlySpan<byte> zlib)
    {
        const int HeaderSize = 2;
        const uint Modulus = 65521;
        using var packed = new MemoryStream(zlib[HeaderSize..].ToArray());
        using var inflate = new DeflateStream(packed, CompressionMode.Decompress);
        using var open = new MemoryStream();
        inflate.CopyTo(open);
        uint low = 1;
        uint high = 0;
        // 5,552 bytes are the most whose sums fit 32 bits.
        foreach (var chunk in open.ToArray().Chunk(5552))
        {
            foreach (var value in chunk)
            {
                low += value;
                high += low;
            }

            low %= Modulus;
            high %= Modulus;
        }

        var sum = (high << 16) | low;
        return [(byte)(sum >> 24), (byte)(sum >> 16), (byte)(sum >> 8), (byte)sum];
    }

    private static string StableTag(string tag, Dictionary<string, string> tags)
    {
        if (!tags.TryGetValue(tag, out var stable))
        {
            stable = $"/SOPKI{(char)('A' + tags.Count)}+";
            tags[tag] = stable;
        }

        return stable;
    }

    private static void WriteEnd(MemoryStream file, Dictionary<int, long> moved, string trailer)
    {
        var start = file.Position;
        var end = new StringBuilder();
        end.Append(CultureInfo.InvariantCulture, $"xref\n0 {moved.Keys.Max() + 1}\n0000000000 65535 f \n");
        for (var number = 1; number <= moved.Keys.Max(); number++)
        {
            _ = moved.TryGetValue(number, out var offset)
                ? end.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")
                : end.Append("0000000000 65535 f \n");
        }

        end.Append(trailer).Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
    }

    [GeneratedRegex("/[A-Z]{6}\\+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubsetTag();

    [GeneratedRegex("uuid:[0-9a-f-]{36}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RandomId();

    [GeneratedRegex("/ID\\s*\\[[^\\]]*\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TrailerId();

    [GeneratedRegex("/Length (?<size>\\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StreamLength();

    [GeneratedRegex("pdfaid:part(>|=\")(?<part>\\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConformancePart();

    [GeneratedRegex("pdfaid:conformance(>|=\")(?<level>[ABU])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ConformanceLevel();

    [GeneratedRegex("/CreationDate\\(D:(?<at>[^)]*)\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CreationDate();

    [GeneratedRegex("/ModDate\\(D:[^)]*\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModDate();

    [GeneratedRegex("\\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
