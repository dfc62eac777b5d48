using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SopKinerja.Forms;

/// <summary>Draws forms with PDFsharp: embedded subset fonts, tagged, language id-ID.</summary>
public sealed class PdfSharpEngine : IPdfEngine
{
    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    /// <param name="fontFolder">Where Liberation Sans is, if not where Debian puts it.</param>
    public PdfSharpEngine(string? fontFolder = null) => LiberationFonts.Install(fontFolder);

    public string Name => $"PDFsharp {typeof(PdfDocument).Assembly.GetName().Version!.ToString(3)}";

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
        if (form.Properties.Keywords.Length > 0)
        {
            document.Info.Keywords = form.Properties.Keywords;
        }

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
        PdfPlaces.Check(form, painter.Rooms, no => (document.Pages[no - 1].Width.Point, document.Pages[no - 1].Height.Point));
        PdfPlaces.Write(document, painter.Rooms);
        return PdfFile.Finish(PdfFile.InNoCulture(() =>
        {
            using var file = new MemoryStream();
            document.Save(file, closeStream: false);
            return file.ToArray();
        }));
    }
}
