using FluentValidation;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Pages.Account.Certificate;

/// <summary>What every field for a passphrase asks.</summary>
public static class PassphraseRules
{
    private const int Longest = 128;

    public static IRuleBuilderOptions<T, string?> FrasaPilihan<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Frasa("Tulis frasa sandi yang baru.")
        .Must(text => new Passphrase(text!).WhyNotChosen() is null).WithMessage((_, text) => new Passphrase(text!).WhyNotChosen());

    public static IRuleBuilderOptions<T, string?> Frasa<T>(this IRuleBuilder<T, string?> rule, string kosong) => rule
        .NotEmpty().WithMessage(kosong).MaximumLength(Longest).WithMessage($"Frasa sandi paling banyak {Longest} karakter.")
        .Must(text => IsText(text!)).WithMessage("Frasa sandi memuat tanda yang tidak dapat dibaca. Ketik ulang.");

    // Half a surrogate pair has no normal form.
    private static bool IsText(string text) =>
        text.All(c => !char.IsControl(c)) && text.EnumerateRunes().All(r => r != System.Text.Rune.ReplacementChar);
}
