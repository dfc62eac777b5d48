namespace SopKinerja.Forms;

/// <summary>Where the cells of a table stand, for every engine that draws it.</summary>
internal static class TableGrid
{
    public static IEnumerable<List<TableRow>> Groups(IReadOnlyList<TableRow> rows)
    {
        var group = new List<TableRow>();
        var reach = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            group.Add(rows[i]);
            reach = rows[i].Cells.Select(cell => i + cell.RowSpan).Append(Math.Max(reach, i + 1)).Max();
            if (reach == i + 1 || i == rows.Count - 1)
            {
                yield return group;
                group = [];
            }
        }
    }

    public static List<(TableCell Cell, int Row, int Column)> Locate(FormTable table, IReadOnlyList<TableRow> rows)
    {
        var places = new List<(TableCell, int, int)>();
        var coveredUntil = new int[table.Columns.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Cells)
            {
                while (coveredUntil[column] > row)
                {
                    column++;
                }

                if (column + cell.ColumnSpan > table.Columns.Count)
                {
                    throw new InvalidOperationException($"Row {row + 1} of \"{table.Caption}\" has more cells than the table has columns.");
                }

                places.Add((cell, row, column));
                Array.Fill(coveredUntil, row + cell.RowSpan, column, cell.ColumnSpan);
                column += cell.ColumnSpan;
            }
        }

        return places;
    }
}
