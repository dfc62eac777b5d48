namespace SopKinerja.Web.Signing.WetInk;

/// <summary>The programs that read scans, and what they may take; section "TandaTangan:Pindaian" of the configuration.</summary>
public sealed class ScanSettings
{
    /// <summary>Where these settings stand.</summary>
    public const string Section = "TandaTangan:Pindaian";

    /// <summary>Reads QR codes in pictures (Debian's zbar-tools).</summary>
    public string Zbarimg { get; set; } = "zbarimg";

    /// <summary>Says how many pages a PDF has and how large they are (Debian's poppler-utils).</summary>
    public string Pdfinfo { get; set; } = "pdfinfo";

    /// <summary>Draws pages of a PDF (Debian's poppler-utils).</summary>
    public string Pdftoppm { get; set; } = "pdftoppm";

    /// <summary>For one file with all its pages, in seconds.</summary>
    public int BatasDetik { get; set; } = 45;

    /// <summary>For each program, in megabytes of address space.</summary>
    public int BatasMegabyte { get; set; } = 1024;

    /// <summary>What is named here or in the search path of the process, and what is not there.</summary>
    public IReadOnlyList<string> Missing() =>
        [.. new[] { Zbarimg, Pdfinfo, Pdftoppm, BoundedProgram.Prlimit }.Where(program => !IsThere(program))];

    private static bool IsThere(string program) => Path.IsPathRooted(program)
        ? File.Exists(program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
