using SopKinerja.Web.Infrastructure;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Commands;

/// <summary>Brings the schema up to date and ends.</summary>
public static class MigrateCommand
{
    public static async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var database = await Database.OpenAsync(Configuration.Load(), Console.Out.WriteLine, cancel);
        var done = await Migrator.MigrateAsync(database.ConnectionString, Console.Out.WriteLine, cancel);
        await Console.Out.WriteLineAsync(done == 0 ? "Skema sudah terbaru." : $"Skema diperbarui: {done} berkas.");
        return 0;
    }
}

/// <summary>The settings that commands share with the server.</summary>
internal static class Configuration
{
    public static IConfiguration Load() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}
