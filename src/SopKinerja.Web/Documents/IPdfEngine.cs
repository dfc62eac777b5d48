namespace SopKinerja.Web.Documents;

/// <summary>Draws a form as a PDF file: the same form gives the same bytes.</summary>
public interface IPdfEngine
{
    byte[] Draw(FormDescription form);
}
