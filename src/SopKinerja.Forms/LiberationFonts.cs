using System.Security.Cryptography;
using PdfSharp.Fonts;

namespace SopKinerja.Forms;

/// <summary>Liberation Sans from Debian's fonts-liberation, read once.</summary>
public sealed class LiberationFonts : IFontResolver
{
    public const string Family = "Liberation Sans";

    private static readonly string[] DebianFolders = ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2"];

    private static readonly Lock Gate = new();

    private static LiberationFonts? s_installed;

    private static string? s_folder;

    private readonly Dictionary<string, byte[]> _files;

    // A name is printed bold, a remark in italics: what can be drawn is what every face of the forms can draw.
    private readonly FontGlyphs[] _glyphs;

    /// <exception cref="FontsMissingException">A file is in none of the folders.</exception>
    public LiberationFonts(params IReadOnlyList<string> folders)
    {
        _files = new[] { "Regular", "Bold", "Italic", "BoldItalic" }.ToDictionary(face => face, face => Read(face, folders));
        Digest = Convert.ToHexStringLower(
            SHA256.HashData([.. _files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value)]));
        _glyphs = [.. _files.Values.Select(file => new FontGlyphs(file))];
    }

    /// <summary>SHA-256 of the files: others draw the same words in another way.</summary>
    public string Digest { get; }

    /// <summary>Where to look when no caller of <see cref="Install"/> names a folder; null for Debian's.</summary>
    public static void LookIn(string? folder) => s_folder = folder;

    /// <exception cref="FontsMissingException">A file is in none of the folders.</exception>
    public static LiberationFonts Install(string? folder)
    {
        folder ??= s_folder;
        lock (Gate)
        {
            if (s_installed is not null)
            {
                return s_installed;
            }

            var fonts = new LiberationFonts(folder is null ? DebianFolders : [folder, .. DebianFolders]);
            GlobalFontSettings.FontResolver = fonts;
            return s_installed = fonts;
        }
    }

    internal bool CanDraw(char character) => Array.TrueForAll(_glyphs, glyphs => glyphs.Knows(character));

    internal bool DrawsAsAnother(char character) => Array.Exists(_glyphs, glyphs => glyphs.IsDrawnAsAnother(character));

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
        new(bold ? italic ? "BoldItalic" : "Bold" : italic ? "Italic" : "Regular");

    public byte[] GetFont(string faceName) => _files[faceName];

    private static byte[] Read(string face, IReadOnlyList<string> folders)
    {
        var file = folders.Select(folder => Path.Combine(folder, $"LiberationSans-{face}.ttf")).FirstOrDefault(File.Exists);
        return file is null ? throw new FontsMissingException(face, folders) : File.ReadAllBytes(file);
    }
}

public sealed class FontsMissingException(string face, IReadOnlyList<string> folders) : Exception(
    $"Huruf Liberation Sans {face} tidak ditemukan di {string.Join(", ", folders)}. Pasang dengan \"apt-get install fonts-liberation\". "
    + "(Liberation Sans is missing; install fonts-liberation.)");
