using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Asks of every request with a cookie whether its session lives. What the account may do is read anew for whatever is sent, and
/// once a minute for what is only read.</summary>
internal sealed class SessionCheck(
    Sessions sessions, IUserClaimsPrincipalFactory<Account> claims, CurrentSettings settings, TimeProvider time)
{
    private static readonly TimeSpan RightsBelieved = TimeSpan.FromMinutes(1);

    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        if (await sessions.SeenAsync(user) is not { } account)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        // What a new setting asks for is not believed for a minute, nor whether somebody was confirmed.
        else if (IsAskedForRights(context) || user.Actor().IsUnconfirmed != account.IsUnconfirmed
            || SecondFactorPolicy.Of(settings.Value).IsMissing(account) != user.IsAskedForSecondFactor())
        {
            var anew = await claims.CreateAsync(account);
            anew.Identities.First().AddClaims(Sessions.ClaimsOf(user));
            context.ReplacePrincipal(anew);
            context.ShouldRenew = true;
        }
    }

    private bool IsAskedForRights(CookieValidatePrincipalContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        || time.GetUtcNow() - context.Properties.IssuedUtc is not { } age || age > RightsBelieved;
}
