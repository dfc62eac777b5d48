using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Caching.Memory;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Access;

/// <summary>How often one address may ask in a minute what everybody may ask, codes looked up and files handed in, counted by the database
/// (429); and how many files are in hand at once (503). Both before the form is read.</summary>
/// <param name="configuration">0 lifts a limit.</param>
public sealed class PublicLimits(
    SopDbContext db, FileDoor door, IConfiguration configuration, IMemoryCache cache, TimeProvider time) : IAsyncAuthorizationFilter
{
    /// <summary>Behind the size of the request (800), before its form (950).</summary>
    public const int Order = 850;

    public const string CodesSetting = "Periksa:KodePerMenit";

    public const string FilesSetting = "Periksa:BerkasPerMenit";

    private const int Codes = 30;
    private const int Files = 10;

    // Of two megabytes that is two minutes; what is slower holds a place for nothing.
    private const int SlowestBytes = 16 * 1024;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(5);

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var isFile = UploadLimitAttribute.MayBringFiles(http.Request);
        var counted = isFile ? WaitAsync(http, 1, FilesSetting, Files)
            : http.Request.RouteValues.ContainsKey("kode") ? WaitAsync(http, 2, CodesSetting, Codes)
            // The empty form asks the database nothing.
            : Task.FromResult<TimeSpan?>(null);
        if (await counted is { } wait)
        {
            context.Result = Refused(http, StatusCodes.Status429TooManyRequests, wait);
        }
        else if (isFile)
        {
            Admit(context);
        }
    }

    private void Admit(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        var place = door.Enter(NetworkAddress.NetworkOf(http));
        http.Response.RegisterForDispose(place);
        if (!place.IsAcquired)
        {
            http.Refuse(StatusCodes.Status503ServiceUnavailable, "Sedang banyak dokumen yang diperiksa, jadi dokumen Anda belum diperiksa. "
                + "Tunggu beberapa detik, lalu kirim lagi. Ini tidak berarti ada yang salah dengan dokumennya.");
            context.Result = Refused(http, StatusCodes.Status503ServiceUnavailable, Busy);
        }
        else if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = new(SlowestBytes, gracePeriod: TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>How long to wait; null when it may be asked.</summary>
    private async Task<TimeSpan?> WaitAsync(HttpContext http, byte name, string setting, int usual)
    {
        var (most, network, now) = (configuration.GetValue(setting, usual), NetworkAddress.NetworkOf(http), time.GetUtcNow());
        var key = (typeof(PublicLimits), name, network);
        if (most <= 0)
        {
            return null;
        }

        // Who was told to wait and does not is told so again without asking the database.
        if (cache.TryGetValue(key, out DateTimeOffset told) && told > now && told <= now + Minute)
        {
            return told - now;
        }

        var until = await db.CountTryAsync([new([name], network, most - 1, Longest: Minute, Forgotten: Minute)], now);
        return until is { } free ? cache.Set(key, free, Minute) - now : null;
    }

    private static StatusCodeResult Refused(HttpContext http, int status, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(status);
    }
}
