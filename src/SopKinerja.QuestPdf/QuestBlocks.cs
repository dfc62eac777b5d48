using QRCoder;
using QuestPDF.Elements.Table;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

/// <summary>The blocks of a form as columns, tables, texts and pictures of QuestPDF.</summary>
internal sealed class QuestBlocks(PageFrame frame, CapturedPlaces places)
{
    private const float Line = 0.6f;

    private const uint Shade = 0xFFECF0F1;

    // Heights are known beforehand only as the other engine measures them, and the two differ a little.
    private const double Certain = 0.95;

    private static readonly TextStyle Plain = new(Face.Regular, 9.5);

    public void ComposeTogether(IContainer place, IReadOnlyList<FormBlock> blocks) =>
        Together(place, Height(blocks)).Column(column => ComposeAll(column, blocks));

    /// <summary>A table below what leads to it; it goes on over the pages, so it begins where its head and first rows have room.</summary>
    public void ComposeTable(IContainer place, IReadOnlyList<FormBlock> lead, FormTable table, IReadOnlyList<FormBlock> tail)
    {
        var runs = Runs(table).ToList();
        Begun(place, Height(lead) + HeadHeight(table) + (runs.Count > 0 ? runs[0].Height : 0)).Column(column =>
        {
            ComposeAll(column, lead);
            ComposeTable(places.Around(column.Item(), table), table, runs, tail);
        });
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
                title.Write(heading.Text, new(Face.Bold, size), heading.Alignment);
                break;
            case Paragraph paragraph:
                var face = paragraph.Bold ? Face.Bold : paragraph.Italic ? Face.Italic : Face.Regular;
                place.Write(paragraph.Text, new(face, paragraph.FontSize), paragraph.Alignment);
                break;
            case KeyValues keyValues:
                ComposeKeyValues(place, keyValues);
                break;
            case FormTable table:
                ComposeTable(place, [], table, []);
                break;
            case BarChart chart:
                ComposeBars(place, chart);
                break;
            case SignatureBlocks signatures:
                ComposeSignatures(place, signatures);
                break;
            case QrBlock qr:
                ComposeQr(places.Around(place, qr), qr);
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
    private void ComposeTable(IContainer place, FormTable table, List<RowRun> runs, IReadOnlyList<FormBlock> tail)
    {
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

    private void ComposeRuns(ColumnDescriptor column, FormTable table, List<RowRun> runs, IReadOnlyList<FormBlock> tail)
    {
        for (var i = 0; i < runs.Count; i++)
        {
            var (rows, height) = runs[i];
            var below = i == runs.Count - 1 ? tail : [];
            Together(column.Item(), height + Height(below), HeadHeight(table)).Column(together =>
            {
                together.Item().SemanticTable().Table(run =>
                {
                    DefineColumns(run, table);
                    ComposeCells(run.Cell, table, rows);
                });
                ComposeAll(together, below);
            });
        }
    }

    /// <summary>Rows that are not parted: those that a span ties, and those that must not be the last on a page with what follows
    /// them.</summary>
    private IEnumerable<RowRun> Runs(FormTable table)
    {
        var run = new RowRun([], 0);
        foreach (var (group, piece) in TableGrid.Groups(table.Body).Zip(new TablePieces(table, frame.BodyWidth).Make()))
        {
            run = new([.. run.Rows, .. group], run.Height + piece.Height);
            if (!piece.KeepWithNext)
            {
                yield return run;
                run = new([], 0);
            }
        }

        if (run.Rows.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>Moved to the next page as a whole, but for what no page holds: that would leave one empty and be cut all the
    /// same.</summary>
    private IContainer Together(IContainer place, double height, double above = 0) =>
        height + above < frame.BodyHeight * Certain ? place.PreventPageBreak() : Begun(place, height);

    private IContainer Begun(IContainer place, double height) =>
        place.EnsureSpace((float)(Math.Min(height, frame.BodyHeight / 3) * Certain));

    private double Height(IReadOnlyList<FormBlock> blocks) => new PieceMaker(frame.BodyWidth).Make(blocks).Sum(piece => piece.Height);

    private double HeadHeight(FormTable table) => new TablePieces(table, frame.BodyWidth).Make().FirstOrDefault()?.Head?.Height ?? 0;

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
            (cell.Middle ? inner.AlignMiddle() : inner)
                .Write(cell.Text, new(cell.Bold ? Face.Bold : Face.Regular, table.FontSize), cell.Alignment);
        }
    }

    private static IContainer Edged(IContainer place, TableCell cell)
    {
        var edged = cell.Edges switch
        {
            CellEdges.None => place,
            CellEdges.All => place.Border(Line),
            var edges => place
                .BorderTop(edges.HasFlag(CellEdges.Top) ? Line : 0)
                .BorderRight(edges.HasFlag(CellEdges.Right) ? Line : 0)
                .BorderBottom(edges.HasFlag(CellEdges.Bottom) ? Line : 0)
                .BorderLeft(edges.HasFlag(CellEdges.Left) ? Line : 0),
        };
        return cell.Shaded ? edged.Background(Shade) : edged;
    }

    private void ComposeLetterhead(IContainer place, Letterhead letterhead)
    {
        const int Inset = (int)PieceMaker.LetterheadImageSide + 6;
        var inner = letterhead.Image is null ? frame.BodyWidth : frame.BodyWidth - (2 * Inset);
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
                table.Cell().SemanticIgnore().Width((float)PieceMaker.LetterheadImageSide)
                    .Height((float)PieceMaker.LetterheadImageSide).Image(image).UseOriginalImage().FitArea();
            }

            table.Cell().Column(column =>
            {
                foreach (var (i, line) in letterhead.Lines.Index())
                {
                    var style = i switch { 0 => new TextStyle(Face.Regular, 12), 1 => new(Face.Bold, 14), _ => new(Face.Regular, 9) };
                    column.Item().Write(line, PieceMaker.Narrowed(line, style, inner), TextAlignment.Centre);
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
                columns.ConstantColumn((float)Math.Min(longest + 10, frame.BodyWidth * 0.4));
                columns.ConstantColumn(8);
                columns.RelativeColumn();
            });
            foreach (var (key, value) in keyValues.Lines)
            {
                table.Cell().PaddingRight(6).PaddingBottom(1).Write(key, Plain);
                table.Cell().Write(":", Plain);
                table.Cell().PaddingBottom(1).Write(value, Plain);
            }
        });
    }

    private void ComposeBars(IContainer place, BarChart chart)
    {
        const double Highest = 50;
        var slot = Math.Min(frame.BodyWidth, 400) / chart.Bars.Count;
        var scale = Highest / chart.Bars.Max(bar => bar.Height);
        place.PreventPageBreak().Column(column =>
        {
            column.Item().PaddingBottom(4).Write(chart.Caption, Plain with { Face = Face.Bold });
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
                    labels.Cell().PaddingTop(2).Write(bar.Label, new(Face.Regular, 8), TextAlignment.Centre);
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
        (signatures.Framed ? place.PreventPageBreak().Border(Line) : place.PreventPageBreak()).PaddingTop(5).PaddingBottom(7).Table(table =>
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
                table.Cell()
                    .Row(1).Column((uint)i + 1).PaddingHorizontal(Gap).Column(column => ComposeSignature(column, block!, captions, room));
            }
        });
    }

    /// <param name="captions">As many lines as the longest caption beside it, so that the names stand on one line.</param>
    /// <param name="room">For the ink, in points.</param>
    private void ComposeSignature(ColumnDescriptor column, SignatureBlock block, int captions, float room)
    {
        for (var i = 0; i < captions; i++)
        {
            column.Item().Write(block.Caption.ElementAtOrDefault(i) ?? "", Plain, TextAlignment.Centre);
        }

        // As the other engine leaves it: a point of air above and below.
        var item = column.Item().PaddingVertical(1);
        (block.Place is null ? item : places.Around(item, block))
            .MinHeight(room - 2).PaddingVertical(8).Write(block.Statement ?? "", new(Face.Italic, 8), TextAlignment.Centre);
        column.Item().Write(block.Name, Plain with { Face = Face.Bold }, TextAlignment.Centre, underlined: true);
        if (block.Number is { } number)
        {
            column.Item().Write(number, Plain, TextAlignment.Centre);
        }
    }

    private void ComposeQr(IContainer place, QrBlock qr) =>
        place.PreventPageBreak().MinHeight((float)qr.MinimumHeight).Border(Line).Padding((float)PieceMaker.QrPad).Table(table =>
    {
        table.ColumnsDefinition(columns =>
        {
            columns.ConstantColumn((float)(PieceMaker.QrSide + PieceMaker.QrPad));
            columns.RelativeColumn();
        });
        // Packed anew, black on white would become a photograph with grey between the modules.
        table.Cell().SemanticFigure(qr.Alternative).Width((float)PieceMaker.QrSide).Height((float)PieceMaker.QrSide)
            .Image(Picture(qr)).UseOriginalImage().FitArea();
        table.Cell().PaddingTop(2).Column(column =>
        {
            column.Spacing(2);
            foreach (var words in qr.Words)
            {
                column.Item().Write(words.Text, new(words.Bold ? Face.Bold : Face.Regular, words.FontSize));
            }
        });
    });

    private static byte[] Picture(QrBlock qr)
    {
        const int PixelsForModule = 8;
        using var code = QrSquare.Code(qr.Address);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(PixelsForModule);
    }

    // QuestPDF gives no height to what holds nothing; the smallest text holds a place.
    private void Room(IContainer place, double points)
    {
        const double Smallest = 1;
        if (points > Smallest * QuestText.LineHeight)
        {
            place.SemanticIgnore().Height((float)points).Write("", new(Face.Regular, Smallest));
        }
    }

    private sealed record RowRun(IReadOnlyList<TableRow> Rows, double Height);
}
