using System.Globalization;
using System.Text;

namespace SopKinerja.Web.Signing.Pdf;

/// <summary>Text strings and dates as PDF spells them (ISO 32000-1, 7.9).</summary>
internal static class PdfText
{
    private const string DateFormat = "yyyyMMddHHmmss";

    /// <summary>UTF-16 in hexadecimal: nothing in it needs an escape.</summary>
    public static PdfAtom Of(string text) => new($"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>");

    /// <summary>Reads such text; null for anything else.</summary>
    public static string? Read(PdfValue? value) =>
        value is PdfAtom { Raw: ['<', 'F', 'E', 'F', 'F', .. var hex, '>'] } && hex.Length % 4 == 0 && hex.All(char.IsAsciiHexDigit)
        ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(hex))
        : null;

    /// <summary>A time in WITA, to the second.</summary>
    public static PdfAtom Of(DateTimeOffset at) =>
        new($"(D:{at.ToOffset(Tanggal.Wita).ToString(DateFormat, CultureInfo.InvariantCulture)}+08'00')");

    public static DateTimeOffset? ReadTime(PdfValue? value) =>
        value is PdfAtom { Raw: ['(', 'D', ':', .. var digits, '+', '0', '8', '\'', '0', '0', '\'', ')'] }
        && DateTime.TryParseExact(digits, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        // Before that there is no such moment in the world.
        && local >= DateTime.MinValue + Tanggal.Wita
            ? new DateTimeOffset(local, Tanggal.Wita)
            : null;
}
