using SopKinerja.Web.Documents;

namespace SopKinerja.Web.Tests.Documents;

/// <summary>The engine of this build: every test that judges a drawn form asks it, whichever it is.</summary>
internal static class TheEngine
{
    public static IPdfEngine Built { get; } = BuiltPdfEngine.Make();

    public static byte[] Draw(FormDescription form) => Built.Draw(form);
}
