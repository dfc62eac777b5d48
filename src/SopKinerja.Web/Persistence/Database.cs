using SopKinerja.PrivatePostgres;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Persistence;

/// <summary>The configured PostgreSQL server, or the program's own where none is configured.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly PrivateServer? _own;

    private Database(string connectionString, string? ownerConnectionString, string dataDirectory, PrivateServer? own)
    {
        ConnectionString = connectionString;
        OwnerConnectionString = ownerConnectionString;
        DataDirectory = dataDirectory;
        _own = own;
    }

    /// <summary>As the role that serves.</summary>
    public string ConnectionString { get; }

    /// <summary>As the owner of the tables; null where the program is not told.</summary>
    public string? OwnerConnectionString { get; }

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
            var owner = configuration.GetConnectionString(RuntimeRole.OwnerSetting) is { Length: > 0 } given ? given : null;
            // The role that serves may still have to be made by the owner.
            await FirstConnection.MakeAsync(
                owner ?? connectionString, owner is null ? "Sop" : RuntimeRole.OwnerSetting, log, FirstConnection.LongestWait, cancel);
            return new(connectionString, owner, data, null);
        }

        var own = await PrivateServer.StartAsync(data, log, cancel);
        return new(own.RuntimeConnectionString, own.ConnectionString, data, own);
    }

    /// <summary>Brings the schema up to date where the owner is known, and gives the role that serves its rights; otherwise sees to it that
    /// there is nothing to do.</summary>
    /// <exception cref="StartRefusedException">The schema is older or newer than this program, or the role that serves owns
    /// tables.</exception>
    public async Task PrepareAsync(Action<string> log, CancellationToken cancel)
    {
        if (OwnerConnectionString is { } owner)
        {
            await Migrator.PrepareAsync(owner, ConnectionString, log, cancel);
        }
        else if (await Migrator.CountPendingAsync(ConnectionString, cancel) is > 0 and var pending)
        {
            throw new StartRefusedException($"Skema basis data belum yang terbaru: {pending} migrasi belum dijalankan. Jalankan perintah "
                + $"migrate dengan ConnectionStrings__{RuntimeRole.OwnerSetting} berisi hubungan pemilik tabel, "
                + "lalu jalankan program lagi.");
        }

        await RuntimeRole.EnsureHarmlessAsync(ConnectionString, cancel);
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
