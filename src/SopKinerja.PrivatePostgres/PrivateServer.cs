using System.Diagnostics;
using Npgsql;

namespace SopKinerja.PrivatePostgres;

/// <summary>The program's own PostgreSQL server under its data folder, started and stopped with it and reached by a socket only.</summary>
public sealed class PrivateServer : IAsyncDisposable
{
    /// <summary>How often in a row a server that ended by itself is started again.</summary>
    internal const int MostRestarts = 5;

    private const string DatabaseName = "sopkinerja";
    private const string RuntimeUser = "sopkinerja_jalan";

    // A server that stood this long did not end for the reason of the time before.
    private static readonly TimeSpan InARow = TimeSpan.FromMinutes(10);

    private static readonly string[] Settings =
    [
        "listen_addresses=",
        "port=5432",
        "unix_socket_permissions=0700",
        "timezone=UTC",
        "log_checkpoints=off",
        // Values and statements hold names and NIPs: the server's log keeps neither.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
    ];

    private static readonly string[] ThrowAwaySettings =
        [.. Settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=600"];

    private readonly PostgresCluster _cluster;
    private readonly bool _throwAway;
    private readonly Action<string> _log;
    private readonly CancellationTokenSource _stopping = new();
    private string _socketFolder = "";
    private Task _watch = Task.CompletedTask;

    private PrivateServer(PostgresCluster cluster, bool throwAway, Action<string> log) =>
        (_cluster, _throwAway, _log) = (cluster, throwAway, log);

    /// <summary>As the owner of the database.</summary>
    public string ConnectionString => ConnectionTo(DatabaseName, DatabaseName);

    /// <summary>As a role that owns nothing and has the rights that it was given.</summary>
    public string RuntimeConnectionString => ConnectionTo(DatabaseName, RuntimeUser);

    /// <summary>Before the second restart in a row; one more before each further one.</summary>
    internal TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(2);

    internal string AdministratorConnectionString => ConnectionTo("postgres", "postgres");

    /// <summary>Starts the server of a data folder, making the cluster and the database when they are not there yet.</summary>
    /// <exception cref="ServerRefusedException">The server cannot run; the message says what to do.</exception>
    public static Task<PrivateServer> StartAsync(string dataDirectory, Action<string> log, CancellationToken cancel) =>
        StartAsync(dataDirectory, throwAway: false, log, cancel);

    internal static async Task<PrivateServer> StartAsync(string dataDirectory, bool throwAway, Action<string> log, CancellationToken cancel)
    {
        var server = new PrivateServer(await PostgresCluster.OpenAsync(dataDirectory, throwAway, log, cancel), throwAway, log);
        try
        {
            await server.StartServerAsync(cancel);
            await server.FindOrMakeDatabaseAsync(cancel);
            server._watch = server.WatchAsync(server._stopping.Token);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task StartServerAsync(CancellationToken cancel)
    {
        if (_socketFolder.Length == 0)
        {
            _socketFolder = await _cluster.MakeSocketFolderAsync(cancel);
        }
        else
        {
            await _cluster.RemakeSocketFolderAsync(_socketFolder, cancel);
        }

        var logFile = _cluster.Programs.DataPath + "/server.log";
        await _cluster.Programs.RunAsync(
            "sh", ["-c", "find -L \"$1\" -maxdepth 1 -size +10M -exec mv {} \"$1.lama\" \\;", "sh", logFile], cancel);

        string[] settings = [.. _throwAway ? ThrowAwaySettings : Settings, "unix_socket_directories=" + _socketFolder];
        var options = string.Join(' ', settings.Select(it => $"-c '{it}'"));
        var (code, _, error) = await _cluster.Programs.RunAsync(
            "pg_ctl", ["start", "-D", _cluster.Programs.DataPath, "-w", "-t", "300", "-l", logFile, "-o", options], cancel);
        if (code != 0)
        {
            var (_, tail, _) = await _cluster.Programs.RunAsync("sh", ["-c", "tail -n 5 \"$1\"", "sh", logFile], CancellationToken.None);
            throw new ServerRefusedException(
                $"Server PostgreSQL di {_cluster.Folder} tidak mau mulai. Periksa ruang disk dan catatan {_cluster.Folder}/server.log, "
                + $"yang berakhir dengan:\n{tail}\n{error}");
        }
    }

    private async Task WatchAsync(CancellationToken stop)
    {
        try
        {
            for (var tries = 0; tries < MostRestarts;)
            {
                var stood = Stopwatch.StartNew();
                await _cluster.WaitForEndAsync(stop);
                tries = stood.Elapsed > InARow ? 1 : tries + 1;
                await Task.Delay(Pause * (tries - 1), stop);
                await StartAgainAsync(tries);
            }

            _log($"Server basis data di {_cluster.Folder} tidak dinyalakan lagi. Periksa {_cluster.Folder}/server.log, lalu jalankan ulang "
                + "program ini.");
        }
        catch (OperationCanceledException)
        {
            // The program stops, and its server with it.
        }
    }

    // To be ended half-way is worse than to wait for it.
    private async Task StartAgainAsync(int attempt)
    {
        var counted = $"percobaan {attempt} dari {MostRestarts}";
        try
        {
            await _cluster.EndWhatIsLeftAsync(CancellationToken.None);
            await StartServerAsync(CancellationToken.None);
            _log($"Server basis data berhenti sendiri dan sudah dinyalakan lagi ({counted}).");
        }
        catch (Exception failed) when (failed is ServerRefusedException or IOException or UnauthorizedAccessException)
        {
            _log($"Server basis data berhenti sendiri dan belum dapat dinyalakan lagi ({counted}). "
                + failed.Message.ReplaceLineEndings(" "));
        }
    }

    private async Task FindOrMakeDatabaseAsync(CancellationToken cancel)
    {
        await using var administrator = new NpgsqlConnection(AdministratorConnectionString);
        await administrator.OpenAsync(cancel);
        await using var role = new NpgsqlCommand(
            $"""
            do $$ begin create role {DatabaseName} login; exception when duplicate_object then null; end $$;
            do $$ begin create role {RuntimeUser} login; exception when duplicate_object then null; end $$
            """, administrator);
        await role.ExecuteNonQueryAsync(cancel);
        if (await IsThereAsync(cancel))
        {
            return;
        }

        await using var database = new NpgsqlCommand("create database sopkinerja owner sopkinerja", administrator);
        await database.ExecuteNonQueryAsync(cancel);
    }

    private async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString);
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (PostgresException missing) when (
            missing.SqlState is PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }

    private string ConnectionTo(string database, string user) => new NpgsqlConnectionStringBuilder
    {
        Host = _socketFolder,
        Port = 5432,
        Database = database,
        Username = user,
        GssEncryptionMode = GssEncryptionMode.Disable,
        SslMode = SslMode.Disable,
        // The server keeps 3 of its 100 connections for the superuser; tools such as a backup need some too.
        MaxPoolSize = 80,
        Pooling = user is DatabaseName or RuntimeUser,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _watch;
        _stopping.Dispose();
        if (_socketFolder.Length > 0)
        {
            var (code, _, error) = await _cluster.StopServerAsync(CancellationToken.None);
            if (code != 0)
            {
                _log($"Server basis data tidak berhenti dengan baik: {error}");
            }

            await _cluster.RemoveSocketFolderAsync(_socketFolder, CancellationToken.None);
            _socketFolder = "";
        }

        await _cluster.DisposeAsync();
    }
}
