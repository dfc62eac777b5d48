using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Signing in by the provider of the regency: authorization code with PKCE. It says who somebody is; the session is ours
/// (docs/decisions/0043).</summary>
internal static class OidcSetup
{
    public const string Scheme = "oidc";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // Of the clock of the provider against ours.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void AddOidc(this AuthenticationBuilder authentication, OidcSettings settings)
    {
        authentication.Services.AddSingleton(settings);
        authentication.Services.AddScoped<OidcEntrance>();
        if (!settings.IsOn)
        {
            return;
        }

        authentication.AddOpenIdConnect(Scheme, options => Configure(options, settings));
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<TimeProvider>((options, time) =>
            options.TokenValidationParameters.LifetimeValidator = (begin, end, _, _) =>
                time.GetUtcNow() is var now && end > now.UtcDateTime - Skew && !(begin > now.UtcDateTime + Skew));
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings settings)
    {
        options.Authority = settings.Alamat;
        options.RequireHttpsMetadata = settings.Alamat.StartsWith(Uri.UriSchemeHttps + ":", StringComparison.OrdinalIgnoreCase);
        (options.ClientId, options.ClientSecret) = (settings.IdKlien, settings.RahasiaKlien);
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes by an address, so that its cookies need not be sent across sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = Links.Account.ProviderBack;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = Patience;
        options.Scope.Clear();
        settings.Cakupan.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList().ForEach(options.Scope.Add);
        foreach (var cookie in (CookieBuilder[])[options.NonceCookie, options.CorrelationCookie])
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events = new()
        {
            OnTicketReceived = async context =>
            {
                var entrance = context.HttpContext.RequestServices.GetRequiredService<OidcEntrance>();
                context.HandleResponse();
                context.Response.Redirect(await entrance.EnterAsync(context.Principal!, context.ReturnUri));
            },
            OnRemoteFailure = async context =>
            {
                var (http, failure) = (context.HttpContext, OidcFailure.Of(context.Failure));
                context.HandleResponse();
                await http.RequestServices.GetRequiredService<AccessLog>().FailedAsync(AccessKind.ProviderFailed, null, failure);
                context.Response.Redirect(Links.Account.SignInAfter(failure));
            },
        };
    }
}
