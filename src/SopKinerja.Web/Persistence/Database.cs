using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>The configured PostgreSQL server, or the program's own where none is configured.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly PrivateServer? _own;

    private Database(string connectionString, string dataDirectory, PrivateServer? own)
    {
        ConnectionString = connectionString;
        DataDirectory = dataDirectory;
        _own = own;
    }

    public string ConnectionString { get; }

    public string DataDirectory { get; }

    public bool IsPrivate => _own is not null;

    /// <summary>The folder of the log and of the program's own server.</summary>
    public static string DataIn(IConfiguration configuration) =>
        Path.GetFullPath(configuration["SOP_DATA"] is { Length: > 0 } configured ? configured : ".data");

    /// <summary>Waits up to a minute for a configured server.</summary>
    /// <exception cref="StartRefusedException">The configured server cannot be used.</exception>
    /// <exception cref="ServerRefusedException">The private server cannot run.</exception>
    public static async Task<Database> OpenAsync(IConfiguration configuration, Action<string> log, CancellationToken cancel)
    {
        var data = DataIn(configuration);
        if (configuration.GetConnectionString("Sop") is { Length: > 0 } connectionString)
        {
            await FirstConnection.MakeAsync(connectionString, log, FirstConnection.LongestWait, cancel);
            return new(connectionString, data, null);
        }

        var own = await PrivateServer.StartAsync(data, log, cancel);
        return new(own.ConnectionString, data, own);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
