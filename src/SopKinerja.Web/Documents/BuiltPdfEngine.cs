namespace SopKinerja.Web.Documents;

/// <summary>The engine that this program was built with: PDFsharp, or QuestPDF with <c>-p:PdfEngine=QuestPDF</c>.</summary>
public static class BuiltPdfEngine
{
    public static IPdfEngine Make(string? fontFolder = null) =>
#if QUESTPDF
        new QuestPdf.QuestPdfEngine(fontFolder);
#else
        new PdfSharpEngine(fontFolder);
#endif
}
