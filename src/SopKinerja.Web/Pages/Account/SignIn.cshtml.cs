using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed partial class SignInModel(SignInManager<Persistence.Account> signIn, UserManager<Persistence.Account> users) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.Return)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await users.FindByNameAsync(Input.NamaPengguna!.Trim());
        if (account is null)
        {
            // As much work as for an account that exists, so that the time tells nothing.
            users.PasswordHasher.HashPassword(new(), Input.KataSandi!);
        }

        var result = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, Input.KataSandi!, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return account!.MustChangePassword ? LocalRedirect(Links.Account.Password) : Onward();
        }

        ModelState.AddModelError("Input.KataSandi", result.IsLockedOut
            ? "Terlalu sering salah. Akun ini terkunci 15 menit; sesudah itu coba lagi, atau minta administrator menyetel ulang kata sandi."
            : "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.");
        return await this.ShowAgainAsync();
    }

    private LocalRedirectResult Onward() =>
        LocalRedirect(Url.IsLocalUrl(ReturnUrl) && ReturnUrl != Links.Account.SignOut ? ReturnUrl : Links.Home);
}
