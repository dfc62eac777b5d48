namespace SopKinerja.Forms;

internal sealed class PieceMaker(double width)
{
    /// <summary>The picture stands in a square of this, in points.</summary>
    public const double LetterheadImageSide = 54;

    // 28 mm: modules of 0.6 mm, which a poor camera and a printout at 100 dots per inch still tell apart.
    internal const double QrSide = 79.4;

    internal const double QrPad = 4;

    private const double SignaturePad = 5;

    private const string LongestDay = "30 September 2026";

    private readonly List<Piece> _pieces = [];

    public List<Piece> Make(IReadOnlyList<FormBlock> blocks)
    {
        foreach (var block in blocks)
        {
            if (block is SignatureBlocks or ProofBlock)
            {
                KeepLastPieceWithNext();
            }

            Make(block);
        }

        return _pieces;
    }

    private void Make(FormBlock block)
    {
        switch (block)
        {
            case Letterhead letterhead:
                MakeLetterhead(letterhead);
                break;
            case Heading heading:
                var size = heading.Level == 1 ? 12 : 10;
                MakeText(heading, heading.Text, new TextStyle(Face.Bold, size), heading.Alignment, keepWithNext: true);
                break;
            case Paragraph paragraph:
                var face = paragraph.Bold ? Face.Bold : paragraph.Italic ? Face.Italic : Face.Regular;
                MakeText(paragraph, paragraph.Text, new TextStyle(face, paragraph.FontSize), paragraph.Alignment, keepWithNext: false);
                break;
            case KeyValues keyValues:
                MakeKeyValues(keyValues);
                break;
            case FormTable table:
                _pieces.AddRange(new TablePieces(table, width).Make());
                break;
            case BarChart chart:
                MakeBars(chart);
                break;
            case SignatureBlocks signatures:
                MakeSignatures(signatures);
                break;
            case QrBlock qr:
                MakeQr(qr);
                break;
            case Spacer spacer:
                _pieces.Add(new Piece(spacer, spacer.Points, []) { KeepWithNext = _pieces.LastOrDefault()?.KeepWithNext ?? false });
                break;
            case PageBreak:
                _pieces.Add(new Piece(block, 0, []));
                break;
            default:
                throw new NotSupportedException($"No drawing for {block.GetType().Name}.");
        }
    }

    /// <summary>A signature, or a proof, is never parted from what stands before it: not by space, and not by a remark, which belongs to
    /// both.</summary>
    private void KeepLastPieceWithNext()
    {
        for (var i = _pieces.Count - 1; i >= 0 && _pieces[i].Block is not PageBreak; i--)
        {
            _pieces[i] = _pieces[i] with { KeepWithNext = true };
            if (_pieces[i].Block is not (Spacer or Paragraph))
            {
                return;
            }
        }
    }

    private void MakeLetterhead(Letterhead letterhead)
    {
        var inset = letterhead.Image is null ? 0 : LetterheadImageSide + 6;
        var lines = new List<PlacedLine>();
        var y = 0.0;
        for (var i = 0; i < letterhead.Lines.Count; i++)
        {
            var style = i switch
            {
                0 => new TextStyle(Face.Regular, 12),
                1 => new TextStyle(Face.Bold, 14),
                _ => new TextStyle(
                Face.Regular, 9)
            };
            y = Flow(letterhead.Lines[i], Narrowed(letterhead.Lines[i], style, width - (2 * inset)), TextAlignment.Centre, inset,
                width - (2 * inset), y, lines);
        }

        var height = Math.Max(y, letterhead.Image is null ? 0 : LetterheadImageSide) + 16;
        _pieces.Add(new Piece(letterhead, height, [new PlacedCell(0, 0, width, height, lines)]) { KeepWithNext = true });
    }

    internal static TextStyle Narrowed(string line, TextStyle style, double width)
    {
        var fit = style.Size * width / Math.Max(TextMeasure.Width(TextMeasure.Clean(line), style), 1) * 0.999;
        return fit < style.Size && fit >= style.Size * 0.75 ? style with { Size = fit } : style;
    }

    private void MakeText(FormBlock block, string text, TextStyle style, TextAlignment alignment, bool keepWithNext)
    {
        foreach (var line in TextMeasure.Wrap(text, style, width))
        {
            var placed = new List<PlacedLine>();
            Align(line, style, alignment, 0, width, 0, placed);
            _pieces.Add(new Piece(block, style.LineHeight, [new PlacedCell(0, 0, width, style.LineHeight, placed)])
            {
                KeepWithNext = keepWithNext,
            });
        }
    }

    private void MakeKeyValues(KeyValues keyValues)
    {
        var style = new TextStyle(Face.Regular, 9.5);
        var longest = keyValues.Lines.Max(line => TextMeasure.Width(TextMeasure.Clean(line.Key), style));
        var keyWidth = Math.Min(longest + 10, width * 0.4);
        foreach (var (key, value) in keyValues.Lines)
        {
            var keys = new List<PlacedLine>();
            var values = new List<PlacedLine> { new(":", style, keyWidth, 0, 4) };
            var height = Math.Max(
                Flow(key, style, TextAlignment.Left, 0, keyWidth - 6, 0, keys),
                Flow(value, style, TextAlignment.Left, keyWidth + 8, width - keyWidth - 8, 0, values));
            _pieces.Add(new Piece(keyValues, height + 1,
            [
                new PlacedCell(0, 0, keyWidth, height, keys) { IsHeader = true },
                new PlacedCell(keyWidth, 0, width - keyWidth, height, values),
            ]));
        }
    }

    private void MakeBars(BarChart chart)
    {
        const double Highest = 50;
        var small = new TextStyle(Face.Regular, 8);
        var slot = Math.Min(width, 400) / chart.Bars.Count;
        var caption = new List<PlacedLine>();
        var top = Flow(chart.Caption, new TextStyle(Face.Bold, 9.5), TextAlignment.Left, 0, width, 0, caption);
        var cells = new List<PlacedCell> { new(0, 0, width, top, caption) };
        var floor = top + 4 + Highest;
        var scale = Highest / chart.Bars.Max(bar => bar.Height);
        var labels = new List<PlacedLine>();
        var bottom = floor;
        for (var i = 0; i < chart.Bars.Count; i++)
        {
            var (label, height) = chart.Bars[i];
            cells.Add(new PlacedCell(slot * (i + 0.2), floor - (height * scale), slot * 0.6, height * scale, [])
            {
                Shaded = true,
                Edges = CellEdges.All,
            });
            bottom = Math.Max(bottom, Flow(label, small, TextAlignment.Centre, slot * i, slot, floor + 2, labels));
        }

        cells.Add(new PlacedCell(0, floor, slot * chart.Bars.Count, bottom - floor, labels) { Edges = CellEdges.Top });
        _pieces.Add(new Piece(chart, bottom, cells));
    }

    private void MakeSignatures(SignatureBlocks signatures)
    {
        const double Ink = 48;
        const double Words = 72;
        const double Gap = 14;
        var plain = new TextStyle(Face.Regular, 9.5);
        var small = new TextStyle(Face.Italic, 8);
        var slot = width / signatures.Places.Count;
        var places = signatures.Places
            .Select((place, i) => (Place: place, X: (slot * i) + Gap, Lines: new List<PlacedLine>()))
            .Where(place => place.Place is not null)
            .ToList();

        var top = SignaturePad;
        foreach (var (place, x, lines) in places)
        {
            var y = SignaturePad;
            foreach (var (i, caption) in place!.Caption.Index())
            {
                // A line with room for the day stands as if the day were there.
                var day = i == 0 ? DateRoom(place, slot - (2 * Gap), plain) : null;
                y = day is null
                    ? Flow(caption, plain, TextAlignment.Centre, x, slot - (2 * Gap), y, lines)
                    : Flow($"{caption},", plain, TextAlignment.Right, x, day.X - TextMeasure.Width(" ", plain), y, lines);
            }

            top = Math.Max(top, y);
        }

        var middle = top + (places.Exists(place => place.Place!.Place is not null) ? Words : Ink);
        foreach (var (place, x, lines) in places.Where(place => place.Place!.Statement is not null))
        {
            middle = Math.Max(middle, Flow(place!.Statement!, small, TextAlignment.Centre, x, slot - (2 * Gap), top + 9, lines) + 9);
        }

        var bottom = middle;
        foreach (var (place, x, lines) in places)
        {
            var y = Flow(
                place!.Name, plain with { Face = Face.Bold }, TextAlignment.Centre, x, slot - (2 * Gap), middle, lines, underlined: true);
            bottom = Math.Max(
                bottom, place.Number is null ? y : Flow(place.Number, plain, TextAlignment.Centre, x, slot - (2 * Gap), y, lines));
        }

        var height = bottom + 7;
        var cells = places.Select(place => new PlacedCell(place.X, 0, slot - (2 * Gap), height, place.Lines)
        {
            Room = place.Place!.Place is { } signed
                ? new(signed, top + 1, middle - top - 2, DateRoom(place.Place, slot - (2 * Gap), plain))
                : null,
        }).ToList();
        if (signatures.Framed)
        {
            cells.Insert(0, new PlacedCell(0, 0, width, height, []) { Edges = CellEdges.All });
        }

        _pieces.Add(new Piece(signatures, height, cells));
    }

    private void MakeQr(QrBlock qr)
    {
        var texts = new List<PlacedCell>();
        var y = QrPad + 2;
        foreach (var words in qr.Words)
        {
            var lines = new List<PlacedLine>();
            var style = new TextStyle(words.Bold ? Face.Bold : Face.Regular, words.FontSize);
            var end = Flow(words.Text, style, TextAlignment.Left, QrSide + (2 * QrPad), width - QrSide - (3 * QrPad), y, lines);
            texts.Add(new PlacedCell(QrSide, y, width - QrSide, end - y, lines));
            y = end + 2;
        }

        var height = Math.Max(qr.MinimumHeight, Math.Max(QrSide, y) + (2 * QrPad));
        _pieces.Add(new Piece(qr, height,
        [
            new PlacedCell(0, 0, width, height, []) { Edges = CellEdges.All },
            new PlacedCell(QrPad, QrPad, QrSide, QrSide, []) { Qr = qr.Qr },
            .. texts,
        ]));
    }

    // Null where the day would not fit behind the words.
    private static PlacedRect? DateRoom(SignatureBlock block, double width, TextStyle style)
    {
        if (!block.HasDateRoom)
        {
            return null;
        }

        var (words, day) = (TextMeasure.Width($"{block.Caption[0]}, ", style), TextMeasure.Width(LongestDay, style));
        return words + day <= width ? new(((width - words - day) / 2) + words, SignaturePad, day, style.LineHeight) : null;
    }

    internal static double Flow(
        string text, TextStyle style, TextAlignment alignment, double x, double width, double y, List<PlacedLine> lines,
        bool underlined = false)
    {
        foreach (var line in TextMeasure.Wrap(text, style, width))
        {
            Align(line, style, alignment, x, width, y, lines, underlined);
            y += style.LineHeight;
        }

        return y;
    }

    private static void Align(
        string line, TextStyle style, TextAlignment alignment, double x, double width, double y, List<PlacedLine> lines,
        bool underlined = false)
    {
        var length = TextMeasure.Width(line.AsSpan().TrimEnd(' '), style);
        var indent = alignment switch { TextAlignment.Centre => (width - length) / 2, TextAlignment.Right => width - length, _ => 0 };
        lines.Add(new PlacedLine(line, style, x + indent, y, length, underlined));
    }
}
