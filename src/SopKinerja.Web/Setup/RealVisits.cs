using Microsoft.AspNetCore.Authorization;

namespace SopKinerja.Web.Setup;

/// <summary>Pages for who is signed in are for people who look. Reading a result is recorded and lets a time begin, so a program that
/// fetches ahead, or asks for the head alone, gets no page and leaves nothing.</summary>
internal static class RealVisits
{
    public static IApplicationBuilder UseRealVisits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var refused = HttpMethods.IsHead(http.Request.Method) ? StatusCodes.Status405MethodNotAllowed
            : IsAhead(http.Request) ? StatusCodes.Status503ServiceUnavailable
            : (int?)null;
        if (refused is not { } status || http.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private static bool IsAhead(HttpRequest request) =>
        $"{request.Headers["Sec-Purpose"]} {request.Headers["Purpose"]} {request.Headers["X-Moz"]}".Contains(
            "prefetch", StringComparison.OrdinalIgnoreCase);
}
