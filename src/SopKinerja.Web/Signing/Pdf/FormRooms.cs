namespace SopKinerja.Web.Signing.Pdf;

/// <summary>A rectangle on a page, in points from the lower left.</summary>
internal sealed record PdfBox(double Left, double Bottom, double Right, double Top)
{
    // Programs round to hundredths of a point, some to whole ones.
    private const double Rounded = 1;

    private const double Smallest = 1;

    /// <summary>In any direction: the side of the largest page (ISO 32000-1, annex C).</summary>
    public const double Largest = 14_400;

    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool Holds(PdfBox other) => other.Left >= Left - Rounded && other.Bottom >= Bottom - Rounded
        && other.Right <= Right + Rounded && other.Top <= Top + Rounded;

    /// <summary>Whether every reader draws in it: it is of a size, on a page, and written from its lower left corner.</summary>
    /// <param name="written">As which it was written.</param>
    public bool IsDrawn(PdfValue? written) => Width >= Smallest && Height >= Smallest
        && Math.Max(-Math.Min(Left, Bottom), Math.Max(Right, Top)) <= Largest
        && written is PdfArray { Items: [var left, var bottom, _, _] }
        && PdfMeaning.Number(left) == Left && PdfMeaning.Number(bottom) == Bottom;

    /// <summary>Four numbers, whichever corner comes first; null for anything else.</summary>
    public static PdfBox? Of(PdfValue? value) => value is PdfArray { Items: [var a, var b, var c, var d] }
        && PdfMeaning.Number(a) is { } left && PdfMeaning.Number(b) is { } bottom
        && PdfMeaning.Number(c) is { } right && PdfMeaning.Number(d) is { } top
            ? new(Math.Min(left, right), Math.Min(bottom, top), Math.Max(left, right), Math.Max(bottom, top))
            : null;
}

/// <param name="Page">The object of its page.</param>
internal sealed record FormRoom(SignaturePlace Place, int Page, PdfBox Box);

/// <summary>Of a form as it was drawn, whatever other programs wrote behind it: where it ends, its pages in order, and the rooms that it
/// left for signatures.</summary>
/// <param name="Pages">The objects of the pages.</param>
internal sealed record FormRooms(int End, IReadOnlyList<int> Pages, IReadOnlyList<PdfBox> Sizes, IReadOnlyList<FormRoom> Rooms)
{
    private static readonly byte[] Eof = "%%EOF\n"u8.ToArray();

    /// <exception cref="PdfRefusedException">The file does not begin with such a form.</exception>
    public static FormRooms Of(byte[] pdf, CancellationToken cancel = default)
    {
        var found = pdf.AsSpan().IndexOf(Eof);
        var end = found < 0 ? pdf.Length : found + Eof.Length;
        var source = PdfSource.Read(pdf[..end], cancel);
        var pages = Of(source, source.Map(source.Trailer["/Root"])["/Pages"], PdfBudget.Deepest).ToList();
        var sizes = pages.Select(page => PdfBox.Of(source.Map(new PdfReference(page))["/MediaBox"])
            ?? throw new PdfRefusedException(PdfFault.Foreign, "ukuran halamannya tidak ada")).ToList();
        return new(end, pages, sizes, [.. Enum.GetValues<SignaturePlace>().Select(place => RoomOf(source, place)).OfType<FormRoom>()]);
    }

    /// <exception cref="PdfRefusedException">The form has no such room.</exception>
    public FormRoom Room(SignaturePlace place) => Rooms.FirstOrDefault(room => room.Place == place)
        ?? throw new PdfRefusedException(PdfFault.NoRoom, "Dokumen ini tidak menyediakan tempat untuk tanda tangan ini.");

    private static FormRoom? RoomOf(PdfSource source, SignaturePlace place)
    {
        try
        {
            var room = SignatureRoom.Of(source, place);
            return PdfBox.Of(room.Rectangle) is { } box ? new(place, room.Page, box) : null;
        }
        catch (PdfRefusedException refused) when (refused.Fault == PdfFault.NoRoom)
        {
            return null;
        }
    }

    // A tree that names itself has no end.
    private static IEnumerable<int> Of(PdfSource source, PdfValue? node, int deepest) => deepest == 0
        ? throw new PdfRefusedException(PdfFault.Broken, "halamannya berputar")
        : node is PdfReference && source.Map(node) is var map && map["/Kids"] is PdfArray kids
            ? kids.Items.SelectMany(kid => Of(source, kid, deepest - 1))
            : node is PdfReference leaf ? [leaf.Number] : [];
}
