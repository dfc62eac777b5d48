using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Seeding;

/// <summary>The spreadsheets of a dinas that does not exist, as its personnel office would keep them.</summary>
public static class SampleSheets
{
    public static string FileNama(string name) => $"{name}.csv";

    public static SheetFile Read(string name)
    {
        using var stream = typeof(SampleSheets).Assembly.GetManifestResourceStream($"contoh/{FileNama(name)}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return SheetReader.Read(bytes);
    }

    /// <summary>The cells of each row by their head.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string name)
    {
        var rows = Read(name).Sheets[0].Rows;
        return [.. rows.Skip(1).Select(row => rows[0].Cells.Index().ToDictionary(head => head.Item, head => row.Cell(head.Index)))];
    }
}
