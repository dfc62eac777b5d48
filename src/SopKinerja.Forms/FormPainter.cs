using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SopKinerja.Forms;

/// <summary>Paints laid-out pages and tells the reader of the tags what each thing is.</summary>
internal sealed class FormPainter(StructureBuilder tags, Bookmarks bookmarks)
{
    private static readonly XBrush Shade = new XSolidBrush(XColor.FromArgb(236, 240, 241));

    private readonly Dictionary<TextStyle, XFont> _fonts = [];

    private readonly XPen _line = new(XColors.Black, 0.6);

    private readonly XPen _thick = new(XColors.Black, 1.8);

    private readonly List<SignatureRect> _rooms = [];

    private FormBlock? _block;

    private bool _isElementOpen;

    public IReadOnlyList<SignatureRect> Rooms => _rooms;

    public void Paint(PdfDocument document, LaidPage laid, string footer, string pageNumber)
    {
        var frame = PageFrame.Of(laid.Orientation);
        var page = document.AddPage();
        page.Width = XUnit.FromPoint(frame.Width);
        page.Height = XUnit.FromPoint(frame.Height);
        if (laid.Part is { } part)
        {
            bookmarks.AddPart(part, page);
        }

        using var graphics = XGraphics.FromPdfPage(page);
        foreach (var (piece, y, isRepeatedHead) in laid.Pieces)
        {
            if (!ReferenceEquals(piece.Block, _block))
            {
                CloseElement();
                bookmarks.Add(piece.Block, page, y);
                _block = piece.Block;
            }

            Paint(graphics, piece, y, isRepeatedHead);
            _rooms.AddRange(piece.Cells.Where(cell => cell.Room is not null).Select(cell => new SignatureRect(
                cell.Room!.Place, document.PageCount, PageFrame.Left + cell.X, y + cell.Room.Y, cell.Width, cell.Room.Height)
            {
                Date = cell.Room.Date is { } date ? date with { X = PageFrame.Left + cell.X + date.X, Y = y + date.Y } : null,
            }));
        }

        if (_block is not FormTable)
        {
            CloseElement();
        }

        PaintFooter(graphics, frame, footer, pageNumber);
    }

    public void End() => CloseElement();

    private void Paint(XGraphics graphics, Piece piece, double y, bool isRepeatedHead)
    {
        if (isRepeatedHead)
        {
            tags.BeginArtifact();
            PaintShades(graphics, piece, y);
            PaintEdges(graphics, piece, y);
            foreach (var cell in piece.Cells)
            {
                PaintLines(graphics, piece, cell, y);
            }

            tags.End();
            return;
        }

        if (piece.Cells.Any(cell => cell.Shaded || cell.Edges != CellEdges.None))
        {
            tags.BeginArtifact();
            PaintShades(graphics, piece, y);
            PaintEdges(graphics, piece, y);
            tags.End();
        }

        PaintContent(graphics, piece, y);
    }

    private void PaintContent(XGraphics graphics, Piece piece, double y)
    {
        switch (piece.Block)
        {
            case FormTable:
                PaintTable(graphics, piece, y);
                break;
            case Heading heading:
                PaintText(graphics, heading.Level == 1 ? PdfBlockLevelElementTag.Heading1 : PdfBlockLevelElementTag.Heading2, piece, y);
                break;
            case Paragraph:
                PaintText(graphics, PdfBlockLevelElementTag.Paragraph, piece, y);
                break;
            case Letterhead letterhead:
                PaintElement(graphics, PdfBlockLevelElementTag.Paragraph, piece, y);
                PaintLetterhead(graphics, letterhead, piece, y);
                break;
            case SignatureBlocks:
                foreach (var cell in piece.Cells.Where(cell => cell.Lines.Count > 0))
                {
                    PaintElement(graphics, PdfBlockLevelElementTag.Paragraph, piece with { Cells = [cell] }, y);
                }

                break;
            case QrBlock qr:
                PaintQr(graphics, qr, piece, y);
                foreach (var cell in piece.Cells.Where(cell => cell.Lines.Count > 0))
                {
                    PaintElement(graphics, PdfBlockLevelElementTag.Paragraph, piece with { Cells = [cell] }, y);
                }

                break;
            default:
                PaintElement(graphics, PdfBlockLevelElementTag.Paragraph, piece, y);
                break;
        }
    }

    private void PaintText(XGraphics graphics, PdfBlockLevelElementTag tag, Piece piece, double y)
    {
        OpenElement(tag);
        PaintLines(graphics, piece, piece.Cells[0], y);
    }

    private void PaintElement(XGraphics graphics, PdfBlockLevelElementTag tag, Piece piece, double y)
    {
        if (piece.Cells.Count == 0)
        {
            return;
        }

        tags.BeginElement(tag);
        foreach (var cell in piece.Cells)
        {
            PaintLines(graphics, piece, cell, y);
        }

        tags.End();
    }

    private void PaintQr(XGraphics graphics, QrBlock block, Piece piece, double y)
    {
        var cell = piece.Cells.Single(cell => cell.Qr is not null);
        var (left, top, qr) = (PageFrame.Left + cell.X, y + cell.Y, cell.Qr!);
        var module = cell.Width / qr.Size;
        tags.BeginElement(PdfIllustrationElementTag.Figure, block.Alternative, new XRect(left, top, cell.Width, cell.Height));
        // One path: squares filled one by one would show hair lines between them.
        var dark = new XGraphicsPath { FillMode = XFillMode.Winding };
        foreach (var (row, column, length) in qr.Runs)
        {
            dark.AddRectangle(left + (column * module), top + (row * module), length * module, module);
        }

        graphics.DrawPath(XBrushes.Black, dark);
        tags.End();
    }

    private void PaintTable(XGraphics graphics, Piece piece, double y)
    {
        OpenElement(PdfBlockLevelElementTag.Table);
        foreach (var row in piece.Cells.GroupBy(cell => cell.Row))
        {
            tags.BeginElement(PdfBlockLevelElementTag.TableRow);
            foreach (var cell in row)
            {
                tags.BeginElement(cell.IsHeader ? PdfBlockLevelElementTag.TableHeaderCell : PdfBlockLevelElementTag.TableDataCell);
                if (cell.ColumnSpan > 1)
                {
                    tags.SetColSpan(cell.ColumnSpan);
                }

                if (cell.RowSpan > 1)
                {
                    tags.SetRowSpan(cell.RowSpan);
                }

                PaintLines(graphics, piece, cell, y);
                tags.End();
            }

            tags.End();
        }
    }

    private void OpenElement(PdfBlockLevelElementTag tag)
    {
        if (!_isElementOpen)
        {
            tags.BeginElement(tag);
            _isElementOpen = true;
        }
    }

    private void CloseElement()
    {
        if (_isElementOpen)
        {
            tags.End();
            _isElementOpen = false;
        }
    }

    private void PaintLetterhead(XGraphics graphics, Letterhead letterhead, Piece piece, double y)
    {
        tags.BeginArtifact();
        var right = PageFrame.Left + piece.Cells[0].Width;
        var bottom = y + piece.Height - 11;
        graphics.DrawLine(_thick, PageFrame.Left, bottom, right, bottom);
        graphics.DrawLine(_line, PageFrame.Left, bottom + 2.2, right, bottom + 2.2);
        if (letterhead.Image is { } bytes)
        {
            using var stream = new MemoryStream(bytes);
            using var image = XImage.FromStream(stream);
            // No wider than the lines leave it, and in the middle of their height.
            var (room, height) = (PieceMaker.LetterheadImageSide, bottom - y - 5);
            var scale = Math.Min(room / image.PointWidth, height / image.PointHeight);
            graphics.DrawImage(image, PageFrame.Left, y
                + ((height - (scale * image.PointHeight)) / 2), scale * image.PointWidth, scale * image.PointHeight);
        }

        tags.End();
    }

    private static void PaintShades(XGraphics graphics, Piece piece, double y)
    {
        foreach (var cell in piece.Cells.Where(cell => cell.Shaded))
        {
            var (top, bottom) = Visible(piece, cell);
            if (bottom > top)
            {
                graphics.DrawRectangle(Shade, PageFrame.Left + cell.X, y + top, cell.Width, bottom - top);
            }
        }
    }

    private void PaintEdges(XGraphics graphics, Piece piece, double y)
    {
        foreach (var cell in piece.Cells.Where(cell => cell.Edges != CellEdges.None))
        {
            var (top, bottom) = Visible(piece, cell);
            if (bottom <= top)
            {
                continue;
            }

            var left = PageFrame.Left + cell.X;
            var right = left + cell.Width;
            if (cell.Edges == CellEdges.All)
            {
                graphics.DrawRectangle(_line, left, y + top, cell.Width, bottom - top);
                continue;
            }

            Edge(CellEdges.Top, left, top, right, top);
            Edge(CellEdges.Bottom, left, bottom, right, bottom);
            Edge(CellEdges.Left, left, top, left, bottom);
            Edge(CellEdges.Right, right, top, right, bottom);

            void Edge(CellEdges edge, double x1, double y1, double x2, double y2)
            {
                if (cell.Edges.HasFlag(edge))
                {
                    graphics.DrawLine(_line, x1, y + y1, x2, y + y2);
                }
            }
        }
    }

    private static (double Top, double Bottom) Visible(Piece piece, PlacedCell cell) =>
        (Math.Max(cell.Y - piece.Offset, 0), Math.Min(cell.Y + cell.Height - piece.Offset, piece.Height));

    private void PaintLines(XGraphics graphics, Piece piece, PlacedCell cell, double y)
    {
        foreach (var line in cell.Lines)
        {
            // A line belongs to the piece in which its middle lies.
            var middle = line.Y + (line.Style.LineHeight / 2) - piece.Offset;
            if (line.Text.Length == 0 || middle < 0 || middle > piece.Height)
            {
                continue;
            }

            var x = PageFrame.Left + line.X;
            var baseline = y + line.Y - piece.Offset + line.Style.Baseline;
            graphics.DrawString(line.Text, Font(line.Style), XBrushes.Black, x, baseline);
            if (line.Underlined)
            {
                graphics.DrawLine(_line, x, baseline + 1.4, x + line.Width, baseline + 1.4);
            }
        }
    }

    private void PaintFooter(XGraphics graphics, PageFrame frame, string footer, string pageNumber)
    {
        var style = new TextStyle(Face.Regular, 7.5);
        var right = frame.Width - PageFrame.Right;
        var numberWidth = TextMeasure.Width(pageNumber, style);
        var y = frame.Height - PageFrame.Bottom + 8;
        tags.BeginArtifact();
        graphics.DrawLine(_line, PageFrame.Left, y, right, y);
        var lines = TextMeasure.Wrap(footer, style, frame.BodyWidth - numberWidth - 20).Take(2).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            graphics.DrawString(lines[i], Font(style), XBrushes.Black, PageFrame.Left, y + 3 + style.Baseline + (i * style.LineHeight));
        }

        graphics.DrawString(pageNumber, Font(style), XBrushes.Black, right - numberWidth, y + 3 + style.Baseline);
        tags.End();
    }

    private XFont Font(TextStyle style)
    {
        if (!_fonts.TryGetValue(style, out var font))
        {
            font = TextMeasure.Make(style);
            _fonts[style] = font;
        }

        return font;
    }
}
