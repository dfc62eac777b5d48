using PdfSharp.Pdf;

namespace SopKinerja.Forms;

/// <param name="Y">Points below the upper edge of the page.</param>
internal sealed record BlockStart(FormBlock Block, int Page, double Y);

/// <summary>Gives a file that another library has drawn what PDFsharp writes while it draws: rooms for signatures and bookmarks.</summary>
/// <remarks>In one save, as one revision: a later one would be taken for a signature, or for tampering.</remarks>
internal static class PdfMarks
{
    /// <exception cref="InvalidOperationException">The rooms are not those that the form asks for, or a part has no beginning.</exception>
    public static byte[] Add(byte[] drawn, FormDescription form, IReadOnlyList<SignatureRect> rooms, IReadOnlyList<BlockStart> starts) =>
        PdfFile.Rewritten(drawn, document =>
        {
            PdfPlaces.Check(form, rooms, no => (document.Pages[no - 1].Width.Point, document.Pages[no - 1].Height.Point));
            PdfPlaces.Write(document, rooms);
            AddBookmarks(document, form, starts);
            document.PageMode = form.Parts.Count > 1 ? PdfPageMode.UseOutlines : PdfPageMode.UseNone;
        });

    private static void AddBookmarks(PdfDocument document, FormDescription form, IReadOnlyList<BlockStart> starts)
    {
        var bookmarks = new Bookmarks(document);
        foreach (var part in form.Parts)
        {
            var first = starts.FirstOrDefault(start => part.Blocks.Any(block => ReferenceEquals(block, start.Block)))
                ?? throw new InvalidOperationException($"Nobody knows where the part “{part.Name}” begins.");
            bookmarks.AddPart(part.Name, document.Pages[first.Page - 1]);
            foreach (var block in part.Blocks)
            {
                if (starts.FirstOrDefault(start => ReferenceEquals(start.Block, block)) is { } found)
                {
                    bookmarks.Add(block, document.Pages[found.Page - 1], found.Y);
                }
            }
        }
    }
}
