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
        var result = await password.ChangeAsync(User, account, Input.Lama!, Input.Baru!);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(
                error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Lama" : "Input.Baru", error.Description);
        }

        if (!result.Succeeded)
        {
            return await this.ShowAgainAsync();
        }

        // Whoever got a temporary password is here for the first time, or has not been for long.
        return this.Done("Kata sandi sudah diganti. Sesi Anda di peramban lain sudah diakhiri.", isFirst ? Links.Help.List : Links.Home);
    }
}
