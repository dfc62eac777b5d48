using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed partial class PasswordModel(UserManager<Persistence.Account> users, SignInManager<Persistence.Account> signIn) : PageModel
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
}
