using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Begins and ends sessions; whether the password is right was judged before (<see cref="PasswordJudge"/>).</summary>
public sealed class SessionSignIn(
    UserManager<Account> users, IHttpContextAccessor requests, IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options, ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, Sessions sessions)
    : SignInManager<Account>(users, requests, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(
        Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims) =>
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, await sessions.BeginAsync(user)]);

    /// <summary>Reads anew what the account may do; the session goes on.</summary>
    public override async Task RefreshSignInAsync(Account user) =>
        await base.SignInWithClaimsAsync(user, null, await sessions.ClaimsAsync(Context.User, user));

    /// <summary>Ends the session in the database too, so that a copy of its cookie opens nothing.</summary>
    public override async Task SignOutAsync()
    {
        await sessions.EndOwnAsync(Context.User, SessionEnd.SignedOut);
        await base.SignOutAsync();
    }
}
