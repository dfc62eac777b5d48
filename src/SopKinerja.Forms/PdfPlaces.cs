using PdfSharp.Pdf;

namespace SopKinerja.Forms;

/// <summary>The rectangle that a drawn page keeps free for a signature, in points from the upper left corner of the page.</summary>
internal sealed record SignatureRect(SignaturePlace Place, int Page, double X, double Y, double Width, double Height)
{
    /// <summary>Where the day of the signature goes; null where the drawn caption leaves no room for it.</summary>
    public PlacedRect? Date { get; init; }

    public bool Overlaps(SignatureRect other) => Page == other.Page
        && X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
}

/// <summary>In points from the upper left corner of what it lies on.</summary>
internal sealed record PlacedRect(double X, double Y, double Width, double Height);

internal static class PdfPlaces
{
    /// <summary>The destination of the room for the day, behind the name of the place.</summary>
    public const string OfDate = "Tanggal";

    // An engine counts in single precision.
    private const double Slack = 0.5;

    /// <exception cref="InvalidOperationException">They are not the rooms that the form asks for.</exception>
    public static void Check(FormDescription asked, IReadOnlyList<SignatureRect> rooms, Func<int, (double Width, double Height)> sizeOf)
    {
        // A file names each place once.
        var places = asked.Parts.SelectMany(part => part.Blocks).OfType<SignatureBlocks>()
            .SelectMany(blocks => blocks.Places).Select(block => block?.Place).OfType<SignaturePlace>().Order();
        if (!places.SequenceEqual(rooms.Select(room => room.Place).Distinct().Order())
            || rooms.DistinctBy(room => room.Place).Count() < rooms.Count)
        {
            throw new InvalidOperationException("The rooms for signatures are not those that the form asks for.");
        }

        foreach (var room in rooms)
        {
            var (width, height) = sizeOf(room.Page);
            if (room.Width <= 0 || room.Height <= 0 || room.X < -Slack || room.Y < -Slack
                || room.X + room.Width > width + Slack || room.Y + room.Height > height + Slack)
            {
                throw new InvalidOperationException($"The room at {room.Place} lies outside its page.");
            }

            if (rooms.FirstOrDefault(other => other.Place != room.Place && room.Overlaps(other)) is { } other)
            {
                throw new InvalidOperationException($"The rooms at {room.Place} and {other.Place} lie over each other.");
            }
        }
    }

    /// <summary>Each room becomes a named destination that shows its rectangle (ISO 32000-1, 12.3.2).</summary>
    public static void Write(PdfDocument document, IReadOnlyList<SignatureRect> rooms)
    {
        if (rooms.Count == 0)
        {
            return;
        }

        var places = new PdfDictionary(document);
        foreach (var room in rooms)
        {
            var page = document.Pages[room.Page - 1];
            places.Elements["/" + room.Place] = Destination(document, page, new(room.X, room.Y, room.Width, room.Height));
            if (room.Date is { } date)
            {
                places.Elements["/" + room.Place + OfDate] = Destination(document, page, date);
            }
        }

        document.Internals.AddObject(places);
        document.Internals.Catalog.Elements["/Dests"] = places.Reference;
    }

    private static PdfArray Destination(PdfDocument document, PdfPage page, PlacedRect at)
    {
        // A PDF counts from the bottom.
        var bottom = page.Height.Point - at.Y - at.Height;
        return new(
            document, page.Reference!, new PdfName("/FitR"), new PdfReal(at.X), new PdfReal(bottom), new PdfReal(at.X + at.Width),
            new PdfReal(bottom + at.Height));
    }
}
