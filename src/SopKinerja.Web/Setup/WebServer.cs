using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Seeding;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Setup;

/// <summary>The server: its database first, then its pages.</summary>
public static class WebServer
{
    /// <summary>Serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        // What can fail without a database fails before there is one.
        ListenAddresses.EnsureFree(builder.Configuration);
        WebSetup.Judge(builder.Configuration);
        RequestLog.EnsureFolder(Database.DataIn(builder.Configuration));
        Action<string> tell = Say;
        await using var database = await Database.OpenAsync(builder.Configuration, sentence => tell(sentence), CancellationToken.None);
        await database.PrepareAsync(Say, CancellationToken.None);
        await using var app = OrRefuse(() => Build(builder, database));
        // Of its own server, once there is a log.
        tell = sentence => app.Logger.LogWarning("{Sentence}", sentence);
        // What the engine lacks on this machine is said now and not to the first who asks for a document.
        Say($"Mesin PDF: {app.Services.GetRequiredService<IPdfEngine>().Name}");
        if (database.IsPrivate)
        {
            await Demo.EnsureAsync(app.Services, database.DataDirectory, Say, CancellationToken.None);
            await Demo.ChooseSigningAsync(app.Services, app.Configuration);
        }

        app.Lifetime.ApplicationStarted.Register(() => Say($"Siap: {string.Join(" ", app.Urls)}"));
        await OrRefuseAsync(() => app.StartAsync());
        await app.WaitForShutdownAsync();
        tell = Say;
        return 0;
    }

    private static T OrRefuse<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception failed) when (IsOfSettings(failed))
        {
            throw Refused(failed);
        }
    }

    private static async Task OrRefuseAsync(Func<Task> begin)
    {
        try
        {
            await begin();
        }
        catch (Exception failed) when (IsOfSettings(failed))
        {
            throw Refused(failed);
        }
    }

    // What the framework says to a setting of its own (Kestrel, Serilog) that it cannot keep.
    private static bool IsOfSettings(Exception failed) =>
        failed is InvalidOperationException or FormatException or ArgumentException or CryptographicException
        || (failed is IOException and not { InnerException: AddressInUseException });

    private static StartRefusedException Refused(Exception failed) => new(
        $"SopKinerja tidak dapat mulai. Periksa setelannya; yang dikatakan program: {failed.Message.ReplaceLineEndings(" ").Trim()}",
        failed);

    public static async Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> run, CancellationToken cancel)
    {
        var builder = WebApplication.CreateBuilder();
        await using var database = await Database.OpenAsync(builder.Configuration, Console.Error.WriteLine, cancel);
        await database.PrepareAsync(_ => { }, cancel);
        await using var app = Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }

    public static WebApplication Build(WebApplicationBuilder builder, Database database)
    {
        if (ListenAddresses.Configured(builder.Configuration) is { Count: > 0 } urls)
        {
            builder.WebHost.UseUrls([.. urls]);
        }

        // Which server it is helps only who looks for a weak one.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddLog(database.DataDirectory);
        builder.Services.AddSop(builder.Configuration, database.ConnectionString, database.IsPrivate);
        var app = builder.Build();
        app.UseSop();
        return app;
    }

    private static void Say(string sentence) => Console.Out.WriteLine(sentence);
}
