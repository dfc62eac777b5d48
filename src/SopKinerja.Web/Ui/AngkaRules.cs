using FluentValidation;

namespace SopKinerja.Web.Ui;

/// <summary>What every figure asks: a sane range and no more decimals than can be kept.</summary>
public static class AngkaRules
{
    /// <param name="nama">The field in the middle of a sentence: "realisasi kuantitas".</param>
    public static IRuleBuilderOptions<T, decimal?> InRange<T>(
        this IRuleBuilder<T, decimal?> rule, decimal min, decimal max, int decimals, string nama) =>
        rule.Must(value => value is null || (value >= min && value <= max))
            .WithMessage(min == 0
                ? $"{TextRules.Capitalized(nama)} tidak boleh negatif dan paling besar {Angka.Ringkas(max)}."
                : $"{TextRules.Capitalized(nama)} harus antara {Angka.Ringkas(min)} dan {Angka.Ringkas(max)}.")
            .Must(value => value is null || decimal.Round(value.Value, decimals) == value.Value)
            .WithMessage(decimals == 0
                ? $"{TextRules.Capitalized(nama)} harus bilangan bulat."
                : $"{TextRules.Capitalized(nama)} paling banyak {decimals} angka di belakang koma.");
}
