namespace SopKinerja.Forms;

/// <summary>A table whose head is repeated on each page and whose rows are not cut unless taller than a page.</summary>
/// <param name="Caption">What the table shows, for those who cannot see it.</param>
public sealed record FormTable(
    string Caption, IReadOnlyList<double> Columns, IReadOnlyList<TableRow> Head, IReadOnlyList<TableRow> Body) : FormBlock
{
    public double FontSize { get; init; } = 9;
}

/// <summary>The cells that begin in a row; places covered by a span from above are left out.</summary>
public sealed record TableRow(IReadOnlyList<TableCell> Cells)
{
    public double MinimumHeight { get; init; }

    /// <summary>Whether the row must not be the last one on its page.</summary>
    public bool KeepWithNext { get; init; }
}

public sealed record TableCell(string Text, TextAlignment Alignment = TextAlignment.Left, bool Bold = false)
{
    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    public bool Shaded { get; init; }

    public bool IsRowHeader { get; init; }

    public bool Middle { get; init; }

    public CellEdges Edges { get; init; } = CellEdges.All;

    public static TableCell Name(string text) => new(text, TextAlignment.Centre, Bold: true) { Shaded = true, Middle = true };
}

[Flags]
public enum CellEdges
{
    None = 0,
    Top = 1,
    Right = 2,
    Bottom = 4,
    Left = 8,
    All = Top | Right | Bottom | Left,
}
