using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed partial class PasswordModel(UserManager<Persistence.Account> users, OwnPassword password) : PageModel
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

        var isFirst = account.MustChangePassword;
        if (!isFirst && string.IsNullOrEmpty(Input.Lama))
        {
            return await this.ShowAgainAsync("Input.Lama", "Tulis kata sandi yang sekarang.");
        }

        var result = await password.ChangeAsync(User, account, Input.Lama, Input.Baru!);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Lama" : "Input.Baru", error.Description);
        }

        if (!result.Succeeded)
        {
            return await this.ShowAgainAsync();
        }

        // Whoever came in with a slip is here for the first time, or has not been for long.
        return isFirst ? this.Done("Kata sandi Anda sudah tersimpan. Pakailah untuk masuk berikutnya.", Links.Help.List)
            : this.Done("Kata sandi sudah diganti. Sesi Anda di peramban lain sudah diakhiri.", Links.Home);
    }
}
