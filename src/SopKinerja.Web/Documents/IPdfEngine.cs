namespace SopKinerja.Web.Documents;

/// <summary>Draws a form as a PDF file: the same form gives the same bytes.</summary>
public interface IPdfEngine
{
    /// <summary>Whether the file names the room of each signature, so that it can be signed later.</summary>
    bool LeavesRooms { get; }

    byte[] Draw(FormDescription form);
}
