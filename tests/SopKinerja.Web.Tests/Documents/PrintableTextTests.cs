using PdfSharp.Drawing;
using SopKinerja.Domain;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>Over all of Unicode's basic plane: what a field accepts can be printed, no line is wider than its cell, and the words come
/// back out of the PDF.</summary>
public sealed class PrintableTextTests
{
    private const int InLine = 8;

    private static readonly LiberationFonts Fonts = LiberationFonts.Install(null);

    /// <summary>As a field keeps a name with this sign in it; null where the field refuses it.</summary>
    private static string? Kept(char c)
    {
        var typed = TypedText.Plain($"Nor{c}aini").Trim();
        return TextRules.WhyNotPrinted("nama", typed, multiline: false) is null ? typed : null;
    }

    private static IEnumerable<char> BasicPlane => Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c);

    [Fact]
    public void The_words_of_whatever_a_field_accepts_come_back_out_of_the_PDF()
    {
        var words = BasicPlane.Select(Kept).OfType<string>()
            .Where(word => !word.Contains(' ', StringComparison.Ordinal)).Distinct().ToList();
        using var tools = new PdfTools(TheEngine.Draw(Of([.. words.Chunk(InLine).Select(line => new Paragraph(string.Join(' ', line)))])));

        var read = tools.RawText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet();

        Assert.True(words.Count > 600, $"{words.Count} words");
        Assert.Equal([], words.Where(word => !read.Contains(word)).Select(Shown));
    }

    // Also what fields refuse: it may stand in what was stored before they did.
    [Fact]
    public void No_line_is_wider_than_its_cell_whatever_stands_in_it()
    {
        using var scale = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
        var wide = new List<string>();
        foreach (var chunk in BasicPlane.Chunk(64))
        {
            var table = new FormTable("Tabel", [1, 3, 2], [], [.. chunk.Select(c => new TableRow(
                [
                    new($"Nor{c}aini {c}"), new(new string(c, 40), TextAlignment.Right), new($"i{c}{c}i", TextAlignment.Centre, Bold: true),
                ]))]);
            foreach (var cell in FormLayout.Of(Of(table)).SelectMany(page => page.Pieces).SelectMany(piece => piece.Piece.Cells))
            {
                // What the font does not know has no width that anybody could reckon with.
                wide.AddRange(cell.Lines.Where(line => IsWider(scale, line, cell) || !line.Text.All(Fonts.CanDraw))
                    .Select(line => Shown(line.Text)));
            }
        }

        Assert.Equal([], wide.Distinct().Take(20));
    }

    private static bool IsWider(XGraphics scale, PlacedLine line, PlacedCell cell)
    {
        // As the line is drawn, whatever was reckoned before.
        var drawn = scale.MeasureString(line.Text.TrimEnd(' '), TextMeasure.Make(line.Style)).Width;
        return line.X < cell.X - 0.01 || line.X + Math.Max(line.Width, drawn) > cell.X + cell.Width + 0.01;
    }

    private static FormDescription Of(params IReadOnlyList<FormBlock> blocks) => new(
        new("Uji", "Uji", "Uji", new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero)), [new("Uji", PageOrientation.Portrait, blocks)]);

    private static string Shown(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : $"{r}<{r.Value:X4}>"));
}
