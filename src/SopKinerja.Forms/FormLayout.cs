namespace SopKinerja.Forms;

internal readonly record struct PlacedPiece(Piece Piece, double Y, bool IsRepeatedHead);

/// <summary>A page in points, with what stands on it.</summary>
internal sealed record LaidPage(PageOrientation Orientation, List<PlacedPiece> Pieces)
{
    /// <summary>The part that begins with this page; null on the pages on which it goes on.</summary>
    public string? Part { get; init; }
}

/// <summary>The sizes of a page, in points.</summary>
internal sealed record PageFrame(double Width, double Height)
{
    public const double Left = 51;
    public const double Right = 40;
    public const double Top = 51;
    public const double Bottom = 48;

    public double BodyWidth => Width - Left - Right;

    public double BodyHeight => Height - Top - Bottom;

    public static PageFrame Of(PageOrientation orientation) =>
        orientation == PageOrientation.Portrait ? new(595.276, 841.89) : new(841.89, 595.276);
}

/// <summary>Puts the pieces of a form onto pages: the first of the two passes, so that the second knows how many there are.</summary>
internal sealed class FormLayout
{
    private readonly List<LaidPage> _pages = [];

    private PageFrame _frame = PageFrame.Of(PageOrientation.Portrait);

    private PageOrientation _orientation;

    private double _y;

    /// <summary>The height of what stands last on the page and must not be last.</summary>
    private double _kept;

    private Piece? _headOnPage;

    public static IReadOnlyList<LaidPage> Of(FormDescription form)
    {
        var layout = new FormLayout();
        foreach (var part in form.Parts)
        {
            layout.Add(part);
        }

        return layout._pages;
    }

    private bool PageIsEmpty => _pages[^1].Pieces.Count == 0;

    private double Room => _frame.BodyHeight - _y;

    private double ThirdOfPage => _frame.BodyHeight / 3;

    private void Add(FormPart part)
    {
        _orientation = part.Orientation;
        _frame = PageFrame.Of(part.Orientation);
        TurnPage(part.Name);
        var pieces = new PieceMaker(_frame.BodyWidth).Make(part.Blocks);
        for (var i = 0; i < pieces.Count; i++)
        {
            Add(pieces, i);
        }
    }

    private void Add(List<Piece> pieces, int index)
    {
        var piece = pieces[index];
        if (piece.Block is PageBreak or Spacer && PageIsEmpty)
        {
            return;
        }

        if (piece.Block is PageBreak)
        {
            TurnPage();
            return;
        }

        if (!PageIsEmpty && !Fits(pieces, index))
        {
            TurnPage();
            Add(pieces, index);
            return;
        }

        Place(piece);
    }

    /// <summary>Whether the piece, and all that must stay with it, has room here; what fits on no page is judged piece by piece.</summary>
    private bool Fits(List<Piece> pieces, int index)
    {
        var alone = RoomToBegin(pieces[index], _headOnPage);
        var together = 0.0;
        var onOnePage = _kept;
        var head = _headOnPage;
        for (var i = index; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            onOnePage += piece.Height;
            if (piece.Block is FormTable && onOnePage + (piece.Head?.Height ?? 0) > _frame.BodyHeight)
            {
                // No page holds these rows together: a tall one is cut below what stands above it, a low one goes on without.
                together += i == index || piece.Height > ThirdOfPage ? Math.Min(RoomToBegin(piece, head), ThirdOfPage) : 0;
                break;
            }

            together += RoomToBegin(piece, head);
            head = piece.Head ?? head;
            if (!piece.KeepWithNext)
            {
                break;
            }
        }

        return (together <= _frame.BodyHeight ? together : alone) <= Room + 0.01;
    }

    private double RoomToBegin(Piece piece, Piece? headOnPage)
    {
        var height = piece.Height + HeadHeight(piece, headOnPage);
        return height > _frame.BodyHeight ? ThirdOfPage : height;
    }

    private static double HeadHeight(Piece piece, Piece? headOnPage) =>
        piece.Head is null || ReferenceEquals(piece.Head, headOnPage) ? 0 : piece.Head.Height;

    private void Place(Piece piece)
    {
        if (piece.Head is { } head && !ReferenceEquals(head, _headOnPage))
        {
            var repeated = _pages.Any(page => page.Pieces.Any(placed => ReferenceEquals(placed.Piece, head)));
            Put(head, repeated);
            _headOnPage = head;
        }

        while (piece.Height > Room + 0.01)
        {
            var (upper, lower) = piece.Cut(Room);
            Put(upper, isRepeatedHead: false);
            TurnPage();
            if (piece.Head is { } again && again.Height < _frame.BodyHeight / 2)
            {
                Put(again, isRepeatedHead: true);
                _headOnPage = again;
            }

            piece = lower;
        }

        Put(piece, isRepeatedHead: false);
    }

    private void Put(Piece piece, bool isRepeatedHead)
    {
        _pages[^1].Pieces.Add(new(piece, PageFrame.Top + _y, isRepeatedHead));
        _y += piece.Height;
        _kept = piece.KeepWithNext ? _kept + piece.Height : 0;
    }

    private void TurnPage(string? part = null)
    {
        _pages.Add(new(_orientation, []) { Part = part });
        _y = 0;
        _kept = 0;
        _headOnPage = null;
    }
}
