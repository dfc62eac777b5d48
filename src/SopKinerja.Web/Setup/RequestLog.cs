using System.Globalization;
using System.Text;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Sinks.File;
using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Access;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>One line for each request. It says which route and which account, never what stood in the address or in a form: a verification
/// code, a search for a person, and a name belong to no one who reads logs.</summary>
public static class RequestLog
{
    private const string Line = "{Method} {Route} akun {Account}: {Status} dalam {Elapsed:0.0} ms";

    private const UnixFileMode OfOwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;

    private const UnixFileMode FileOfOwnerAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    private static readonly object RouteKey = new();

    /// <summary>The writer of the log would lose every line without a word.</summary>
    /// <exception cref="StartRefusedException">The folder cannot be written.</exception>
    public static void EnsureFolder(string dataDirectory)
    {
        if (WritableFolder.WhyNot(Folder(dataDirectory)) is { } whyNot)
        {
            throw new StartRefusedException(whyNot);
        }

        // Whoever has no account on this machine but another program's reads no log, nor one of an earlier release.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folder(dataDirectory), OfOwnerAndGroup);
            foreach (var file in Directory.EnumerateFiles(Folder(dataDirectory)))
            {
                File.SetUnixFileMode(file, FileOfOwnerAndGroup);
            }
        }
    }

    private static string Folder(string dataDirectory) => Path.Combine(dataDirectory, "log");

    public static void AddLog(this WebApplicationBuilder builder, string dataDirectory)
    {
        builder.Logging.ClearProviders();
        // Several programs may run in one process (tests), so each has a logger of its own.
        builder.Services.AddSerilog(
            (services, log) => log.ReadFrom.Configuration(builder.Configuration).ReadFrom.Services(services)
                .Enrich.With<WithoutAddress>()
                .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
                .WriteTo.File(
                    Path.Combine(Folder(dataDirectory), "sopkinerja-.log"), rollingInterval: RollingInterval.Day,
                    retainedFileCountLimit: 30, hooks: new Modes(), formatProvider: CultureInfo.InvariantCulture),
            preserveStaticLogger: true);
    }

    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        // Otherwise the line goes to the static logger, which is no one's here.
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = Line;
        options.GetMessageTemplateProperties = (http, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(http.Request.Method)),
            new("Route", new ScalarValue(http.Items[RouteKey] ?? "(tanpa rute)")),
            new("Account", new ScalarValue(http.User.AccountId() is > 0 and var id ? id : "-")),
            new("Status", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    /// <summary>Remembers the route that was asked for, because an error page takes its place; stands behind the routing.</summary>
    public static void UseRouteForLog(this WebApplication app) => app.Use((http, next) =>
    {
        http.Items.TryAdd(
            RouteKey, http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } ? $"/{pattern.TrimStart('/')}" : null);
        return next(http);
    });

    /// <summary>A file is its owner's and its group's alone from its first line, whatever the umask of the server.</summary>
    private sealed class Modes : FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, FileOfOwnerAndGroup);
            }

            return underlyingStream;
        }
    }

    /// <summary>The framework hangs the path on every line of a request.</summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
