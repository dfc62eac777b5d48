using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed partial class SignInModel(
    SignInManager<Persistence.Account> signIn, UserManager<Persistence.Account> users, PasswordJudge judge) : PageModel
{
    private const string Wrong = "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.Return)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var name = Input.NamaPengguna!.Trim();
        var account = await users.FindByNameAsync(name);
        if (await judge.WhyNotAsync(name, account, Input.KataSandi!, Wrong) is { } why)
        {
            return await this.ShowAgainAsync("Input.KataSandi", why);
        }

        await signIn.SignInAsync(account!, isPersistent: false);
        return account!.MustChangePassword ? LocalRedirect(Links.Account.Password) : Onward();
    }

    private LocalRedirectResult Onward() =>
        LocalRedirect(Url.IsLocalUrl(ReturnUrl) && ReturnUrl != Links.Account.SignOut ? ReturnUrl : Links.Home);
}
