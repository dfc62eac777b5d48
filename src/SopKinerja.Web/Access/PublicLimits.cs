using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace SopKinerja.Web.Access;

/// <summary>How often one address may ask in a minute what everybody may ask: codes looked up, and files handed in.</summary>
/// <param name="configuration">0 lifts a limit.</param>
public sealed class PublicLimits(IConfiguration configuration) : IRateLimiterPolicy<string>
{
    public const string Policy = "periksa";

    public const string CodesSetting = "Periksa:KodePerMenit";

    public const string FilesSetting = "Periksa:BerkasPerMenit";

    private const int Codes = 30;
    private const int Files = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        var http = context.HttpContext;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        // The error page must not read a form that is not wanted.
        http.Request.ContentType = null;
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext http) =>
        http.Request.HasFormContentType && http.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? Of("berkas", FilesSetting, Files, http)
        : http.Request.RouteValues.ContainsKey("kode") ? Of("kode", CodesSetting, Codes, http)
        // The empty form asks the database nothing.
        : RateLimitPartition.GetNoLimiter("");

    private RateLimitPartition<string> Of(string what, string setting, int usual, HttpContext http)
    {
        var most = configuration.GetValue(setting, usual);
        return most <= 0
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetFixedWindowLimiter(
                $"{what} {NetworkAddress.NetworkOf(http)}", _ => new() { PermitLimit = most, Window = Window, QueueLimit = 0 });
    }
}
