using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Account;

/// <summary>The way out; only a post ends the session.</summary>
public sealed class SignOutModel(SignInManager<Persistence.Account> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect(Links.Account.SignIn);
    }
}
