using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Where the heads of a sheet stand, and which column each means.</summary>
/// <param name="Heads">As they stand in the file.</param>
/// <param name="Columns">For each the column that it means; empty for one that is not known.</param>
/// <param name="Rows">Those below the heads that hold anything.</param>
public sealed record HeadRow(string[] Heads, string[] Columns, IReadOnlyList<SheetRow> Rows)
{
    private const int Searched = 20;

    /// <summary>The row among the first with the most known heads; with the one below it where heads stand over two rows. Null where there
    /// is none.</summary>
    public static HeadRow? Find(Sheet sheet, Func<string, string?> known)
    {
        var searched = Math.Min(Searched, sheet.Rows.Count);
        HeadRow? best = null;
        for (var i = 0; i < searched; i++)
        {
            best = Better(best, Of(sheet, i, [.. sheet.Rows[i].Cells], known, 1));
        }

        for (var i = 0; i + 1 < searched; i++)
        {
            if (!IsOverData(sheet.Rows[i], sheet.Rows[i + 1], known))
            {
                best = Better(best, Of(sheet, i, Merged(sheet.Rows[i], sheet.Rows[i + 1], known), known, 2));
            }
        }

        return best is { Known: > 0 } ? best : null;
    }

    /// <summary>Where no head is known: the fullest row among the first, so that its meanings can be said by hand. Null for a sheet that
    /// is no table.</summary>
    public static HeadRow? Guess(Sheet sheet, Func<string, string?> known)
    {
        var fullest = sheet.Rows.Take(Searched).Index().MaxBy(r => r.Item.Cells.Count(c => c.Length > 0));
        return fullest.Item?.Cells.Count(c => c.Length > 0) > 1 && fullest.Index + 1 < sheet.Rows.Count
            ? Of(sheet, fullest.Index, [.. fullest.Item.Cells], known, 1) : null;
    }

    /// <summary>Two heads of one meaning, of which none can be chosen.</summary>
    public IEnumerable<string> Twice => Columns.Where(c => c.Length > 0).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => g.Key);

    /// <summary>With one more column, in which every row holds the same.</summary>
    public HeadRow With(string column, string cell) => new(
        [.. Heads, column], [.. Columns, column],
        [.. Rows.Select(r => r with { Cells = [.. Enumerable.Range(0, Heads.Length).Select(r.Cell), cell] })]);

    /// <summary>With that text where a column is empty.</summary>
    public HeadRow Filled(int at, string cell, Func<SheetRow, bool> which) => this with
    {
        Rows = [.. Rows.Select(r => r.Cell(at).Length > 0 || !which(r) ? r
            : r with { Cells = [.. Enumerable.Range(0, Heads.Length).Select(i => i == at ? cell : r.Cell(i))] })],
    };

    private int Known => Columns.Count(c => c.Length > 0);

    private static HeadRow? Better(HeadRow? best, HeadRow other) => best is null || other.Known > best.Known ? other : best;

    private static HeadRow Of(Sheet sheet, int at, string[] heads, Func<string, string?> known, int height) =>
        new(
            [.. heads.Select(TypedText.OneLine)], [.. heads.Select(h => known(h) ?? "")],
            [.. sheet.Rows.Skip(at + height).Where(r => r.Cells.Any(c => c.Length > 0))]);

    // Below a head that says all by itself there is nothing, or data.
    private static bool IsOverData(SheetRow above, SheetRow below, Func<string, string?> known) => above.Cells.Index().Any(
        c => known(c.Item) is not null && below.Cell(c.Index) is { Length: > 0 } text
            && known(text) is null && known($"{c.Item} {text}") is null);

    // A merged head stands in its first cell only, over the heads of the row below.
    private static string[] Merged(SheetRow above, SheetRow below, Func<string, string?> known)
    {
        var width = Math.Max(above.Cells.Count, below.Cells.Count);
        var (heads, over) = (new string[width], "");
        for (var i = 0; i < width; i++)
        {
            var (top, bottom) = (above.Cell(i), below.Cell(i));
            over = top.Length > 0 ? top : bottom.Length > 0 ? over : "";
            string[] readings = [$"{over} {bottom}".Trim(), bottom, top];
            heads[i] = readings.FirstOrDefault(r => known(r) is not null) ?? readings[0];
        }

        return heads;
    }
}
