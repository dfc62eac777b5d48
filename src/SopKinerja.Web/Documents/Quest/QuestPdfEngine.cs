using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents.Quest;

/// <summary>Draws forms with QuestPDF: embedded subset fonts, tagged, language id-ID.</summary>
public sealed class QuestPdfEngine : IPdfEngine
{
    private readonly FontGlyphs _glyphs;

    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    /// <exception cref="StartRefusedException">QuestPDF's native part is missing on this machine.</exception>
    public QuestPdfEngine(string? fontFolder = null) => _glyphs = QuestLibrary.Install(fontFolder);

    /// <summary>QuestPDF names points in a file and no rectangles, and says where a block fell only to its dynamic components.</summary>
    public bool LeavesRooms => false;

    public byte[] Draw(FormDescription form) => Document
        .Create(document =>
        {
            foreach (var part in form.Parts)
            {
                document.Page(page => new QuestPart(part, form.Footer, _glyphs).Compose(page));
            }
        })
        .WithMetadata(Metadata(form.Properties))
        // Of the levels that carry tags this is the one that QuestPDF does not call impossible to repeat byte by byte.
        .WithSettings(new() { PDFA_Conformance = PDFA_Conformance.PDFA_2A })
        .GeneratePdf();

    private static DocumentMetadata Metadata(DocumentProperties properties) => new()
    {
        Title = properties.Title,
        Subject = properties.Subject,
        Author = properties.Author,
        Creator = "SopKinerja",
        Producer = "QuestPDF",
        Language = "id-ID",
        CreationDate = properties.CreatedAt.ToUniversalTime(),
        ModifiedDate = properties.CreatedAt.ToUniversalTime(),
    };
}
