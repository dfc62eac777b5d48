using System.Data.Common;
using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SopKinerja.Web.Access;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Endpoints;
using SopKinerja.Web.Infrastructure.Ui;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;

namespace SopKinerja.Web.Infrastructure.Web;

/// <summary>What the application is made of, and the order in which a request passes through it.</summary>
public static class WebSetup
{
    private const int PreparedCommands = 100;

    /// <summary>Registers everything.</summary>
    public static void AddSop(this IServiceCollection services, IConfiguration configuration, string connectionString)
    {
        services.Configure<DinasSettings>(configuration.GetSection("Dinas"));
        services.AddSingleton(TimeProvider.System);
        services.AddDbContextPool<SopDbContext>(options => options.UseNpgsql(Prepared(connectionString)));
        services.AddMemoryCache();
        // Thin lines. What is secret in a page (the form's token) is masked anew in every answer, so its length over TLS tells nothing.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        AddAccounts(services);
        AddPages(services);
        ValidatorOptions.Global.LanguageManager.Culture = new CultureInfo("id");
        ValidatorOptions.Global.DefaultClassLevelCascadeMode = CascadeMode.Continue;
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;
        AssemblyScanner.FindValidatorsInAssembly(typeof(WebSetup).Assembly, includeInternalTypes: true)
            .ForEach(found => services.AddSingleton(found.InterfaceType, found.ValidatorType));
        services.AddScoped<IHeadSource, HeadSource>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<Pages.Dossiers.Step1Collect.DossierOpening>();
        services.AddScoped<WorkingCalendarSource>();
        services.AddScoped<Choices>();
        services.AddSingleton(_ => BuiltPdfEngine.Make(configuration["SOP_FONTS"]));
        services.AddSingleton(LetterheadImage.Read(configuration[LetterheadImage.Setting]));
        services.AddSingleton<DocumentPress>();
        services.AddSigning(configuration);
        services.AddScoped<Pages.Authenticity.FileCheck>();
        services.AddRateLimiter(options => options.AddPolicy<string, PublicLimits>(PublicLimits.Policy));
    }

    /// <summary>The way of a request.</summary>
    public static void UseSop(this WebApplication app)
    {
        app.UseExceptionHandler("/galat/500");
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/galat/{0}");
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.UseRequestLocalization(Indonesian());
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMustChangePassword();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapFiles();
        app.MapForms();
        app.MapExports();
        app.MapAuthorities();
        app.MapHealthChecks("/sehat").AllowAnonymous();
    }

    // A command asked often is planned once for each connection. A server behind a pooler that cannot keep prepared commands sets 0.
    private static string Prepared(string connectionString)
    {
        const string Setting = "Max Auto Prepare";
        // The driver's own builder says of every setting it knows that it is there.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return given.ContainsKey(Setting) ? connectionString : $"{connectionString.TrimEnd(';')};{Setting}={PreparedCommands}";
    }

    private static RequestLocalizationOptions Indonesian()
    {
        var culture = new CultureInfo("id-ID");
        return new()
        {
            DefaultRequestCulture = new(culture),
            SupportedCultures = [culture],
            SupportedUICultures = [culture],
            RequestCultureProviders = [],
        };
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Password = new() { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 6 };
                options.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
                options.SignIn.RequireConfirmedAccount = true;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
            })
            .AddEntityFrameworkStores<SopDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddErrorDescriber<IdentitySentences>()
            .AddPasswordValidator<GuessablePasswords>();
        services.AddScoped<IUserConfirmation<Account>, ActiveAccounts>();
        services.AddScoped<PasswordAgain>();
        services.AddScoped<AccountChanges>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "sopkinerja";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/masuk";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            PageAccess.AddPolicies(options);
        });
        services.AddDataProtection().SetApplicationName("SopKinerja");
        services.AddSingleton<IXmlRepository, DataProtectionInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(options => PageAccess.Apply(options.Conventions))
            .AddMvcOptions(options => options.UseIndonesianMessages().Filters.Add<ValidationFilter>());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "sopkinerja-formulir";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "sopkinerja-pesan");
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddWebEncoders(options => options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
    }
}
