using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Whoever gave the right password and still owes the code: known to this browser for some minutes, and nobody yet.</summary>
public sealed class Halfway(IHttpContextAccessor requests, UserManager<Account> users)
{
    internal const string Cookie = "sopkinerja-kode";

    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(5);

    private const string StampClaim = "cap";

    public Task BeginAsync(Account account) => Http.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
            new(StampClaim, account.SecurityStamp!),
        ],
        IdentityConstants.TwoFactorUserIdScheme)));

    /// <summary>Null when the minutes are over, or the account was changed meanwhile.</summary>
    public async Task<Account?> AccountAsync()
    {
        var read = await Http.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        return read.Principal is { } who
            && await users.FindByIdAsync($"{who.AccountId()}") is { IsActive: true, TwoFactorEnabled: true } found
            && found.SecurityStamp == who.FindFirstValue(StampClaim) ? found : null;
    }

    public Task EndAsync() => Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);

    private HttpContext Http => requests.HttpContext!;
}
