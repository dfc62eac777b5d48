using System.Globalization;
using System.Text;
using FluentValidation;

namespace SopKinerja.Web.Ui;

/// <summary>What every text field asks: an end to its length, and no sign that neither paper nor the database can hold.</summary>
public static class TextRules
{
    /// <summary>A text that must be there: after trimming 1 to <paramref name="max"/> characters.</summary>
    /// <param name="max">The most characters, trimmed.</param>
    /// <param name="nama">The field in the middle of a sentence: "nama unit kerja".</param>
    public static IRuleBuilderOptions<T, string?> Text<T>(
        this IRuleBuilder<T, string?> rule, int max, string nama, bool multiline = false) =>
        rule.Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage($"{Capitalized(nama)} belum diisi. Tulis {nama}.")
            .OptionalText(max, nama, multiline);

    /// <summary>A text that may be missing: after trimming at most <paramref name="max"/> characters.</summary>
    /// <param name="max">The most characters, trimmed.</param>
    /// <param name="nama">The field in the middle of a sentence: "catatan".</param>
    public static IRuleBuilderOptions<T, string?> OptionalText<T>(
        this IRuleBuilder<T, string?> rule, int max, string nama, bool multiline = false) =>
        rule.Must(text => TypedText.Length(text) <= max)
            .WithMessage((_, text) => TooLong(nama, text, max))
            .Must(text => WhyNotPrinted(nama, text, multiline) is null)
            .WithMessage((_, text) => WhyNotPrinted(nama, text, multiline));

    public static string TooLong(string nama, string? text, int max) =>
        $"{Capitalized(nama)} terlalu panjang ({TypedText.Length(text)} karakter). Ringkas menjadi paling banyak {Angka.Ringkas(max)} "
        + "karakter.";

    /// <summary>Null when paper can hold the text; else a sentence that names the sign which it cannot. What is no part of a form today may
    /// be one tomorrow, so this is asked of every text.</summary>
    public static string? WhyNotPrinted(string nama, string? text, bool multiline)
    {
        var typed = text.Trimmed() ?? "";
        return !multiline && typed.AsSpan().ContainsAny('\r', '\n')
            ? $"{Capitalized(nama)} memuat pindah baris. Tulis ulang dalam satu baris."
            : PrintableText.FirstUnprintable(TypedText.Plain(typed)) is { } sign
            ? $"{Capitalized(nama)} memuat tanda yang tidak dapat dicetak: {NameOf(sign)}. Hapus tanda itu atau ganti dengan huruf biasa."
            : null;
    }

    /// <summary>The text without spaces around it; null when nothing is left.</summary>
    public static string? Trimmed(this string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    public static string Capitalized(string nama) => nama.Length == 0 ? nama : char.ToUpperInvariant(nama[0]) + nama[1..];

    private static string NameOf(Rune sign)
    {
        var code = $"U+{sign.Value:X4}";
        return (sign.Value, Rune.GetUnicodeCategory(sign)) switch
        {
            ( >= 0xF000 and <= 0xF0FF, _) => $"butir atau simbol dari Word ({code})",
            (0xFFFD, _) => $"karakter yang rusak ({code})",
            (_, UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) =>
                $"tanda yang tidak tampak ({code})",
            (_, UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark) =>
                $"tanda yang melekat pada huruf ({code})",
            _ => $"“{sign}” ({code})",
        };
    }
}
