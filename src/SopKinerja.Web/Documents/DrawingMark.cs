using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using SopKinerja.Web.Documents.Html;

namespace SopKinerja.Web.Documents;

/// <summary>Says in a drawn file of which words it is, and by what it was drawn. Where both are as today, drawing it again gives the same
/// bytes; where one is not, the pictures cannot be compared.</summary>
public static class DrawingMark
{
    /// <summary>Of how forms are laid out and painted; raised whenever the same words come out as other bytes.</summary>
    public const int Edition = 1;

    /// <summary>How it begins in the file.</summary>
    private const string Prefix = "sopkinerja:gambar:";

    // Of each digest so many hexadecimal digits: nothing rests on it that the bytes do not say.
    private const int OfWords = 24;

    private const int OfTools = 8;

    private static readonly int Length = Prefix.Length + OfWords + 1 + OfTools;

    public static string Of(FormDescription form, IPdfEngine engine) =>
        $"{Prefix}{Digest(Words(form))[..OfWords]}-{Digest(Tools(engine))[..OfTools]}";

    /// <summary>Null where the file says nothing, as those of earlier releases.</summary>
    public static string? In(ReadOnlySpan<byte> file) =>
        file.IndexOf(Encoding.ASCII.GetBytes(Prefix)) is var start and >= 0 && start + Length <= file.Length
            ? Encoding.ASCII.GetString(file.Slice(start, Length))
            : null;

    /// <summary>Whether what draws today did not draw it.</summary>
    public static bool IsByOthers(string mark, IPdfEngine engine) =>
        !mark.EndsWith($"-{Digest(Tools(engine))[..OfTools]}", StringComparison.Ordinal);

    /// <summary>What draws: another engine, or other fonts, draw the same words as other bytes.</summary>
    public static string Tools(IPdfEngine engine) => $"{Edition}|{engine.Name}|{LiberationFonts.Install(null).Digest}";

    private static string Words(FormDescription form)
    {
        using var text = new StringWriter();
        FormHtml.Render(form).WriteTo(text, HtmlEncoder.Default);
        return $"{form.Properties.Title}|{form.Properties.Subject}|{form.Properties.Author}|{text}";
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
