namespace SopKinerja.Web.Settings;

/// <summary>The settings that commands share with the server.</summary>
internal static class Configuration
{
    public static IConfiguration Load() => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build();
}
