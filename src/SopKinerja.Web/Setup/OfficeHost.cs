using Microsoft.AspNetCore.Diagnostics;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>The program answers at the address of the settings alone, and on its own machine; hosts that a setting of the framework names
/// were asked about before.</summary>
internal static class OfficeHost
{
    // Behind the question about the session, which brings the settings.
    public static IApplicationBuilder UseOfficeHost(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (OfficeAddress.IsOfTheMachine(http.Request.Host.Host) || http.Request.Path == Links.Health || SecondTry.IsOver(http)
            || OfficeAddress.Answers(
                http.RequestServices.GetRequiredService<CurrentSettings>().Value.AlamatAplikasi, http.Request.Host.Host))
        {
            return next(http);
        }

        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });
}
