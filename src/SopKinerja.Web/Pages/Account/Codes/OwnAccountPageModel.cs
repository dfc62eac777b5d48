using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Account.Codes;

/// <summary>A page about the one-time code of whoever is signed in.</summary>
public abstract class OwnAccountPageModel(
    UserManager<Persistence.Account> users, SecondFactor second, PasswordAgain password) : PageModel, IShowsAgain
{
    public static readonly Refusal IsOff = new(
        RefusalKind.Conflict, "Kode sekali pakai akun Anda tidak aktif. Buka halaman Kode sekali pakai untuk mengaktifkannya.");

    public Persistence.Account Own { get; private set; } = null!;

    public bool IsRequired => Second.IsRequiredOf(Own);

    /// <summary>Recovery codes that are left.</summary>
    public int Left { get; private set; }

    protected SecondFactor Second => second;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await users.GetUserAsync(User) is not { } account)
        {
            context.Result = Challenge();
            return;
        }

        Own = account;
        if (WhyNot() is { } refusal)
        {
            // The page of the code says how it stands.
            context.Result = HttpMethods.IsPost(Request.Method) ? HttpContext.Refuse(refusal) : LocalRedirect(Links.Account.SecondFactor);
            return;
        }

        await LoadAsync();
        await next();
    }

    public virtual async Task LoadAsync() => Left = Own.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(Own) : 0;

    /// <summary>Null when the page is for this account as it is now.</summary>
    protected abstract Refusal? WhyNot();

    /// <summary>Null when the password is right; otherwise the page once more.</summary>
    protected async Task<IActionResult?> WhyNotPasswordAsync(string? typed) =>
        await password.WhyNotAsync(User, typed, "untuk melanjutkan") is { } why
            ? await this.ShowAgainAsync("Input.KataSandi", why)
            : null;
}
