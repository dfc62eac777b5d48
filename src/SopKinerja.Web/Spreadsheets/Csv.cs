using System.Text;

namespace SopKinerja.Web.Spreadsheets;

/// <summary>A table for a spreadsheet with Indonesian settings: semicolons, UTF-8 with its mark, and no cell that a spreadsheet would
/// compute.</summary>
public static class Csv
{
    private static readonly char[] Computed = ['=', '+', '-', '@', '\t', '\r'];

    private static readonly char[] Special = [';', '"', '\n', '\r'];

    public static byte[] File(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(columns))
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string? value)
    {
        var text = value is null or "" ? "" : Computed.Contains(value[0]) ? $"'{value}" : value;
        return text.IndexOfAny(Special) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
