using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Ui;

/// <summary>Files handed in: what is taken, under which name, and how they are kept.</summary>
public static class Uploads
{
    public const int MostMegabytes = 10;

    public const int MostBytes = MostMegabytes * 1024 * 1024;

    public const int MostFiles = 10;

    /// <summary>The most bytes of a request: all files at their largest, with room for the fields.</summary>
    public const long MostRequest = ((long)MostFiles * MostBytes) + RoomForFields;

    /// <summary>For what a form holds besides its files, in bytes.</summary>
    public const int RoomForFields = 5 * 1024 * 1024;

    private const int MostName = 200;

    /// <summary>Why these files cannot be taken, a sentence for each; null when all can.</summary>
    public static string? WhyNot(IEnumerable<IFormFile>? files)
    {
        var sentences = (files ?? []).Select(WhyNot).OfType<string>().ToList();
        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    public static string NameOf(string? fileName)
    {
        var name = new StringBuilder();
        foreach (var rune in TypedText.Plain(fileName).Split('/', '\\')[^1].EnumerateRunes().Where(IsVisible))
        {
            if (name.Length + rune.Utf16SequenceLength > MostName)
            {
                break;
            }

            name.Append(rune);
        }

        var trimmed = name.ToString().Trim();
        return trimmed.Length == 0 ? "tanpa nama" : trimmed;
    }

    private static string? WhyNot(IFormFile file)
    {
        var name = NameOf(file.FileName);
        if (file.Length == 0)
        {
            return $"“{name}” kosong (0 byte). Pindai atau simpan ulang, lalu pilih lagi.";
        }

        if (file.Length > MostBytes)
        {
            return $"“{name}” terlalu besar ({Ukuran.Tampil(file.Length)}). "
                + $"Paling besar {MostMegabytes} MB tiap lampiran; pindai dengan resolusi lebih rendah.";
        }

        Span<byte> start = stackalloc byte[16];
        using var stream = file.OpenReadStream();
        return FileTypes.Sniff(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]) is null
            ? $"“{name}” bukan PDF, JPEG, atau PNG. Isinya diperiksa, bukan hanya namanya; simpan sebagai PDF lalu pilih lagi."
            : null;
    }

    // Besides control characters, those that turn the direction of writing can make a name look like another.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
