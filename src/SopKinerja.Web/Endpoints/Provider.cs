using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Endpoints;

/// <summary>The way to the provider of the regency, for whoever wants to sign in there.</summary>
public static class Provider
{
    public static void MapProvider(this IEndpointRouteBuilder app) => app.MapGet("/masuk/penyedia", GoAsync).AllowAnonymous();

    private static async Task<IResult> GoAsync(
        HttpContext http, OidcSettings settings, [FromQuery(Name = Keys.Return)] string? returnUrl)
    {
        if (!settings.IsOn)
        {
            return TypedResults.StatusCode(http.Refuse(new(
                RefusalKind.NotFound, "Masuk lewat penyedia identitas tidak dipakai di sini. Masuklah dengan nama pengguna dan kata "
                    + "sandi."))
                .StatusCode);
        }

        try
        {
            await http.ChallengeAsync(OidcSetup.Scheme, new AuthenticationProperties { RedirectUri = Entrance.Onward(returnUrl) });
            return TypedResults.Empty;
        }
        // Whatever it could not be asked for: its own addresses come first.
        catch (Exception down) when (down is InvalidOperationException or HttpRequestException or TaskCanceledException)
        {
            return TypedResults.LocalRedirect(Links.Account.SignInAfter(OidcFailure.Down));
        }
    }
}
