using FluentValidation;

namespace SopKinerja.Web.Ui;

/// <summary>What every text field asks: an end to its length, and no characters that neither paper nor the database can hold.</summary>
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
        rule.Must(text => text is null || text.Trim().Length <= max)
            .WithMessage(
                (_, text) =>
                    $"{Capitalized(nama)} terlalu panjang ({text!.Trim().Length} huruf). Ringkas menjadi paling banyak {max} huruf.")
            .Must(text => text is null || text.All(c => IsWritable(c, multiline)))
            .WithMessage(multiline
                ? $"{Capitalized(nama)} memuat tanda yang tidak dapat dicetak. Hapus tanda itu atau ketik ulang."
                : $"{Capitalized(nama)} memuat pindah baris atau tanda yang tidak dapat dicetak. Tulis ulang dalam satu baris.");

    /// <summary>The text without spaces around it; null when nothing is left.</summary>
    public static string? Trimmed(this string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    internal static string Capitalized(string nama) => nama.Length == 0 ? nama : char.ToUpperInvariant(nama[0]) + nama[1..];

    private static bool IsWritable(char c, bool multiline) => !char.IsControl(c) || (multiline && c is '\n' or '\r' or '\t');
}
