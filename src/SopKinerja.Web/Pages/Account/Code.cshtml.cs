using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account;

/// <summary>After the right password of an account with a one-time code: the code. Nobody is signed in before.</summary>
public sealed partial class CodeModel(
    UserManager<Persistence.Account> users, Halfway halfway, CodeJudge judge, Entrance entrance) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = Keys.Return)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Entrance.Onward(ReturnUrl))
        : await halfway.AccountAsync() is null ? TooLate() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await halfway.AccountAsync() is not { } account)
        {
            return TooLate();
        }

        if (await judge.WhyNotAsync(account, Input.Kode!) is { } why)
        {
            return await this.ShowAgainAsync("Input.Kode", why);
        }

        var to = await entrance.BeginAsync(account, ReturnUrl);
        return RecoveryCodes.IsOne(Input.Kode!)
            ? this.Done(
                "Anda masuk dengan kode pemulihan, yang sekarang tidak berlaku lagi. Tersisa "
                + $"{await users.CountRecoveryCodesAsync(account)} kode pemulihan.", to)
            : LocalRedirect(to);
    }

    private LocalRedirectResult TooLate() => LocalRedirect(Links.Account.SignInAfter(SignInFailures.TooLate));
}
