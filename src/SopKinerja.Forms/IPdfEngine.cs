namespace SopKinerja.Forms;

/// <summary>Draws a form as a PDF file that names the room of each signature: the same form gives the same bytes.</summary>
public interface IPdfEngine
{
    string Name { get; }

    /// <exception cref="InvalidOperationException">A signature that the form asks for got no room, or one outside the page or over
    /// another.</exception>
    byte[] Draw(FormDescription form);
}

/// <summary>An engine that cannot draw on this machine, in a sentence for anyone who starts the program.</summary>
public sealed class EngineMissingException(string sentence, Exception cause) : Exception(sentence, cause);
