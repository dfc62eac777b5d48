using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Endpoints;
using SopKinerja.Web.Jobs;
using SopKinerja.Web.Pages;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Setup;

/// <summary>What the application is made of, and the order in which a request passes through it.</summary>
public static class WebSetup
{
    public static void AddSop(this IServiceCollection services, IConfiguration configuration, string connectionString, bool isDemo)
    {
        // A setting that cannot be kept is told at the start and not to the first whom it concerns.
        services.AddSingleton(SettingLocks.Of(configuration, isDemo));
        services.AddSingleton(TimeProvider.System);
        services.AddMemoryCache();
        // Thin lines. What is secret in a page (the form's token) is masked anew in every answer, so its length over TLS tells nothing.
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
        });
        services.AddPersistence(connectionString, KeyProtection.Of(configuration));
        // A year, of this server alone; the framework leaves out localhost, and answers that did not come over TLS.
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddAccess(configuration);
        services.AddDocuments(configuration);
        services.AddSigning(configuration);
        services.AddUi();
        services.AddJobs(Database.DataIn(configuration), connectionString);
        services.AddPages();
    }

    /// <summary>Reads what is read at the start, for its refusals alone, before there is a database.</summary>
    /// <exception cref="StartRefusedException">A setting cannot be kept.</exception>
    public static void Judge(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        _ = SettingLocks.Of(configuration, isDemo: false);
        services.AddAccess(configuration);
        services.AddDocuments(configuration);
        services.AddSigning(configuration);
        KeyProtection.Of(configuration)?.Dispose();
    }

    public static void UseSop(this WebApplication app)
    {
        app.UseRequestLog();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Links.Error(StatusCodes.Status500InternalServerError),
            StatusCodeSelector = failure => Unsaved.Of(failure)?.Row.Status ?? StatusCodes.Status500InternalServerError,
            // A lost race is no error; SaveFailures has said what it was.
            SuppressDiagnosticsCallback = fault => Unsaved.Of(fault.Exception) is { Row.IsFault: false },
        });
        app.UseSecondTry();
        app.UseSecurityHeaders();
        app.UseHsts();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute($"{Links.Errors}/{{0}}");
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
        });
        app.UseRouting();
        app.UseRouteForLog();
        app.UseRealVisits();
        app.UseRequestLocalization(UiSetup.Indonesian);
        app.UseAuthentication();
        app.UseOfficeHost();
        app.UseAnsweredSessions();
        app.UseUnfinishedAccounts();
        app.UseNotedRefusals();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapEndpoints();
        app.MapHealthChecks(Links.Health).AllowAnonymous();
    }
}
