using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>The way in, once the password was right: the code first where the account has one, then the session.</summary>
public sealed class Entrance(SignInManager<Account> signIn, SecondFactor second, Halfway halfway, KnownDevices devices)
{
    /// <param name="isTwice">Who said that it is this person has asked for a second factor already.</param>
    /// <returns>Where it goes on.</returns>
    public async Task<string> EnterAsync(Account account, string? wanted, bool isTwice = false)
    {
        if (isTwice || !account.TwoFactorEnabled)
        {
            return await BeginAsync(account, wanted, isTwice);
        }

        await halfway.BeginAsync(account);
        return Links.Account.Code(wanted);
    }

    /// <summary>Begins the session.</summary>
    /// <returns>Where it goes on.</returns>
    public async Task<string> BeginAsync(Account account, string? wanted, bool isTwice = false)
    {
        await halfway.EndAsync();
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, isTwice ? [new(Sessions.SecondFactorElsewhere, "ya")] : []);
        devices.Remember(account);
        return account.MustChangePassword ? Links.Account.Password
            : await second.NoticeAsync(account) is not null ? Links.Account.SecondFactor
            : Onward(wanted);
    }

    /// <summary>Where somebody wanted to go, if it is a page here and not the way out.</summary>
    public static string Onward(string? wanted) =>
        RedirectHttpResult.IsLocalUrl(wanted) && wanted != Links.Account.SignOut ? wanted! : Links.Home;
}
