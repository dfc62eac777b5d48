using static SopKinerja.Web.Tests.Documents.PdfEngineTests;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>How the PDFsharp engine lays out pages; it is in every build, because copies and signatures are drawn with it.</summary>
public sealed class PdfSharpLayoutTests
{
    static PdfSharpLayoutTests() => LiberationFonts.Install(null);

    [Fact]
    public void Rows_tied_together_over_several_pages_are_cut_between_rows()
    {
        var rows = Enumerable.Range(1, 60)
            .Select(i => new TableRow([.. i == 1 ? [new("Semua") { RowSpan = 60 }] : Array.Empty<TableCell>(), new($"a{i}\nb\nc")]));
        var pages = FormLayout.Of(Of(new FormTable("Terikat", [1, 1], [Row("No", "Uraian")], [.. rows])));
        Assert.True(pages.Count > 2);
        Assert.All(pages.Skip(1), page => Assert.Contains(
            page.Pieces[1].Piece.Cells, cell => Math.Abs(cell.Y - page.Pieces[1].Piece.Offset) < 0.01));
    }

    [Fact]
    public void Spans_hold_their_columns_in_head_and_body()
    {
        var table = new FormTable("Rentang", [1, 1, 1, 1],
            [new([new("A") { RowSpan = 2 }, new("B") { ColumnSpan = 3 }]), new([new("b1"), new("b2"), new("b3")])],
            [new([new("x") { RowSpan = 2 }, new("1", TextAlignment.Right), new("2") { ColumnSpan = 2 }]), new(
                [new("3"), new("4"), new("5")])]);
        var pieces = FormLayout.Of(Of(table))[0].Pieces;
        var width = PageFrame.Of(PageOrientation.Portrait).BodyWidth / 4;
        var head = pieces[0].Piece.Cells;
        Assert.Equal([0, width, width, 2 * width, 3 * width], head.Select(cell => cell.X));
        Assert.Equal(head[0].Height, head[1].Height + head[2].Height, 6);
        Assert.Equal(3 * width, head[1].Width, 6);
        var body = pieces[1].Piece.Cells;
        Assert.Equal([0, width, 2 * width, width, 2 * width, 3 * width], body.Select(cell => cell.X));
        Assert.Equal(body[1].X + body[1].Width - 3.5, body[1].Lines[0].X + body[1].Lines[0].Width, 6);
    }

    [Fact]
    public void Bars_stand_on_one_line_in_their_proportions_each_over_its_label()
    {
        var piece = Assert.Single(
            FormLayout.Of(Of(new BarChart("Pola", [new("kosong", 0), new("separuh", 5), new("penuh", 10)])))[0].Pieces).Piece;
        var bars = piece.Cells.Where(cell => cell.Shaded).ToList();
        Assert.Equal(0, bars[0].Height);
        Assert.Equal(bars[2].Height, 2 * bars[1].Height, 6);
        Assert.Single(bars, bar => bar.Y >= piece.Cells[0].Height && bar.Height == bars.Max(other => other.Height));
        var labels = piece.Cells[^1];
        Assert.All(bars, bar => Assert.Equal(labels.Y, bar.Y + bar.Height, 6));
        Assert.All(bars.Zip(labels.Lines), pair => Assert.Equal(pair.First.X
            + (pair.First.Width / 2), pair.Second.X + (pair.Second.Width / 2), 6));
    }

    /// <summary>Nothing is drawn outside the body of its page.</summary>
    internal static void StaysInside(FormDescription form) =>
        Assert.All(FormLayout.Of(form), page => Assert.All(page.Pieces, piece => Assert.All(piece.Piece.Cells, cell =>
    {
        Assert.InRange(piece.Y + piece.Piece.Height, 0, PageFrame.Of(page.Orientation).Height - PageFrame.Bottom + 0.1);
        Assert.All(cell.Lines, line => Assert.InRange(line.X + line.Width, 0, PageFrame.Of(page.Orientation).BodyWidth + 0.1));
    })));
}
