using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Access;

public static class AccessSetup
{
    internal const string SessionCookie = "sopkinerja";

    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FileDoor>();
        services.AddScoped<PublicLimits>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<AccessLog>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password = new()
                {
                    RequiredLength = 12,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                    RequiredUniqueChars = 6
                };
                options.User.AllowedUserNameCharacters = UserNames.Allowed;
            })
            .AddSignInManager<SessionSignIn>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddErrorDescriber<IdentitySentences>()
            .AddPasswordValidator<GuessablePasswords>();
        // PBKDF2 with HMAC-SHA-512, at the strength that OWASP asks for; a weaker hash is made anew at the next sign-in.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 220_000);
        services.AddScoped<AccountStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<AccountStore>());
        services.AddScoped<Tries>();
        services.AddScoped<KnownDevices>();
        services.AddScoped<PasswordJudge>();
        services.AddScoped<CodeJudge>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Halfway>();
        services.AddScoped<Entrance>();
        services.AddScoped<PasswordAgain>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<EntrySlips>();
        services.AddScoped<Sessions>();
        services.AddScoped<SessionCheck>();
        services.AddScoped<OwnPassword>();
        services.AddScoped<SettingActs>();
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        authentication.AddIdentityCookies();
        authentication.AddOidc(OidcSettings.Of(configuration));
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = SessionCookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // How long the session itself lives stands in the database.
            cookie.ExpireTimeSpan = SessionLimits.Longest;
            cookie.SlidingExpiration = true;
            cookie.LoginPath = Links.Account.SignIn;
            cookie.ReturnUrlParameter = Keys.Return;
            cookie.Events.OnValidatePrincipal = UnansweredSessions.ValidateAsync;
            cookie.Events.OnRedirectToLogin = context =>
            {
                // Whoever leaves does not come back by signing in.
                context.Response.Redirect(context.Request.Path == Links.Account.SignOut ? Links.Account.SignIn : context.RedirectUri);
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = Halfway.Cookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = Halfway.Lives;
            cookie.SlidingExpiration = false;
        });
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            PageAccess.AddPolicies(options);
        });
    }
}
