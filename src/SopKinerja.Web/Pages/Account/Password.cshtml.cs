using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed class PasswordModel(UserManager<Persistence.Account> users, SignInManager<Persistence.Account> signIn) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await users.GetUserAsync(User);
        if (account is null)
        {
            return Challenge();
        }

        account.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(account, Input.Lama!, Input.Baru!);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Lama" : "Input.Baru", error.Description);
        }

        if (!result.Succeeded)
        {
            return await this.ShowAgainAsync();
        }

        await signIn.RefreshSignInAsync(account);
        TempData["Berhasil"] = "Kata sandi sudah diganti.";
        return LocalRedirect(Links.Home);
    }

    public sealed class Form
    {
        public string? Lama { get; set; }

        public string? Baru { get; set; }

        public string? Ulangi { get; set; }
    }

    public sealed class FormValidator : AbstractValidator<Form>
    {
        public FormValidator()
        {
            RuleFor(f => f.Lama)
                .NotEmpty().WithMessage("Tulis kata sandi yang sekarang.").MaximumLength(256).WithMessage("Kata sandi terlalu panjang.");
            RuleFor(f => f.Baru)
                .NotEmpty().WithMessage("Tulis kata sandi baru.").MaximumLength(128).WithMessage("Kata sandi paling banyak 128 huruf.")
                .NotEqual(f => f.Lama).WithMessage("Kata sandi baru harus berbeda dari kata sandi yang sekarang.");
            RuleFor(f => f.Ulangi).Equal(f => f.Baru).WithMessage("Kedua kata sandi baru tidak sama. Tulis ulang.");
        }
    }
}
