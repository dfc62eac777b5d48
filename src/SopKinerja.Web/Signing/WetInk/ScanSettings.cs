namespace SopKinerja.Web.Signing.WetInk;

/// <summary>The programs that read scans, and what they may take; section "TandaTangan:Pindaian" of the configuration.</summary>
public sealed class ScanSettings
{
    public const string Section = "TandaTangan:Pindaian";

    public string Zbarimg { get; set; } = "zbarimg";

    public string Pdfinfo { get; set; } = "pdfinfo";

    public string Pdftoppm { get; set; } = "pdftoppm";

    /// <summary>For one file with all its pages, in seconds.</summary>
    public int BatasDetik { get; set; } = 45;

    public int BatasMegabyte { get; set; } = 1024;

    public IReadOnlyList<string> Missing() =>
        [.. new[] { Zbarimg, Pdfinfo, Pdftoppm, BoundedProgram.Prlimit }.Where(program => !IsThere(program))];

    /// <summary>Of those, the ones that draw pages.</summary>
    public IReadOnlyList<string> MissingToDraw() => [.. new[] { Pdftoppm, BoundedProgram.Prlimit }.Where(program => !IsThere(program))];

    private static bool IsThere(string program) => Path.IsPathRooted(program)
        ? File.Exists(program)
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
