using FluentValidation;

namespace SopKinerja.Web.Pages.Account;

/// <summary>Only whether something was typed.</summary>
internal static class CodeRules
{
    private const int Longest = 64;

    public static IRuleBuilderOptions<T, string?> Kode<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Tulis enam angka yang sekarang tampak di aplikasi autentikator Anda.")
        .MaximumLength(Longest).WithMessage("Kode terlalu panjang. Tulis enam angka, atau satu kode pemulihan.");

    public static IRuleBuilderOptions<T, string?> KataSandi<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Tulis kata sandi akun Anda.").MaximumLength(256).WithMessage("Kata sandi terlalu panjang.");
}
