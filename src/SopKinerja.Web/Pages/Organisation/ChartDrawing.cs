namespace SopKinerja.Web.Pages.Organisation;

/// <summary>
/// Puts a chart on sheets. Whoever has one alone below him stands above that one in the middle; from the last of them the branches hang in
/// columns, and within a branch each stands below and to the right of whom he stands below. A branch that does not fit goes on in
/// the next column, and on the next sheet, under a box that says whose it is. Nothing is left out and nothing is cut.
/// </summary>
public sealed class ChartDrawing
{
    public const int TitleSize = 11, LineSize = 10;

    private const int HeadHeight = 30;
    private const int Gap = 10;
    private const int Edge = 4;
    private const int ColumnGap = 22;
    private const int Indent = 14;
    private const int Padding = 7;
    private const int LineHeight = 13;
    private const int LeastWidth = 158;
    private const int SpineWidth = 330;
    private const int MostInSpine = 4;
    private const int LeastColumns = 3;
    private const int MostStretch = 60;

    private readonly ChartPaper _paper;
    private readonly List<Sheet> _sheets = [];
    private ChartNode? _last;
    private int _columns;
    private int _width;
    private int _column;
    private int _top;
    private int _y;
    private int _bus;

    private ChartDrawing(ChartPaper paper) => _paper = paper;

    public static IReadOnlyList<Sheet> Of(IReadOnlyList<ChartNode> roots, ChartPaper paper)
    {
        var drawing = new ChartDrawing(paper);
        foreach (var root in roots.Where(r => r.Below.Count > 0))
        {
            drawing.Draw(root);
        }

        IReadOnlyList<ChartNode> alone = [.. roots.Where(r => r.Below.Count == 0)];
        if (alone.Count > 0)
        {
            drawing.Spread(null, alone);
        }

        return drawing._sheets;
    }

    private Sheet Sheet => _sheets[^1];

    private void Draw(ChartNode root)
    {
        var spine = new List<ChartNode> { root };
        while (spine[^1].Below is [var only] && spine.Count < MostInSpine)
        {
            spine.Add(only);
        }

        NewSheet();
        foreach (var (i, node) in spine.Index())
        {
            var box = Put(Box(node, SpineX, _y, Math.Min(SpineWidth, _paper.Width)));
            if (i > 0)
            {
                Sheet.Lines.Add(new(box.Middle, Sheet.Boxes[^2].Foot, box.Middle, box.Y));
            }

            _y = box.Foot + (2 * Gap);
        }

        if (spine[^1].Below.Count > 0)
        {
            Spread(spine[^1], spine[^1].Below);
        }
    }

    private int SpineX => (_paper.Width - Math.Min(SpineWidth, _paper.Width)) / 2;

    /// <param name="above">Whose branches they are, drawn already; null where they are nobody's.</param>
    private void Spread(ChartNode? above, IReadOnlyList<ChartNode> branches)
    {
        var least = LeastWidth + (Indent * branches.Max(Depth));
        _columns = Math.Max(1, (_paper.Width - Edge) / (least + ColumnGap));
        _width = least;
        if (branches.All(b => Needs(b) <= _paper.Height - _y - (2 * Gap)))
        {
            _columns = Math.Min(_columns, Math.Max(branches.Count, LeastColumns));
        }

        _width = Math.Min(((_paper.Width - Edge) / _columns) - ColumnGap, least + MostStretch);
        _last = above;
        if (above is null)
        {
            NewSheet();
        }

        Begin();
        foreach (var branch in branches)
        {
            if (_y > _top && (branches.Count <= _columns || _y + Needs(branch) > _paper.Height))
            {
                NextColumn();
            }

            Hang(branch);
        }
    }

    private int Needs(ChartNode branch) => Items(branch, []).Sum(i => BoxAt(i.Node, i.Above.Count).Height + Gap);

    private void Begin()
    {
        (_column, _bus) = (0, _y - Gap);
        _top = _last is null ? _y : _y + Gap;
        _y = _top;
    }

    private void NextColumn()
    {
        _column++;
        _y = _top;
        if (_column < _columns)
        {
            return;
        }

        NewSheet();
        if (_last is { } above)
        {
            var box = Put(Note($"Lanjutan: {above.Title}", SpineX, _y, Math.Min(SpineWidth, _paper.Width)));
            _y = box.Foot + (2 * Gap);
        }

        Begin();
    }

    private int X => ((_paper.Width - Edge - (_columns * (_width + ColumnGap))) / 2) + ColumnGap + (_column * (_width + ColumnGap));

    private void Hang(ChartNode branch)
    {
        // Where the lines of each go on from, in this column.
        var feet = new Dictionary<ChartNode, (int X, int Y)>(ReferenceEqualityComparer.Instance);
        foreach (var (node, above) in Items(branch, []))
        {
            var box = BoxAt(node, above.Count);
            if (box.Foot > _paper.Height - Edge && _y > _top)
            {
                NextColumn();
                GoOn(above, feet);
                box = BoxAt(node, above.Count);
            }

            if (above is [.., var parent])
            {
                Sheet.Lines.Add(new(feet[parent].X, feet[parent].Y, box.X, box.Y + Padding + (LineHeight / 2)));
            }
            else
            {
                FromBus(box);
            }

            Put(box);
            feet[node] = (box.X + (Indent / 2), box.Foot);
            _y = box.Foot + Gap;
        }
    }

    // A box that says whose branch goes on here, and from which their lines go on.
    private void GoOn(IReadOnlyList<ChartNode> above, Dictionary<ChartNode, (int X, int Y)> feet)
    {
        if (above.Count == 0)
        {
            return;
        }

        var note = Put(Note($"Lanjutan: {string.Join(" › ", above.Select(a => a.Title))}", X, _y, _width));
        foreach (var (depth, one) in above.Index())
        {
            feet[one] = (X + (Indent * depth) + (Indent / 2), note.Foot);
        }

        _y = note.Foot + Gap;
    }

    private DrawnBox BoxAt(ChartNode node, int depth) => Box(node, X + (Indent * depth), _y, _width - (Indent * depth));

    private void FromBus(DrawnBox box)
    {
        if (_last is null)
        {
            return;
        }

        var trunk = Sheet.Boxes.Last(b => b.X == SpineX && b.Foot < _bus + 1).Middle;
        Sheet.Lines.Add(new(trunk, _bus - Gap, trunk, _bus));
        if (box.Y == _top)
        {
            Sheet.Lines.Add(new(trunk, _bus, box.Middle, box.Y, IsAcrossFirst: true));
        }
        else
        {
            var gutter = box.X - (ColumnGap / 2);
            Sheet.Lines.Add(new(trunk, _bus, gutter, _bus, IsAcrossFirst: true));
            Sheet.Lines.Add(new(gutter, _bus, box.X, box.Y + (LineHeight / 2) + Padding));
        }
    }

    private void NewSheet()
    {
        _sheets.Add(new(_paper));
        _y = _paper.HasHead ? HeadHeight : 2;
    }

    private DrawnBox Put(DrawnBox box)
    {
        Sheet.Boxes.Add(box);
        return box;
    }

    private static int Depth(ChartNode node) => node.Below.Count == 0 ? 0 : 1 + node.Below.Max(Depth);

    private static IEnumerable<(ChartNode Node, IReadOnlyList<ChartNode> Above)> Items(ChartNode node, IReadOnlyList<ChartNode> above) =>
        node.Below.SelectMany(b => Items(b, [.. above, node])).Prepend((node, above));

    private static DrawnBox Box(ChartNode node, int x, int y, int width) => Box(
        [
            (node.Title, DrawnKind.Title), .. node.Lines.Select(l => (l, DrawnKind.Line)),
            .. node.CountHidden > 0 ? [($"+ {node.CountHidden} di bawahnya", DrawnKind.Line)] : Array.Empty<(string, DrawnKind)>(),
            .. node.Marks.Select(m => ($"! {m.Words}", DrawnKind.Mark)),
        ], x, y, width, node.Marks.Count > 0, isRepeated: false);

    private static DrawnBox Note(string words, int x, int y, int width) =>
        Box([(words, DrawnKind.Line)], x, y, width, isMarked: false, isRepeated: true);

    private static DrawnBox Box(
        IReadOnlyList<(string Words, DrawnKind Kind)> texts, int x, int y, int width, bool isMarked, bool isRepeated)
    {
        var lines = texts.SelectMany(t => WrappedText.Lines(
            t.Words, width - (2 * Padding), t.Kind == DrawnKind.Title ? TitleSize : LineSize, t.Kind != DrawnKind.Line)
            .Select(words => (words, t.Kind))).ToList();
        return new(
            x, y, width, (2 * Padding) + (lines.Count * LineHeight),
            [.. lines.Select((l, i) => new DrawnText(x + Padding, y + Padding + (i * LineHeight) + TitleSize - 1, l.words, l.Kind))],
            isMarked, isRepeated);
    }
}
