using System.Security.Claims;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Access;

/// <summary>Anyone whose account lacks something sees nothing but the page where it is mended, and the way out.</summary>
public static class UnfinishedAccounts
{
    /// <summary>The password is one that someone else knows.</summary>
    internal const string PasswordClaim = "ganti-sandi";

    /// <summary>The setting asks for a one-time code, and there is none.</summary>
    internal const string SecondFactorClaim = "wajib-kode";

    /// <summary>In this order; the next is asked when the one before is mended. Whoever has the third is spared.</summary>
    private static readonly (string Claim, string Page, string? Spared)[] Rows =
    [
        (PasswordClaim, Links.Account.Password, null),
        (SecondFactorClaim, Links.Account.SecondFactor, Sessions.SecondFactorElsewhere),
    ];

    private static readonly string[] Open = [Links.Account.SignOut, Links.Errors, Links.Health];

    /// <summary>Whether this user must change the password first.</summary>
    public static bool MustChange(this ClaimsPrincipal user) => Has(user, PasswordClaim);

    internal static bool IsAskedForSecondFactor(this ClaimsPrincipal user) => Has(user, SecondFactorClaim);

    public static IApplicationBuilder UseUnfinishedAccounts(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var page = Rows.FirstOrDefault(r => Has(http.User, r.Claim) && !Has(http.User, r.Spared)).Page;
        if (page is null || Open.Prepend(page)
            .Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(http);
        }

        http.Response.Redirect(page);
        return Task.CompletedTask;
    });

    private static bool Has(ClaimsPrincipal user, string? claim) => user.HasClaim(c => c.Type == claim);
}
