namespace SopKinerja.Forms;

/// <summary>A table as pieces: one for its head, then one for each run of rows tied together by spans.</summary>
internal sealed class TablePieces(FormTable table, double width)
{
    public const double PadX = 3.5;
    public const double PadY = 2.2;

    private readonly double[] _edges = Edges(table.Columns, width);

    public IEnumerable<Piece> Make()
    {
        var head = table.Head.Count == 0 ? null : Lay(table.Head, isHead: true);
        var groups = TableGrid.Groups(table.Body).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            // The last row, which is the total of many a table, never stands alone on a page.
            var keeps = groups[i][^1].KeepWithNext || i == groups.Count - 2;
            yield return Lay(groups[i], isHead: false) with { Head = head, KeepWithNext = keeps };
        }
    }

    private static double[] Edges(IReadOnlyList<double> columns, double width)
    {
        var edges = new double[columns.Count + 1];
        var scale = width / columns.Sum();
        for (var i = 0; i < columns.Count; i++)
        {
            edges[i + 1] = edges[i] + (columns[i] * scale);
        }

        return edges;
    }

    private Piece Lay(IReadOnlyList<TableRow> rows, bool isHead)
    {
        var places = TableGrid.Locate(table, rows);
        var heights = rows.Select(row => Math.Max(row.MinimumHeight, 0)).ToArray();
        var lines = new List<string>[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            lines[i] = TextMeasure.Wrap(places[i].Cell.Text, Style(places[i].Cell), InnerWidth(places[i]));
        }

        foreach (var (place, text) in places.Zip(lines).OrderBy(pair => pair.First.Cell.RowSpan))
        {
            var last = Math.Min(place.Row + place.Cell.RowSpan, rows.Count) - 1;
            var needed = (text.Count * Style(place.Cell).LineHeight) + (2 * PadY);
            var given = heights[place.Row..(last + 1)].Sum();
            heights[last] += Math.Max(0, needed - given);
        }

        var tops = new double[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            tops[i + 1] = tops[i] + heights[i];
        }

        return new Piece(table, tops[^1], [.. places.Select((place, i) => Cell(place, lines[i], tops, isHead))]);
    }

    private TextStyle Style(TableCell cell) => new(cell.Bold ? Face.Bold : Face.Regular, table.FontSize);

    private double InnerWidth((TableCell Cell, int Row, int Column) place) =>
        _edges[place.Column + place.Cell.ColumnSpan] - _edges[place.Column] - (2 * PadX);

    private PlacedCell Cell((TableCell Cell, int Row, int Column) place, List<string> text, double[] tops, bool isHead)
    {
        var (cell, row, column) = place;
        var x = _edges[column];
        var y = tops[row];
        var height = tops[Math.Min(row + cell.RowSpan, tops.Length - 1)] - y;
        var style = Style(cell);
        var start = cell.Middle ? y + ((height - (text.Count * style.LineHeight)) / 2) : y + PadY;
        var lines = new List<PlacedLine>(text.Count);
        foreach (var line in text)
        {
            var length = TextMeasure.Width(line.AsSpan().TrimEnd(' '), style);
            var indent = cell.Alignment switch
            {
                TextAlignment.Centre => (InnerWidth(place) - length) / 2,
                TextAlignment.Right => InnerWidth(place) - length,
                _ => 0,
            };
            lines.Add(new PlacedLine(line, style, x + PadX + indent, start + (lines.Count * style.LineHeight), length));
        }

        return new PlacedCell(x, y, _edges[column + cell.ColumnSpan] - x, height, lines)
        {
            Edges = cell.Edges,
            Shaded = cell.Shaded,
            IsHeader = isHead || cell.IsRowHeader,
            Row = row,
            ColumnSpan = cell.ColumnSpan,
            RowSpan = cell.RowSpan,
        };
    }
}
