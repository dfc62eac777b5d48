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

    /// <exception cref="StartRefusedException">The private server cannot run.</exception>
    public static async Task<Database> OpenAsync(IConfiguration configuration, Action<string> log, CancellationToken cancel)
    {
        var data = Path.GetFullPath(configuration["SOP_DATA"] is { Length: > 0 } configured ? configured : ".data");
        if (configuration.GetConnectionString("Sop") is { Length: > 0 } connectionString)
        {
            return new(connectionString, data, null);
        }

        var own = await PrivateServer.StartAsync(data, log, cancel);
        return new(own.ConnectionString, data, own);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
