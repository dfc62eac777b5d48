using System.Globalization;
using Npgsql;

namespace SopKinerja.Web.Infrastructure;

/// <summary>The program's own PostgreSQL server under its data folder, started and stopped with it and reached by a socket only.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private const string DatabaseName = "sopkinerja";
    private const string SocketPrefix = "sopkinerja-soket-";
    private const int LongestSocketFolder = 80;

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
        [.. Settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=300"];

    private readonly string _cluster;
    private readonly bool _throwAway;
    private readonly FileStream _lock;
    private readonly Action<string> _log;
    private PostgresPrograms? _programs;
    private string _socketFolder = "";

    private PrivatePostgres(string dataDirectory, FileStream dataLock, bool throwAway, Action<string> log)
    {
        _cluster = ClusterIn(dataDirectory);
        (_lock, _throwAway, _log) = (dataLock, throwAway, log);
    }

    /// <summary>Connects to the database <c>sopkinerja</c> as its owner, who is not a superuser.</summary>
    public string ConnectionString => ConnectionTo(DatabaseName, DatabaseName);

    /// <summary>Connects as the superuser of the cluster.</summary>
    internal string AdministratorConnectionString => ConnectionTo("postgres", "postgres");

    /// <summary>Starts the server of a data folder, making the cluster and the database when they are not there yet.</summary>
    /// <exception cref="StartRefusedException">The server cannot run; the message says what to do.</exception>
    public static Task<PrivatePostgres> StartAsync(string dataDirectory, Action<string> log, CancellationToken cancel) =>
        StartAsync(dataDirectory, throwAway: false, log, cancel);

    internal static async Task<PrivatePostgres> StartAsync(string dataDirectory, bool throwAway, Action<string> log, CancellationToken cancel)
    {
        var server = new PrivatePostgres(dataDirectory, TakeLock(dataDirectory), throwAway, log);
        try
        {
            await server.FindOrMakeClusterAsync(cancel);
            await server.EndWhatIsLeftAsync(cancel);
            await server.StartServerAsync(cancel);
            await server.FindOrMakeDatabaseAsync(cancel);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes a data folder and ends its server, unless a program is using it; says whether it did.</summary>
    internal static async Task<bool> TryRemoveAsync(string dataDirectory)
    {
        if (!File.Exists(LockIn(dataDirectory)))
        {
            return false;
        }

        try
        {
            await using var server = new PrivatePostgres(dataDirectory, TakeLock(dataDirectory), throwAway: true, _ => { });
            if (Directory.Exists(server._cluster))
            {
                server._programs = await server.ProgramsOfClusterAsync(CancellationToken.None);
                await server.EndWhatIsLeftAsync(CancellationToken.None);
            }

            Directory.Delete(dataDirectory, recursive: true);
            return true;
        }
        catch (Exception taken) when (taken is StartRefusedException or IOException)
        {
            return false;
        }
    }

    private static string ClusterIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "postgres");

    private static string LockIn(string dataDirectory) => ClusterIn(dataDirectory) + ".lock";

    private static FileStream TakeLock(string dataDirectory)
    {
        try
        {
            Directory.CreateDirectory(dataDirectory);
            return new FileStream(LockIn(dataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new StartRefusedException(
                $"Folder data {dataDirectory} tidak dapat ditulis oleh akun ini. Periksa pemiliknya, atau pilih folder lain dengan SOP_DATA.", cause);
        }
        catch (IOException cause) when (File.Exists(LockIn(dataDirectory)))
        {
            throw new StartRefusedException(
                $"Folder data {dataDirectory} sedang dipakai oleh SopKinerja yang lain. " +
                "Hentikan program itu dahulu, atau pilih folder lain dengan SOP_DATA.",
                cause);
        }
        catch (IOException cause)
        {
            throw new StartRefusedException($"Folder data {dataDirectory} tidak dapat dibuat: {cause.Message}", cause);
        }
    }

    private async Task FindOrMakeClusterAsync(CancellationToken cancel)
    {
        if (!Directory.Exists(_cluster))
        {
            await MakeClusterAsync(cancel);
        }

        _programs = await ProgramsOfClusterAsync(cancel);
    }

    private async Task<PostgresPrograms> ProgramsOfClusterAsync(CancellationToken cancel)
    {
        var owner = await PostgresPrograms.OwnerAsync(_cluster, cancel);
        var versionFile = Path.Combine(_cluster, "PG_VERSION");
        return File.Exists(versionFile)
            ? new PostgresPrograms(PostgresPrograms.Find((await File.ReadAllTextAsync(versionFile, cancel)).Trim()), _cluster, owner)
            : throw new StartRefusedException(
                $"Folder {_cluster} bukan folder basis data PostgreSQL. Pindahkan folder itu, lalu jalankan lagi.");
    }

    /// <summary>The folder gets its name only when it is whole: a program killed half-way leaves nothing that looks like a cluster.</summary>
    private async Task MakeClusterAsync(CancellationToken cancel)
    {
        var bin = PostgresPrograms.Find(major: null);
        var owner = await PostgresPrograms.NewOwnerAsync(cancel);
        var unfinished = _cluster + ".baru";
        _log("Menyiapkan basis data PostgreSQL baru.");

        var ownership = owner?.Split(':') is [var uid, var gid] ? new[] { "-o", uid, "-g", gid } : [];
        Check(await PostgresPrograms.ShellAsync("rm -rf \"$1\"; shift; exec \"$@\"", [unfinished, "install", "-d", "-m", "700", .. ownership, unfinished], cancel));

        var programs = new PostgresPrograms(bin, unfinished, owner);
        string[] arguments =
        [
            "-D", programs.DataPath, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums",
            // The socket's folder is closed to everyone but the server's account and root, who own the files anyway.
            "--auth-local=trust", "--auth-host=reject",
        ];
        Check(await programs.RunAsync("initdb", _throwAway ? [.. arguments, "--no-sync"] : arguments, cancel));
        Directory.Move(unfinished, _cluster);
    }

    /// <summary>
    /// After a kill the old server may still run, or only some of its processes, or only its pid file, whose number may by now be
    /// somebody else's. The processes that work in the folder are the truth.
    /// </summary>
    private async Task EndWhatIsLeftAsync(CancellationToken cancel)
    {
        var pidFile = Path.Combine(_cluster, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }

        var lines = await File.ReadAllLinesAsync(pidFile, cancel);
        var running = await PostgresPrograms.ProcessesInAsync(_cluster, cancel);
        if (running.Any(pid => pid.ToString(CultureInfo.InvariantCulture) == lines.FirstOrDefault()?.Trim()))
        {
            _log("Menghentikan server basis data yang tertinggal dari proses sebelumnya.");
            await StopServerAsync(cancel);
            running = await PostgresPrograms.ProcessesInAsync(_cluster, cancel);
        }

        foreach (var pid in running)
        {
            await EndAsync(pid, cancel);
        }

        await Programs.RunAsync("sh", ["-c", "rm -f \"$1/postmaster.pid\"", "sh", Programs.DataPath], cancel);
        if (lines.ElementAtOrDefault(4)?.Trim() is { } socketFolder && Path.GetFileName(socketFolder).StartsWith(SocketPrefix, StringComparison.Ordinal))
        {
            await RemoveSocketFolderAsync(socketFolder, cancel);
        }
    }

    /// <summary>A process without its postmaster ends by itself when it is idle; SIGQUIT, then SIGKILL, end one that is busy.</summary>
    private async Task EndAsync(int pid, CancellationToken cancel)
    {
        const string script =
            """
            for signal in QUIT KILL; do
              kill -$signal "$1" || exit 0
              timeout 10 tail --pid="$1" -s 0.1 -f /dev/null && exit 0
            done
            exit 1
            """;
        var number = pid.ToString(CultureInfo.InvariantCulture);
        var (code, _, _) = await Programs.RunAsync("sh", ["-c", script, "sh", number], cancel);
        if (code != 0)
        {
            throw new StartRefusedException(
                $"Proses PostgreSQL {number} dari proses sebelumnya masih memakai {_cluster} dan tidak dapat dihentikan. Hentikan proses itu, lalu jalankan lagi.");
        }
    }

    private async Task StartServerAsync(CancellationToken cancel)
    {
        _socketFolder = await MakeSocketFolderAsync(cancel);
        var logFile = Programs.DataPath + "/server.log";
        await Programs.RunAsync("sh", ["-c", "find -L \"$1\" -maxdepth 1 -size +10M -exec mv {} \"$1.lama\" \\;", "sh", logFile], cancel);

        string[] settings = [.. _throwAway ? ThrowAwaySettings : Settings, "unix_socket_directories=" + _socketFolder];
        var options = string.Join(' ', settings.Select(it => $"-c '{it}'"));
        var (code, _, error) = await Programs.RunAsync(
            "pg_ctl", ["start", "-D", Programs.DataPath, "-w", "-t", "300", "-l", logFile, "-o", options], cancel);
        if (code != 0)
        {
            var (_, tail, _) = await Programs.RunAsync("sh", ["-c", "tail -n 5 \"$1\"", "sh", logFile], CancellationToken.None);
            throw new StartRefusedException(
                $"Server PostgreSQL di {_cluster} tidak mau mulai. Periksa ruang disk dan catatan {_cluster}/server.log, yang berakhir dengan:\n{tail}\n{error}");
        }
    }

    /// <summary>A socket's path holds at most 107 bytes, so it lives in a short private folder and not under the data.</summary>
    private async Task<string> MakeSocketFolderAsync(CancellationToken cancel)
    {
        var parent = Path.GetTempPath();
        const string name = SocketPrefix + "XXXXXXXX";
        var template = Path.Combine(parent.Length > LongestSocketFolder || parent.Contains('\'') ? "/tmp" : parent, name);
        var (code, path, error) = await Programs.RunAsync("sh", ["-c", "mktemp -d \"$1\" || mktemp -d \"$2\"", "sh", template, "/tmp/" + name], cancel);
        return code == 0
            ? path
            : throw new StartRefusedException($"Folder soket basis data tidak dapat dibuat: {error}. Periksa izin dan ruang folder sementara {parent}.");
    }

    private async Task RemoveSocketFolderAsync(string path, CancellationToken cancel) => await Programs.RunAsync(
        "sh", ["-c", "rm -f \"$1/.s.PGSQL.5432\" \"$1/.s.PGSQL.5432.lock\"; rmdir \"$1\"", "sh", path], cancel);

    private async Task FindOrMakeDatabaseAsync(CancellationToken cancel)
    {
        if (await IsThereAsync(cancel))
        {
            return;
        }

        await using var administrator = new NpgsqlConnection(AdministratorConnectionString);
        await administrator.OpenAsync(cancel);
        await using var role = new NpgsqlCommand(
            "do $$ begin create role sopkinerja login; exception when duplicate_object then null; end $$", administrator);
        await role.ExecuteNonQueryAsync(cancel);
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
        Pooling = user == DatabaseName,
    }.ConnectionString;

    private PostgresPrograms Programs => _programs ?? throw new InvalidOperationException("The cluster has not been found yet.");

    private void Check((int Code, string Output, string Error) result)
    {
        if (result.Code != 0)
        {
            throw new StartRefusedException($"Basis data tidak dapat disiapkan di {_cluster}: {result.Error} {result.Output}");
        }
    }

    private Task<(int Code, string Output, string Error)> StopServerAsync(CancellationToken cancel) => Programs.RunAsync(
        "pg_ctl", ["stop", "-D", Programs.DataPath, "-w", "-t", "60", "-m", _throwAway ? "immediate" : "fast"], cancel);

    /// <summary>Stops the server and lets go of the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_socketFolder.Length > 0)
        {
            var (code, _, error) = await StopServerAsync(CancellationToken.None);
            if (code != 0)
            {
                _log($"Server basis data tidak berhenti dengan baik: {error}");
            }

            await RemoveSocketFolderAsync(_socketFolder, CancellationToken.None);
            _socketFolder = "";
        }

        await _lock.DisposeAsync();
    }
}
