using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SopKinerja.Web.Persistence;

/// <summary>The database and what is kept in it for the framework.</summary>
public static class PersistenceSetup
{
    private const int PreparedCommands = 100;

    public static void AddPersistence(this IServiceCollection services, string connectionString)
    {
        services.AddDbContextPool<SopDbContext>(options => options.UseNpgsql(Prepared(connectionString)));
        services.AddScoped<WorkingCalendarSource>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddDataProtection().SetApplicationName("SopKinerja");
        services.AddSingleton<IXmlRepository, DataProtectionInDatabase>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
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
