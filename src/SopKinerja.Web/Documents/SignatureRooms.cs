using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Documents;

/// <summary>Whether files can be signed with the engine of this build: asked at the start, and before each drawing that is to be signed.</summary>
public static class SignatureRooms
{
    /// <exception cref="StartRefusedException">The engine leaves no room for a signature.</exception>
    public static void Demand(IPdfEngine engine)
    {
        if (!engine.LeavesRooms)
        {
            throw new StartRefusedException(
                "Tanda tangan di dalam berkas PDF memerlukan mesin PDF yang menyediakan tempatnya; mesin yang dibangun ke dalam program ini "
                + "tidak. Matikan tanda tangan di dalam berkas, atau bangun ulang tanpa -p:PdfEngine=QuestPDF.");
        }
    }
}
