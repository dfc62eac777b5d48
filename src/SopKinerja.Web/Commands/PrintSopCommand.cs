using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Commands;

/// <summary>Command "print-sop": writes the SOP as Markdown; docs/sop/pengukuran-kinerja.md is its output.</summary>
public static class PrintSopCommand
{
    public static int Run(TextWriter output)
    {
        output.Write(SopMarkdown.Write());
        output.Flush();
        return 0;
    }
}
