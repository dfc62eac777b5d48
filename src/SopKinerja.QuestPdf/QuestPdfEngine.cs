using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

/// <summary>Draws forms with QuestPDF: embedded subset fonts, tagged, language id-ID.</summary>
public sealed class QuestPdfEngine : IPdfEngine
{
    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    /// <exception cref="EngineMissingException">QuestPDF's native part is missing on this machine.</exception>
    /// <param name="fontFolder">Where Liberation Sans is, if not where Debian puts it.</param>
    public QuestPdfEngine(string? fontFolder = null) => QuestLibrary.Install(fontFolder);

    public string Name => $"QuestPDF {typeof(Document).Assembly.GetName().Version!.ToString(3)}";

    public byte[] Draw(FormDescription form)
    {
        var places = new CapturedPlaces();
        var drawn = Document
            .Create(document =>
            {
                foreach (var part in form.Parts)
                {
                    document.Page(page => new QuestPart(part, form.Footer, places).Compose(page));
                }
            })
            .WithMetadata(Metadata(form.Properties))
            // Of the levels that carry tags this is the one that QuestPDF does not call impossible to repeat byte by byte.
            .WithSettings(new() { PDFA_Conformance = PDFA_Conformance.PDFA_2A })
            .GeneratePdf();
        return PdfMarks.Add(drawn, form, places.Rooms(), places.Starts());
    }

    private static DocumentMetadata Metadata(DocumentProperties properties) => new()
    {
        Title = properties.Title,
        Subject = properties.Subject,
        Author = properties.Author,
        Keywords = properties.Keywords.Length > 0 ? properties.Keywords : null,
        Creator = "SopKinerja",
        Producer = "QuestPDF",
        Language = "id-ID",
        CreationDate = properties.CreatedAt.ToUniversalTime(),
        ModifiedDate = properties.CreatedAt.ToUniversalTime(),
    };
}
