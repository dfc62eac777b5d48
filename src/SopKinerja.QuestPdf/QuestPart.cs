using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

/// <summary>One part of a form as pages of QuestPDF, which breaks them itself; here is only said what stays together.</summary>
internal sealed class QuestPart(FormPart part, string footer, CapturedPlaces places)
{
    private readonly PageFrame _frame = PageFrame.Of(part.Orientation);

    public void Compose(PageDescriptor page)
    {
        page.Size((float)_frame.Width, (float)_frame.Height);
        page.MarginLeft((float)PageFrame.Left);
        page.MarginRight((float)PageFrame.Right);
        page.MarginTop((float)PageFrame.Top);
        page.DefaultTextStyle(style => style.FontFamily(LiberationFonts.Family).LineHeight(QuestText.LineHeight));
        page.Content().Column(ComposeBody);
        page.Foreground().Dynamic(places);
        page.Footer().Height((float)PageFrame.Bottom).PaddingTop(8).BorderTop(0.6f).PaddingTop(3).Table(ComposeFooter);
    }

    private void ComposeBody(ColumnDescriptor column)
    {
        var isFirst = true;
        for (var i = 0; i < part.Blocks.Count;)
        {
            if (part.Blocks[i] is PageBreak)
            {
                column.Item().PageBreak();
                i++;
                continue;
            }

            var tied = Tied(i);
            Compose(isFirst ? places.Around(column.Item(), part.Blocks[i]) : column.Item(), tied);
            isFirst = false;
            i += tied.Lead.Count + 1 + tied.Tail.Count;
        }
    }

    private TiedBlocks Tied(int start)
    {
        var body = start;
        while (part.Blocks[body] is Letterhead or Heading or Spacer
            && body + 1 < part.Blocks.Count && part.Blocks[body + 1] is not PageBreak
            && !IsSpace(start, body))
        {
            body++;
        }

        var end = body + 1;
        for (var i = end; i < part.Blocks.Count && part.Blocks[i] is Spacer or SignatureBlocks or ProofBlock; i++)
        {
            end = part.Blocks[i] is Spacer ? end : i + 1;
        }

        return new([.. part.Blocks.Take(start..body)], part.Blocks[body], [.. part.Blocks.Take((body + 1)..end)]);
    }

    private bool IsSpace(int start, int end) => part.Blocks.Take(start..(end + 1)).All(block => block is Spacer);

    private void Compose(IContainer place, TiedBlocks tied)
    {
        var blocks = new QuestBlocks(_frame, places);
        if (tied.Body is FormTable table)
        {
            blocks.ComposeTable(place, tied.Lead, table, tied.Tail);
        }
        else if (tied.Lead.Count + tied.Tail.Count == 0)
        {
            blocks.Compose(place, tied.Body);
        }
        else
        {
            blocks.ComposeTogether(place, [.. tied.Lead, tied.Body, .. tied.Tail]);
        }
    }

    private void ComposeFooter(TableDescriptor table)
    {
        var style = new TextStyle(Face.Regular, 7.5);
        table.ColumnsDefinition(columns =>
        {
            columns.RelativeColumn();
            columns.ConstantColumn(90);
        });
        table.Cell().Text(text =>
        {
            text.ClampLines(2);
            text.Span(TextMeasure.Clean(footer)).FontSize((float)style.Size);
        });
        table.Cell().Text(text =>
        {
            text.AlignRight();
            text.DefaultTextStyle(plain => plain.FontSize((float)style.Size));
            text.Span("Halaman ");
            text.CurrentPageNumber();
            text.Span(" dari ");
            text.TotalPages();
        });
    }

    private sealed record TiedBlocks(IReadOnlyList<FormBlock> Lead, FormBlock Body, IReadOnlyList<FormBlock> Tail);
}
