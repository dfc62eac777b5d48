using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

public sealed partial class SignInModel(
    UserManager<Persistence.Account> users, PasswordJudge judge, Entrance entrance, OidcSettings oidc) : PageModel
{
    private const string Wrong = "Nama pengguna atau kata sandi salah. Periksa huruf besar dan kecil, lalu coba lagi.";

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.Return)]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.Failure)]
    public string? Gagal { get; set; }

    /// <summary>Why an earlier way came to nothing; null where none did.</summary>
    public string? Failure => SignInFailures.Sentence(Gagal);

    /// <summary>The words on the way by the provider; null where there is none.</summary>
    public string? Provider => oidc.IsOn ? oidc.Nama : null;

    public IActionResult OnGet() =>
        User.Identity?.IsAuthenticated == true ? LocalRedirect(Entrance.Onward(ReturnUrl)) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var name = Input.NamaPengguna!.Trim();
        var account = await users.FindByNameAsync(name);
        if (await judge.WhyNotAsync(name, account, Input.KataSandi!, Wrong) is { } why)
        {
            return await this.ShowAgainAsync("Input.KataSandi", why);
        }

        return LocalRedirect(await entrance.EnterAsync(account!, ReturnUrl));
    }
}
