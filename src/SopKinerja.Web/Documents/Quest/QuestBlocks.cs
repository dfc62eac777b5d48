using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.Web.Documents.Quest;

/// <summary>The blocks of a form as columns, tables, texts and pictures of QuestPDF.</summary>
internal sealed class QuestBlocks(double width, FontGlyphs glyphs)
{
    private const float Line = 0.6f;

    private const uint Shade = 0xFFECF0F1;

    private static readonly TextStyle Plain = new(Face.Regular, 9.5);

    /// <summary>What a table needs on its page with what stands above it: its head and the first rows that stay together.</summary>
    public double HeightToBegin(IReadOnlyList<FormBlock> lead, FormTable table)
    {
        var pieces = new PieceMaker(width).Make([.. lead, table]);
        var first = pieces.FindIndex(piece => piece.Block == table);
        var last = pieces.FindIndex(first, piece => !piece.KeepWithNext);
        return (first < 0 ? 0 : pieces[first].Head?.Height ?? 0) + pieces.Take(last < 0 ? pieces.Count : last + 1).Sum(piece => piece.Height);
    }

    public void ComposeAll(ColumnDescriptor column, IReadOnlyList<FormBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Compose(column.Item(), block);
        }
    }

    public void Compose(IContainer place, FormBlock block)
    {
        switch (block)
        {
            case Letterhead letterhead:
                ComposeLetterhead(place, letterhead);
                break;
            case Heading heading:
                var size = heading.Level == 1 ? 12 : 10;
                var title = heading.Level == 1 ? place.SemanticHeader1() : place.SemanticHeader2();
                title.Write(heading.Text, new(Face.Bold, size), glyphs, heading.Alignment);
                break;
            case Paragraph paragraph:
                var face = paragraph.Bold ? Face.Bold : paragraph.Italic ? Face.Italic : Face.Regular;
                place.Write(paragraph.Text, new(face, paragraph.FontSize), glyphs, paragraph.Alignment);
                break;
            case KeyValues keyValues:
                ComposeKeyValues(place, keyValues);
                break;
            case FormTable table:
                ComposeTable(place, table, []);
                break;
            case BarChart chart:
                ComposeBars(place, chart);
                break;
            case SignatureBlocks signatures:
                ComposeSignatures(place, signatures);
                break;
            case Spacer spacer:
                Room(place, spacer.Points);
                break;
            default:
                throw new NotSupportedException($"No drawing for {block.GetType().Name}.");
        }
    }

    /// <summary>The table, its head above it on each page; the signatures below stay with its last rows.</summary>
    /// <remarks>
    /// QuestPDF cuts a table between any two rows and within them. So each run of rows that stays together is a table in one cell of
    /// the table that repeats the head.
    /// </remarks>
    public void ComposeTable(IContainer place, FormTable table, IReadOnlyList<FormBlock> tail)
    {
        var runs = Runs(table).ToList();
        if (table.Head.Count == 0)
        {
            place.Column(column => ComposeRuns(column, table, runs, tail));
            return;
        }

        place.SemanticTable().Table(outer =>
        {
            DefineColumns(outer, table);
            outer.Header(head => ComposeCells(head.Cell, table, table.Head));
            outer.Cell().ColumnSpan((uint)table.Columns.Count).Column(column => ComposeRuns(column, table, runs, tail));
        });
    }

    private void ComposeRuns(ColumnDescriptor column, FormTable table, List<IReadOnlyList<TableRow>> runs, IReadOnlyList<FormBlock> tail)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var below = i == runs.Count - 1 ? tail : [];
            column.Item().PreventPageBreak().Column(together =>
            {
                together.Item().SemanticTable().Table(rows =>
                {
                    DefineColumns(rows, table);
                    ComposeCells(rows.Cell, table, run);
                });
                ComposeAll(together, below);
            });
        }
    }

    /// <summary>Rows that are not parted: those that a span ties, and those that must not be the last on a page with what follows them.</summary>
    private static IEnumerable<IReadOnlyList<TableRow>> Runs(FormTable table)
    {
        var run = new List<TableRow>();
        foreach (var group in TableGrid.Groups(table.Body))
        {
            run.AddRange(group);
            if (!group[^1].KeepWithNext)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static void DefineColumns(TableDescriptor descriptor, FormTable table) => descriptor.ColumnsDefinition(columns =>
    {
        foreach (var column in table.Columns)
        {
            columns.RelativeColumn((float)column);
        }
    });

    private void ComposeCells(Func<ITableCellContainer> next, FormTable table, IReadOnlyList<TableRow> rows)
    {
        foreach (var (cell, row, column) in TableGrid.Locate(table, rows))
        {
            var place = next().Row((uint)row + 1).Column((uint)column + 1).RowSpan((uint)cell.RowSpan).ColumnSpan((uint)cell.ColumnSpan);
            var inner = Edged(cell.IsRowHeader ? place.AsSemanticHorizontalHeader() : place, cell)
                .PaddingHorizontal((float)TablePieces.PadX).PaddingVertical((float)TablePieces.PadY)
                .MinHeight(cell.RowSpan > 1 ? 0 : (float)Math.Max(0, rows[row].MinimumHeight - (2 * TablePieces.PadY)));
            (cell.Middle ? inner.AlignMiddle() : inner).Write(cell.Text, new(cell.Bold ? Face.Bold : Face.Regular, table.FontSize), glyphs, cell.Alignment);
        }
    }

    private static IContainer Edged(IContainer place, TableCell cell)
    {
        var edged = place
            .BorderTop(cell.Edges.HasFlag(CellEdges.Top) ? Line : 0)
            .BorderRight(cell.Edges.HasFlag(CellEdges.Right) ? Line : 0)
            .BorderBottom(cell.Edges.HasFlag(CellEdges.Bottom) ? Line : 0)
            .BorderLeft(cell.Edges.HasFlag(CellEdges.Left) ? Line : 0);
        return cell.Shaded ? edged.Background(Shade) : edged;
    }

    private void ComposeLetterhead(IContainer place, Letterhead letterhead)
    {
        const int Inset = (int)PieceMaker.LetterheadImageHeight + 6;
        var inner = letterhead.Image is null ? width : width - (2 * Inset);
        place.PaddingBottom(8.8f).BorderBottom(Line).PaddingBottom(2.2f).BorderBottom(1.8f).PaddingBottom(5).Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                if (letterhead.Image is not null)
                {
                    columns.ConstantColumn(Inset);
                }

                columns.RelativeColumn();
                if (letterhead.Image is not null)
                {
                    columns.ConstantColumn(Inset);
                }
            });
            if (letterhead.Image is { } image)
            {
                table.Cell().SemanticIgnore().Height((float)PieceMaker.LetterheadImageHeight).AlignLeft().Image(image).UseOriginalImage().FitArea();
            }

            table.Cell().Column(column =>
            {
                foreach (var (i, line) in letterhead.Lines.Index())
                {
                    var style = i switch { 0 => new TextStyle(Face.Regular, 12), 1 => new(Face.Bold, 14), _ => new(Face.Regular, 9) };
                    column.Item().Write(line, PieceMaker.Narrowed(line, style, inner), glyphs, TextAlignment.Centre);
                }
            });
        });
    }

    private void ComposeKeyValues(IContainer place, KeyValues keyValues)
    {
        var longest = keyValues.Lines.Max(line => TextMeasure.Width(TextMeasure.Clean(line.Key), Plain));
        place.Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn((float)Math.Min(longest + 10, width * 0.4));
                columns.ConstantColumn(8);
                columns.RelativeColumn();
            });
            foreach (var (key, value) in keyValues.Lines)
            {
                table.Cell().PaddingRight(6).PaddingBottom(1).Write(key, Plain, glyphs);
                table.Cell().Write(":", Plain, glyphs);
                table.Cell().PaddingBottom(1).Write(value, Plain, glyphs);
            }
        });
    }

    private void ComposeBars(IContainer place, BarChart chart)
    {
        const double Highest = 50;
        var slot = Math.Min(width, 400) / chart.Bars.Count;
        var scale = Highest / chart.Bars.Max(bar => bar.Height);
        place.PreventPageBreak().Column(column =>
        {
            column.Item().PaddingBottom(4).Write(chart.Caption, Plain with { Face = Face.Bold }, glyphs);
            column.Item().SemanticIgnore().Table(bars =>
            {
                DefineSlots(bars, chart, slot);
                foreach (var bar in chart.Bars)
                {
                    var floor = bars.Cell().BorderBottom(Line).Height((float)Highest).AlignBottom().PaddingHorizontal((float)slot * 0.2f);
                    Room(floor.Background(Shade).Border(Line), bar.Height * scale);
                }
            });
            column.Item().Table(labels =>
            {
                DefineSlots(labels, chart, slot);
                foreach (var bar in chart.Bars)
                {
                    labels.Cell().PaddingTop(2).Write(bar.Label, new(Face.Regular, 8), glyphs, TextAlignment.Centre);
                }
            });
        });
    }

    private static void DefineSlots(TableDescriptor table, BarChart chart, double slot) => table.ColumnsDefinition(columns =>
    {
        foreach (var _ in chart.Bars)
        {
            columns.ConstantColumn((float)slot);
        }
    });

    private void ComposeSignatures(IContainer place, SignatureBlocks signatures)
    {
        const float Gap = 14;
        var captions = signatures.Places.Max(block => block?.Caption.Count ?? 0);
        var room = signatures.Places.Any(block => block?.Place is not null) ? 72 : 48;
        place.PreventPageBreak().Border(signatures.Framed ? Line : 0).PaddingTop(5).PaddingBottom(7).Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                foreach (var _ in signatures.Places)
                {
                    columns.RelativeColumn();
                }
            });
            foreach (var (i, block) in signatures.Places.Index().Where(place => place.Item is not null))
            {
                table.Cell().Row(1).Column((uint)i + 1).PaddingHorizontal(Gap).Column(column => ComposeSignature(column, block!, captions, room));
            }
        });
    }

    /// <param name="column">Whose place it is.</param>
    /// <param name="block">Who signs.</param>
    /// <param name="captions">As many lines as the longest caption beside it, so that the names stand on one line.</param>
    /// <param name="room">For the ink, in points.</param>
    private void ComposeSignature(ColumnDescriptor column, SignatureBlock block, int captions, float room)
    {
        for (var i = 0; i < captions; i++)
        {
            column.Item().Write(block.Caption.ElementAtOrDefault(i) ?? "", Plain, glyphs, TextAlignment.Centre);
        }

        column.Item().MinHeight(room).PaddingVertical(9).Write(block.Statement ?? "", new(Face.Italic, 8), glyphs, TextAlignment.Centre);
        column.Item().Write(block.Name, Plain with { Face = Face.Bold }, glyphs, TextAlignment.Centre, underlined: true);
        if (block.Number is { } number)
        {
            column.Item().Write(number, Plain, glyphs, TextAlignment.Centre);
        }
    }

    // QuestPDF gives no height to what holds nothing; the smallest text holds a place.
    private void Room(IContainer place, double points)
    {
        const double Smallest = 1;
        if (points > Smallest * QuestText.LineHeight)
        {
            place.Height((float)points).Write("", new(Face.Regular, Smallest), glyphs);
        }
    }
}
