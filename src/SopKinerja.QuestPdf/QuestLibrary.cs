using QuestPDF.Drawing;
using QuestPDF.Infrastructure;

namespace SopKinerja.QuestPdf;

/// <summary>QuestPDF's settings, which are one set per process: its licence, and no font but ours.</summary>
internal static class QuestLibrary
{
    private static readonly Lock Gate = new();

    private static bool s_isConfigured;

    /// <exception cref="FontsMissingException">Neither the folder nor Debian's has Liberation Sans.</exception>
    /// <exception cref="EngineMissingException">QuestPDF's native part is missing on this machine.</exception>
    public static void Install(string? fontFolder)
    {
        lock (Gate)
        {
            if (s_isConfigured)
            {
                return;
            }

            var fonts = LiberationFonts.Install(fontFolder);
            try
            {
                Configure(fonts);
            }
            catch (TypeInitializationException missing)
            {
                throw new EngineMissingException(
                    "Program ini dibangun dengan mesin PDF QuestPDF, tetapi pustaka bawaannya (QuestPdfSkia) tidak dapat dimuat di mesin "
                    + "ini. "
                    + "Bangun ulang dengan -p:PdfEngine=PDFsharp, atau pasang paket QuestPDF 2026.5.0 yang utuh.", missing);
            }

            s_isConfigured = true;
        }
    }

    private static void Configure(LiberationFonts fonts)
    {
        QuestPDF.Settings.License = LicenseType.Community;
        QuestPDF.Settings.UseEnvironmentFonts = false;
        QuestPDF.Settings.CheckIfAllTextGlyphsAreAvailable = true;
        // Else every font file below the program's folder is registered, Lato among them, which the package brings.
        QuestPDF.Settings.FontDiscoveryPaths.Clear();
        foreach (var face in Enum.GetNames<Face>())
        {
            using var file = new MemoryStream(fonts.GetFont(face), writable: false);
            FontManager.RegisterFont(file);
        }
    }
}
