namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Takes the page of a drawn appearance over into another file as a form XObject, with its fonts.</summary>
internal sealed class AppearanceTaker(PdfSource drawn, PdfIncrement into)
{
    private readonly Dictionary<int, int> _taken = [];

    public int Take()
    {
        var pages = drawn.Map(drawn.Map(drawn.Trailer["/Root"])["/Pages"]);
        var page = drawn.Map(((PdfArray)pages["/Kids"]!).Items[0]);
        var content = drawn.Find(((PdfReference)page["/Contents"]!).Number)!;
        var number = into.Take();
        into.Put(
            number,
            new PdfMap([("/Type", new PdfAtom("/XObject")), ("/Subtype", new PdfAtom("/Form")), ("/BBox", page["/MediaBox"]!),
                ("/Resources", Copy(page["/Resources"]!)), .. content.Map.Entries]),
            content.Stream);
        return number;
    }

    private PdfValue Copy(PdfValue value) => value switch
    {
        PdfReference reference => new PdfReference(Copied(reference.Number)),
        PdfArray array => new PdfArray([.. array.Items.Select(Copy)]),
        PdfMap map => new PdfMap([.. map.Entries.Select(entry => (entry.Key, Copy(entry.Value)))]),
        _ => value,
    };

    private int Copied(int number)
    {
        if (!_taken.TryGetValue(number, out var copied))
        {
            copied = _taken[number] = into.Take();
            var found = drawn.Find(number)!;
            into.Put(copied, Copy(found.Value), found.Stream);
        }

        return copied;
    }
}
