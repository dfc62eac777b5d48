using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Judges passwords, and begins and ends sessions. A try is counted before it is judged, in one statement, so that many at one
/// moment gain nothing; the right password clears the count. Counting changes no version of the account, so nobody's change is lost to a mere
/// try.</summary>
public sealed class CountedSignIn(
    UserManager<Account> users, IHttpContextAccessor requests, IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, SopDbContext db, Sessions sessions, TimeProvider time)
    : SignInManager<Account>(users, requests, claims, options, log, schemes, confirmation)
{
    public override async Task<SignInResult> CheckPasswordSignInAsync(Account user, string password, bool lockoutOnFailure)
    {
        if (!await CanSignInAsync(user))
        {
            return SignInResult.NotAllowed;
        }

        if (!await IsCountedAsync(user))
        {
            return SignInResult.LockedOut;
        }

        if (await UserManager.CheckPasswordAsync(user, password))
        {
            await db.Users.Where(a => a.Id == user.Id).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null));
            return SignInResult.Success;
        }

        return await db.Users.AnyAsync(a => a.Id == user.Id && a.LockoutEnd > time.GetUtcNow())
            ? SignInResult.LockedOut
            : SignInResult.Failed;
    }

    /// <summary>Begins a session, whose key goes into the cookie.</summary>
    public override async Task SignInWithClaimsAsync(
        Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, await sessions.BeginAsync(user)]);

    /// <summary>Reads anew what the account may do; the session goes on.</summary>
    public override Task RefreshSignInAsync(Account user) =>
        base.SignInWithClaimsAsync(user, null, [Context.User.FindFirst(Sessions.ClaimType)!.Clone()]);

    /// <summary>Ends the session in the database too, so that a copy of its cookie opens nothing.</summary>
    public override async Task SignOutAsync()
    {
        await sessions.EndOwnAsync(Context.User, SessionEnd.SignedOut);
        await base.SignOutAsync();
    }

    // False while the account is locked; such a try is not judged.
    private async Task<bool> IsCountedAsync(Account user)
    {
        var now = time.GetUtcNow();
        var (most, until) = (Options.Lockout.MaxFailedAccessAttempts, now + Options.Lockout.DefaultLockoutTimeSpan);
        return await db.Users.Where(a => a.Id == user.Id && (a.LockoutEnd == null || a.LockoutEnd <= now)).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= most ? until : a.LockoutEnd)
            .SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1 >= most ? 0 : a.AccessFailedCount + 1)) == 1;
    }
}
