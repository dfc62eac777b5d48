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

    /// <summary>In this order; the next is asked when the one before is mended.</summary>
    private static readonly (string Claim, string Page)[] Rows =
    [
        (PasswordClaim, Links.Account.Password),
        (SecondFactorClaim, Links.Account.SecondFactor),
    ];

    private static readonly string[] Open = [Links.Account.SignOut, Links.Errors, Links.Health];

    /// <summary>Whether this user must change the password first.</summary>
    public static bool MustChange(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == PasswordClaim);

    public static IApplicationBuilder UseUnfinishedAccounts(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var page = Rows.FirstOrDefault(r => http.User.HasClaim(c => c.Type == r.Claim)).Page;
        if (page is null || Open.Prepend(page)
            .Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(http);
        }

        http.Response.Redirect(page);
        return Task.CompletedTask;
    });
}
