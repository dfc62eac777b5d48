namespace SopKinerja.Web.Documents;

/// <summary>The numbered items of which a dokumen is made: a person, or room for words.</summary>
internal static class NumberedItems
{
    private const string Dots = "……………………………………";

    public static IEnumerable<TableRow> Person(string number, string heading, IReadOnlyList<(string Label, string Value)> lines) =>
    [
        new(
        [
            new(number, TextAlignment.Centre) { RowSpan = lines.Count + 1 },
            new(heading, Bold: true) { ColumnSpan = 2, Shaded = true, IsRowHeader = true },
        ]),
        .. lines.Select(line => new TableRow([new(line.Label) { IsRowHeader = true }, new(line.Value)])),
    ];

    public static FormTable Note(string number, string heading, CatatanTercetak? note) => new($"{number} {heading}", [5, 95], [],
    [
        Head(number, heading),
        new([Blank(CellEdges.Left), new(note?.Isi ?? Dots) { Edges = CellEdges.Right }]) { MinimumHeight = 34, KeepWithNext = true },
        new(
        [
            Blank(CellEdges.Left | CellEdges.Bottom),
            new($"Tanggal, {(note is null ? PersetujuanElektronik.TanggalOrDots(null) : Tanggal.Tampil(note.Tanggal))}",
                TextAlignment.Right)
            {
                Edges = CellEdges.Right | CellEdges.Bottom,
            },
        ]),
    ]);

    public static FormTable Words(string number, string heading, string? words) => new($"{number} {heading}", [5, 95], [],
    [
        Head(number, heading),
        new([Blank(CellEdges.Left | CellEdges.Bottom), new(words ?? Dots) { Edges = CellEdges.Right | CellEdges.Bottom }])
        {
            MinimumHeight = 32,
        },
    ]);

    private static TableRow Head(string number, string heading) => new(
    [
        new(number, TextAlignment.Centre) { Edges = CellEdges.Left | CellEdges.Top },
        new(heading) { Edges = CellEdges.Right | CellEdges.Top, IsRowHeader = true },
    ])
    { KeepWithNext = true };

    private static TableCell Blank(CellEdges edges) => new("") { Edges = edges };
}
