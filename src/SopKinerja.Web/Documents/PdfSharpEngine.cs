using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SopKinerja.Web.Documents;

/// <summary>Draws forms with PDFsharp: embedded subset fonts, tagged, language id-ID.</summary>
public sealed class PdfSharpEngine : IPdfEngine
{
    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    public PdfSharpEngine(string? fontFolder = null) => LiberationFonts.Install(fontFolder);

    public bool LeavesRooms => true;

    public byte[] Draw(FormDescription form)
    {
        var pages = FormLayout.Of(form);
        using var document = new PdfDocument();
        document.SetPdfA();
        var (title, subject, author, createdAt) = form.Properties;
        document.Language = "id-ID";
        document.Info.Title = title;
        document.Info.Subject = subject;
        document.Info.Author = author;
        document.Info.Creator = "SopKinerja";
        document.Info.CreationDate = createdAt.UtcDateTime;
        document.Info.ModificationDate = createdAt.UtcDateTime;
        document.ViewerPreferences.DisplayDocTitle = true;
        // A form of several parts opens with its bookmarks beside it.
        document.PageMode = form.Parts.Count > 1 ? PdfPageMode.UseOutlines : PdfPageMode.UseNone;
        var painter = new FormPainter(UAManager.ForDocument(document).StructureBuilder, new(document));
        for (var i = 0; i < pages.Count; i++)
        {
            painter.Paint(document, pages[i], form.Footer, $"Halaman {i + 1} dari {pages.Count}");
        }

        painter.End();
        AddPlaces(document, painter.Rooms);
        return PdfFile.Finish(PdfFile.InNoCulture(() =>
        {
            using var file = new MemoryStream();
            document.Save(file, closeStream: false);
            return file.ToArray();
        }));
    }

    /// <summary>Each place to sign becomes a named destination that shows its rectangle (ISO 32000-1, 12.3.2).</summary>
    private static void AddPlaces(PdfDocument document, IReadOnlyList<(SignaturePlace Place, PdfPage Page, PdfRectangle Room)> rooms)
    {
        if (rooms.Count == 0)
        {
            return;
        }

        var places = new PdfDictionary(document);
        foreach (var (place, page, room) in rooms)
        {
            places.Elements["/" + place] = new PdfArray(
                document, page.Reference!, new PdfName("/FitR"), new PdfReal(room.X1), new PdfReal(room.Y1), new PdfReal(room.X2), new PdfReal(room.Y2));
        }

        document.Internals.AddObject(places);
        document.Internals.Catalog.Elements["/Dests"] = places.Reference;
    }
}
