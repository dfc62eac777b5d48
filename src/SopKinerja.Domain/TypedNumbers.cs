using System.Text.RegularExpressions;

namespace SopKinerja.Domain;

/// <summary>What spreadsheets do to numbers that people copy out of them.</summary>
internal static partial class TypedNumbers
{
    /// <summary>In one line, without the apostrophe by which Excel keeps a number as text.</summary>
    public static string WithoutApostrophe(string? typed) =>
        TypedText.OneLine(typed).TrimStart('\'', '’', '‘', 'ʼ', '`', '´').TrimStart();

    /// <summary>"1,98507E+17": the digits behind are lost.</summary>
    public static bool IsShortened(string? typed) => Shortened().IsMatch(WithoutApostrophe(typed));

    public static string SentenceOnExcel(string? typed) =>
        $"Excel memendekkan angka ini menjadi “{WithoutApostrophe(typed)}”, sehingga angka aslinya tidak dapat dibaca lagi. Di Excel, ubah "
        + "format selnya menjadi Teks, ketik ulang angkanya di sana, lalu salin; atau ketik angka aslinya sebagai gantinya.";

    [GeneratedRegex(@"^-?[0-9]([.,][0-9]{1,15})? ?E ?\+? ?[0-9]{1,3}$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex Shortened();
}
