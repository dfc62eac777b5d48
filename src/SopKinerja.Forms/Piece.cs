namespace SopKinerja.Forms;

internal readonly record struct PlacedLine(string Text, TextStyle Style, double X, double Y, double Width = 0, bool Underlined = false)
{
    public double Bottom => Y + Style.LineHeight;
}

/// <summary>A cell, or the whole of a block that has none, with its lines.</summary>
internal sealed record PlacedCell(double X, double Y, double Width, double Height, IReadOnlyList<PlacedLine> Lines)
{
    public CellEdges Edges { get; init; }

    public bool Shaded { get; init; }

    public bool IsHeader { get; init; }

    public int Row { get; init; }

    public int ColumnSpan { get; init; } = 1;

    public int RowSpan { get; init; } = 1;

    public PlacedRoom? Room { get; init; }

    public QrSquare? Qr { get; init; }
}

/// <param name="Date">Where the day goes, from the cell's left and the piece's top; null where the caption leaves no room for it.</param>
internal sealed record PlacedRoom(SignaturePlace Place, double Y, double Height, PlacedRect? Date = null);

/// <summary>A part of a block that stays on one page, unless it is taller than the page.</summary>
internal sealed record Piece(FormBlock Block, double Height, IReadOnlyList<PlacedCell> Cells)
{
    /// <summary>The head that must stand above this piece on its page.</summary>
    public Piece? Head { get; init; }

    public bool KeepWithNext { get; init; }

    public double Offset { get; init; }

    /// <summary>Between two rows where that leaves less than half of the room empty, else between two lines.</summary>
    public (Piece Upper, Piece Lower) Cut(double available)
    {
        var end = Offset + available;
        var cut = Cells.Select(cell => cell.Y).Where(row => row > end - (available / 2) && row < end).DefaultIfEmpty(end).Max();
        var lines = Cells.SelectMany(cell => cell.Lines).ToList();
        while (lines.FirstOrDefault(line => line.Y < cut - 0.01 && line.Bottom > cut + 0.01) is { Text: not null } cutLine)
        {
            cut = cutLine.Y;
        }

        var height = Math.Max(cut - Offset, 1);
        return (this with { Height = height, KeepWithNext = false }, this with { Offset = Offset + height, Height = Height - height });
    }
}
