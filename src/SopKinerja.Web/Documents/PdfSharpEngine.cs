using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace SopKinerja.Web.Documents;

/// <summary>Draws forms with PDFsharp: embedded subset fonts, tagged, language id-ID.</summary>
public sealed class PdfSharpEngine : IPdfEngine
{
    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    public PdfSharpEngine(string? fontFolder = null) => LiberationFonts.Install(fontFolder);

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
        var painter = new FormPainter(UAManager.ForDocument(document).StructureBuilder);
        for (var i = 0; i < pages.Count; i++)
        {
            painter.Paint(document, pages[i], form.Footer, $"Halaman {i + 1} dari {pages.Count}");
        }

        painter.End();
        using var file = new MemoryStream();
        document.Save(file, closeStream: false);
        return PdfFile.Finish(file.ToArray());
    }
}
