using PdfSharp.Pdf;

namespace SopKinerja.Forms;

/// <summary>The list by which a reader jumps: each part, and below it its tables and its proof.</summary>
internal sealed class Bookmarks(PdfDocument document)
{
    private PdfOutline? _part;

    public void AddPart(string name, PdfPage page) => _part = document.Outlines.Add(name, page, opened: true);

    /// <param name="block">Is passed over unless it has a name of its own.</param>
    /// <param name="y">How far below the upper edge of the page, in points.</param>
    public void Add(FormBlock block, PdfPage page, double y)
    {
        var name = block switch
        {
            FormTable table => table.Caption,
            ProofBlock => "Kode verifikasi",
            _ => null,
        };
        if (name is not null && !name.Equals(_part!.Title, StringComparison.OrdinalIgnoreCase))
        {
            _part.Outlines.Add(new PdfOutline(name, page) { Left = 0, Top = page.Height.Point - y });
        }
    }
}
