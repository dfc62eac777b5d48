using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace SopKinerja.Web.Access;

/// <summary>A session is asked about in the database. When that does not answer, the request fails, but only after the
/// cookie was read: otherwise the page that says so could not know the user, and would fail the same way.</summary>
internal static class UnansweredSessions
{
    private static readonly object Key = new();

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            await context.HttpContext.RequestServices.GetRequiredService<SessionCheck>().ValidateAsync(context);
        }
        // Whatever it was: a session that failed to be asked about would fail the page on the fault too.
        catch (Exception failure)
        {
            context.HttpContext.Items[Key] = ExceptionDispatchInfo.Capture(failure);
        }
    }

    public static IApplicationBuilder UseAnsweredSessions(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Items.Remove(Key, out var failure))
        {
            ((ExceptionDispatchInfo)failure!).Throw();
        }

        return next(http);
    });
}
