using System.Security.Claims;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Access;

/// <summary>Anyone who came in with a password that someone else knows sees nothing before it is changed.</summary>
public static class MustChangePassword
{
    internal const string ClaimType = "ganti-sandi";

    private static readonly string[] Open = [Links.Account.Password, Links.Account.SignOut, Links.Errors, Links.Health];

    /// <summary>Whether this user must change the password first.</summary>
    public static bool MustChange(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == ClaimType);

    public static IApplicationBuilder UseMustChangePassword(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.User.MustChange() || Open.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            return next(http);
        }

        http.Response.Redirect(Links.Account.Password);
        return Task.CompletedTask;
    });
}
