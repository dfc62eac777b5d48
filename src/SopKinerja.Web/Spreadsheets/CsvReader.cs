using System.Text;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>Reads text with semicolons, commas or tabs between its cells, in UTF-8 or as Windows writes it.</summary>
internal static class CsvReader
{
    private const char Bom = '\uFEFF';

    // For choosing the separator: heads stand among the first lines.
    private const int LinesWeighed = 20;

    private static readonly char[] Separators = ['\t', ';', ','];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static List<SheetRow> Read(byte[] file) => Read(Decoded(file));

    public static List<SheetRow> Read(string text)
    {
        text = text.TrimStart(Bom);
        var separator = Separators.MaxBy(s => Weight(text, s));
        return [.. Lines(text, separator).Select((cells, i) => new SheetRow(i + 1, false, [.. cells.Select(CellText.Clean)]))
            .Take(SheetReader.MostRows + 1)];
    }

    private static string Decoded(byte[] file)
    {
        try
        {
            return file.AsSpan().StartsWith((byte[])[0xFF, 0xFE]) ? Encoding.Unicode.GetString(file)
                : file.AsSpan().StartsWith((byte[])[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(file)
                : Strict.GetString(file);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(file);
        }
    }

    // Names hold commas and degrees: a separator divides most lines into equally many cells.
    private static int Weight(string text, char separator)
    {
        var counts = Lines(text, separator).Take(LinesWeighed).Select(c => c.Count).Where(n => n > 1).ToList();
        return counts.Count == 0 ? 0 : counts.GroupBy(n => n).Max(g => g.Count() * 10 + g.Key);
    }

    private static IEnumerable<List<string>> Lines(string text, char separator)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isQuoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(c);
                    i++;
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                isQuoted = true;
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c is '\n' or '\r')
            {
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                cells.Add(cell.ToString());
                yield return cells;
                (cells, cell) = ([], new());
            }
            else
            {
                cell.Append(c);
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            cells.Add(cell.ToString());
            yield return cells;
        }
    }
}
