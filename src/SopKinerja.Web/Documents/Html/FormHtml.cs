using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Documents.Html;

/// <summary>Shows a form on screen: the same words as the PDF, in elements that say what they are.</summary>
public static class FormHtml
{
    /// <summary>A sheet for each part, in one container that scrolls sideways so that the page does not.</summary>
    public static IHtmlContent Render(FormDescription form)
    {
        var preview = Element("div", "form-preview");
        preview.Attributes["role"] = "region";
        preview.Attributes["tabindex"] = "0";
        preview.Attributes["lang"] = "id";
        preview.Attributes["aria-label"] = $"Pratinjau {form.Properties.Title}";
        foreach (var part in form.Parts)
        {
            var sheet = Element("article", part.Orientation == PageOrientation.Portrait ? "form-sheet" : "form-sheet form-sheet-landscape");
            sheet.Attributes["aria-label"] = part.Name;
            foreach (var block in part.Blocks)
            {
                sheet.InnerHtml.AppendHtml(Block(block));
            }

            if (form.Footer.Length > 0)
            {
                sheet.InnerHtml.AppendHtml(Text("p", "form-foot", form.Footer));
            }

            preview.InnerHtml.AppendHtml(sheet);
        }

        return preview;
    }

    private static TagBuilder Block(FormBlock block) => block switch
    {
        Letterhead letterhead => Head(letterhead),
        Heading heading => Text(heading.Level == 1 ? "h2" : "h3", Aligned(heading.Alignment), heading.Text),
        Paragraph paragraph => Text(
            "p", $"{Aligned(paragraph.Alignment)}{(paragraph.Bold ? " form-bold" : "")}{(paragraph.Italic ? " form-italic" : "")}",
            paragraph.Text),
        KeyValues keyValues => List(keyValues),
        FormTable table => Table(table),
        BarChart chart => Chart(chart),
        SignatureBlocks signatures => Signatures(signatures),
        QrBlock qr => Qr(qr),
        Spacer => Element("div", "form-space"),
        PageBreak => Element("hr", "form-break", TagRenderMode.SelfClosing),
        _ => throw new NotSupportedException($"No element for {block.GetType().Name}."),
    };

    private static TagBuilder Head(Letterhead letterhead)
    {
        var head = Element("div", "form-letterhead");
        if (letterhead.ImageUrl is { } url)
        {
            var image = Element("img", "form-emblem", TagRenderMode.SelfClosing);
            image.Attributes["src"] = url;
            image.Attributes["alt"] = "";
            head.InnerHtml.AppendHtml(image);
        }

        foreach (var line in letterhead.Lines)
        {
            head.InnerHtml.AppendHtml(Text("p", "", line));
        }

        return head;
    }

    private static TagBuilder List(KeyValues keyValues)
    {
        var list = Element("dl", "form-values");
        foreach (var (key, value) in keyValues.Lines)
        {
            list.InnerHtml.AppendHtml(Text("dt", "", key));
            list.InnerHtml.AppendHtml(Text("dd", "", value));
        }

        return list;
    }

    private static TagBuilder Table(FormTable form)
    {
        var table = Element("table", form.Columns.Count > 8 ? "form-table form-table-dense" : "form-table");
        table.InnerHtml.AppendHtml(Text("caption", "form-hidden", form.Caption));
        var columns = Element("colgroup", "");
        var sum = form.Columns.Sum();
        foreach (var column in form.Columns)
        {
            var share = Math.Clamp(Math.Round(column / sum * 100), 1, 100);
            columns.InnerHtml.AppendHtml(
                Element("col", string.Create(CultureInfo.InvariantCulture, $"form-w{share}"), TagRenderMode.SelfClosing));
        }

        table.InnerHtml.AppendHtml(columns);
        if (form.Head.Count > 0)
        {
            table.InnerHtml.AppendHtml(Rows("thead", form.Head));
        }

        table.InnerHtml.AppendHtml(Rows("tbody", form.Body));
        return table;
    }

    private static TagBuilder Rows(string section, IReadOnlyList<TableRow> rows)
    {
        var body = Element(section, "");
        foreach (var row in rows)
        {
            var line = Element("tr", row.MinimumHeight > 0 ? "form-tall" : "");
            foreach (var cell in row.Cells)
            {
                line.InnerHtml.AppendHtml(Cell(cell, section == "thead"));
            }

            body.InnerHtml.AppendHtml(line);
        }

        return body;
    }

    private static TagBuilder Cell(TableCell cell, bool isHead)
    {
        List<string> classes = [Aligned(cell.Alignment)];
        classes.AddRange(new (bool Holds, string Name)[]
        {
            (cell.Bold, "form-bold"),
            (!cell.Bold && !isHead && cell.IsRowHeader, "form-plain"),
            (cell.Shaded, "form-shaded"),
            (cell.Middle, "form-middle"),
            (!cell.Edges.HasFlag(CellEdges.Top), "form-no-top"),
            (!cell.Edges.HasFlag(CellEdges.Right), "form-no-right"),
            (!cell.Edges.HasFlag(CellEdges.Bottom), "form-no-bottom"),
            (!cell.Edges.HasFlag(CellEdges.Left), "form-no-left"),
        }.Where(candidate => candidate.Holds).Select(candidate => candidate.Name));
        var isHeader = (isHead || cell.IsRowHeader) && cell.Text.Length > 0;
        var element = Text(isHeader ? "th" : "td", string.Join(' ', classes), cell.Text);
        if (isHeader)
        {
            element.Attributes["scope"] = (isHead, cell.ColumnSpan, cell.RowSpan) switch
            {
                (true, > 1, _) => "colgroup",
                (true, _, _) => "col",
                (false, _, > 1) => "rowgroup",
                _ => "row",
            };
        }

        if (cell.ColumnSpan > 1)
        {
            element.Attributes["colspan"] = cell.ColumnSpan.ToString(CultureInfo.InvariantCulture);
        }

        if (cell.RowSpan > 1)
        {
            element.Attributes["rowspan"] = cell.RowSpan.ToString(CultureInfo.InvariantCulture);
        }

        return element;
    }

    private static TagBuilder Chart(BarChart chart)
    {
        var figure = Element("figure", "form-chart");
        figure.InnerHtml.AppendHtml(Text("figcaption", "form-bold", chart.Caption));
        var bars = Element("div", "form-bars");
        var highest = chart.Bars.Max(bar => bar.Height);
        foreach (var bar in chart.Bars)
        {
            var height = Math.Round(100 * bar.Height / highest);
            var drawing = Element("svg", "form-bar");
            drawing.Attributes["viewBox"] = "0 0 10 100";
            drawing.Attributes["preserveAspectRatio"] = "none";
            drawing.Attributes["aria-hidden"] = "true";
            var box = Element("rect", "");
            box.Attributes["width"] = "10";
            box.Attributes["height"] = height.ToString(CultureInfo.InvariantCulture);
            box.Attributes["y"] = (100 - height).ToString(CultureInfo.InvariantCulture);
            drawing.InnerHtml.AppendHtml(box);
            var place = Element("div", "");
            place.InnerHtml.AppendHtml(drawing);
            place.InnerHtml.AppendHtml(Text("p", "", bar.Label));
            bars.InnerHtml.AppendHtml(place);
        }

        figure.InnerHtml.AppendHtml(bars);
        return figure;
    }

    private static TagBuilder Signatures(SignatureBlocks signatures)
    {
        var row = Element("div", signatures.Framed ? "form-signatures form-framed" : "form-signatures");
        foreach (var place in signatures.Places)
        {
            var block = Element("div", "form-signature");
            if (place is not null)
            {
                foreach (var caption in place.Caption)
                {
                    block.InnerHtml.AppendHtml(Text("p", "", caption));
                }

                block.InnerHtml.AppendHtml(Text("p", "form-statement", place.Statement ?? ""));
                block.InnerHtml.AppendHtml(Text("p", "form-signer", place.Name));
                if (place.Number is { } number)
                {
                    block.InnerHtml.AppendHtml(Text("p", "", number));
                }
            }

            row.InnerHtml.AppendHtml(block);
        }

        return row;
    }

    private static TagBuilder Qr(QrBlock qr)
    {
        var block = Element("div", "form-proof");
        block.InnerHtml.AppendHtml(QrDrawing.Of(qr.Qr, qr.Alternative, "form-qr"));
        var words = Element("div", "");
        foreach (var line in qr.Words)
        {
            words.InnerHtml.AppendHtml(Text("p", line.Bold ? "form-code" : "", line.Text));
        }

        block.InnerHtml.AppendHtml(words);
        return block;
    }

    private static string Aligned(TextAlignment alignment) =>
        alignment switch { TextAlignment.Centre => "form-centre", TextAlignment.Right => "form-right", _ => "form-left" };

    private static TagBuilder Element(string name, string classes, TagRenderMode mode = TagRenderMode.Normal)
    {
        var element = new TagBuilder(name) { TagRenderMode = mode };
        if (classes.Length > 0)
        {
            element.Attributes["class"] = classes;
        }

        return element;
    }

    private static TagBuilder Text(string name, string classes, string text)
    {
        var element = Element(name, classes);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                element.InnerHtml.AppendHtml(Element("br", "", TagRenderMode.SelfClosing));
            }

            element.InnerHtml.Append(lines[i]);
        }

        return element;
    }
}
