using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Access;

/// <summary>Writes down what was refused to who is signed in: forbidden, or not there for him, which looks the same as not there.</summary>
public static class NotedRefusals
{
    /// <summary>Stands before the authorization, so that what that refuses passes here too.</summary>
    public static IApplicationBuilder UseNotedRefusals(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (PatternOf(http) is { } pattern)
        {
            await http.RequestServices.GetRequiredService<AccessLog>().RefusedAsync(
                pattern, KeyIn(http, pattern, Links.Dossiers.List), KeyIn(http, pattern, Links.Plans.List));
        }
    });

    // Null where nothing was refused. The page with the sentence comes by here a second time.
    private static string? PatternOf(HttpContext http) =>
        http.Response.StatusCode is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound && !http.Response.HasStarted
        && http.User.Identity?.IsAuthenticated == true
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null
        && http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } endpoint
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? $"/{pattern.TrimStart('/')}" : null;

    private static long? KeyIn(HttpContext http, string pattern, string place) =>
        pattern.StartsWith($"{place}/{{id:long}}", StringComparison.Ordinal)
        && long.TryParse(http.Request.RouteValues["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
