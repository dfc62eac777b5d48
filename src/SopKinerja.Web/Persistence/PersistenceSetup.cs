using System.Data.Common;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SopKinerja.Web.Persistence;

public static class PersistenceSetup
{
    private const int PreparedCommands = 100;

    /// <param name="keys">By which the keys of cookies are kept in cipher; null where they stand in the clear.</param>
    public static void AddPersistence(this IServiceCollection services, string connectionString, X509Certificate2? keys = null)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<SaveFailures>();
        services.AddSingleton<FormActs>();
        services.AddSingleton<WritingNoted>();
        services.AddDbContextPool<SopDbContext>((provider, options) => options.UseNpgsql(Prepared(connectionString))
            .AddInterceptors(
                provider.GetRequiredService<SaveFailures>(), provider.GetRequiredService<FormActs>(),
                provider.GetRequiredService<WritingNoted>())
            // All are errors with a stack trace whatever the reason; SaveFailures tells the reasons apart, and a query that fails throws.
            .ConfigureWarnings(log => log.Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (CoreEventId.QueryIterationFailed, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug))));
        services.AddScoped<CurrentSettings>();
        services.AddScoped<WorkingCalendarSource>();
        services.AddScoped<ResultReceipts>();
        services.AddScoped<Register>();
        services.AddHealthChecks().AddDbContextCheck<SopDbContext>("database");
        var protection = services.AddDataProtection().SetApplicationName("SopKinerja").PersistKeysToDbContext<SopDbContext>();
        if (keys is not null)
        {
            protection.ProtectKeysWithCertificate(keys);
        }
    }

    // A command asked often is planned once for each connection. A server behind a pooler that cannot keep prepared commands sets 0.
    private static string Prepared(string connectionString)
    {
        const string Setting = "Max Auto Prepare";
        // The driver's own builder says of every setting it knows that it is there.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return given.ContainsKey(Setting) ? connectionString : $"{connectionString.TrimEnd(';')};{Setting}={PreparedCommands}";
    }
}
