using System.Diagnostics;
using System.Globalization;

namespace SopKinerja.PrivatePostgres;

/// <summary>
/// The folder of the program's own PostgreSQL on disk: held by one program at a time, made when it is not there yet, and freed from
/// whatever an earlier server left in it.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string SocketPrefix = "sopkinerja-soket-";
    private const int LongestSocketFolder = 80;

    private readonly bool _throwAway;
    private readonly FileStream _lock;
    private readonly Action<string> _log;
    private PostgresPrograms? _programs;

    private PostgresCluster(string dataDirectory, bool throwAway, Action<string> log)
    {
        Folder = ClusterIn(dataDirectory);
        (_lock, _throwAway, _log) = (TakeLock(dataDirectory), throwAway, log);
    }

    public string Folder { get; }

    public PostgresPrograms Programs => _programs ?? throw new InvalidOperationException("The cluster has not been found yet.");

    /// <exception cref="ServerRefusedException">It cannot be used; the message says what to do.</exception>
    public static async Task<PostgresCluster> OpenAsync(string dataDirectory, bool throwAway, Action<string> log, CancellationToken cancel)
    {
        var cluster = new PostgresCluster(dataDirectory, throwAway, log);
        try
        {
            await cluster.FindOrMakeAsync(cancel);
            await cluster.EndWhatIsLeftAsync(cancel);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes a data folder and ends its server, unless a program is using it; says whether it did.</summary>
    public static async Task<bool> TryRemoveAsync(string dataDirectory)
    {
        if (!File.Exists(LockIn(dataDirectory)))
        {
            return false;
        }

        try
        {
            await using var cluster = new PostgresCluster(dataDirectory, throwAway: true, _ => { });
            if (Directory.Exists(cluster.Folder))
            {
                cluster._programs = await cluster.FindProgramsAsync(CancellationToken.None);
                await cluster.EndWhatIsLeftAsync(CancellationToken.None);
            }

            Directory.Delete(dataDirectory, recursive: true);
            return true;
        }
        catch (Exception taken) when (taken is ServerRefusedException or IOException)
        {
            return false;
        }
    }

    public Task<(int Code, string Output, string Error)> StopServerAsync(CancellationToken cancel) => Programs.RunAsync(
        "pg_ctl", ["stop", "-D", Programs.DataPath, "-w", "-t", "60", "-m", _throwAway ? "immediate" : "fast"], cancel);

    /// <summary>A socket's path holds at most 107 bytes, so it lives in a short private folder and not under the data.</summary>
    public async Task<string> MakeSocketFolderAsync(CancellationToken cancel)
    {
        var parent = Path.GetTempPath();
        const string name = SocketPrefix + "XXXXXXXX";
        var template = Path.Combine(parent.Length > LongestSocketFolder || parent.Contains('\'') ? "/tmp" : parent, name);
        var (code, path, error) = await Programs.RunAsync(
            "sh", ["-c", "mktemp -d \"$1\" || mktemp -d \"$2\"", "sh", template, "/tmp/" + name], cancel);
        return code == 0
            ? path
            : throw new ServerRefusedException(
                $"Folder soket basis data tidak dapat dibuat: {error}. Periksa izin dan ruang folder sementara {parent}.");
    }

    /// <summary>The same folder once more: whoever is connected knows its name.</summary>
    public async Task RemakeSocketFolderAsync(string path, CancellationToken cancel)
    {
        await RemoveSocketFolderAsync(path, cancel);
        var (code, _, error) = await Programs.RunAsync("mkdir", ["-m", "700", path], cancel);
        if (code != 0)
        {
            throw new ServerRefusedException($"Folder soket basis data {path} tidak dapat dibuat lagi: {error}.");
        }
    }

    /// <summary>Ends when the server does; at once when there is none.</summary>
    public async Task WaitForEndAsync(CancellationToken cancel)
    {
        var pidFile = Path.Combine(Folder, "postmaster.pid");
        if (!File.Exists(pidFile)
            || !int.TryParse((await File.ReadAllLinesAsync(pidFile, cancel)).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid))
        {
            return;
        }

        try
        {
            using var server = Process.GetProcessById(pid);
            await server.WaitForExitAsync(cancel);
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    public async Task RemoveSocketFolderAsync(string path, CancellationToken cancel) => await Programs.RunAsync(
        "sh", ["-c", "rm -f \"$1/.s.PGSQL.5432\" \"$1/.s.PGSQL.5432.lock\"; rmdir \"$1\"", "sh", path], cancel);

    public ValueTask DisposeAsync() => _lock.DisposeAsync();

    private static string ClusterIn(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "postgres");

    private static string LockIn(string dataDirectory) => ClusterIn(dataDirectory) + ".lock";

    private static FileStream TakeLock(string dataDirectory)
    {
        if (WritableFolder.WhyNot(dataDirectory) is { } whyNot)
        {
            throw new ServerRefusedException(whyNot);
        }

        try
        {
            return new FileStream(LockIn(dataDirectory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new ServerRefusedException(
                $"Berkas {LockIn(dataDirectory)} milik akun lain. Jalankan program ini dengan akun yang sama seperti sebelumnya, "
                + "atau pilih folder lain dengan SOP_DATA.", cause);
        }
        catch (IOException cause)
        {
            throw new ServerRefusedException(
                $"Folder data {dataDirectory} sedang dipakai oleh SopKinerja yang lain. " +
                "Hentikan program itu dahulu, atau pilih folder lain dengan SOP_DATA.",
                cause);
        }
    }

    private async Task FindOrMakeAsync(CancellationToken cancel)
    {
        if (File.Exists(Folder))
        {
            throw new ServerRefusedException($"{Folder} bukan folder. Pindahkan berkas itu, lalu jalankan lagi.");
        }

        if (!Directory.Exists(Folder))
        {
            await MakeAsync(cancel);
        }

        _programs = await FindProgramsAsync(cancel);
    }

    private async Task<PostgresPrograms> FindProgramsAsync(CancellationToken cancel)
    {
        var owner = await PostgresPrograms.OwnerAsync(Folder, cancel);
        var versionFile = Path.Combine(Folder, "PG_VERSION");
        return File.Exists(versionFile)
            ? new PostgresPrograms(PostgresPrograms.Find((await File.ReadAllTextAsync(versionFile, cancel)).Trim()), Folder, owner)
            : throw new ServerRefusedException(
                $"Folder {Folder} bukan folder basis data PostgreSQL. Pindahkan folder itu, lalu jalankan lagi.");
    }

    /// <summary>The folder gets its name only when it is whole: a program killed half-way leaves nothing that looks like a
    /// cluster.</summary>
    private async Task MakeAsync(CancellationToken cancel)
    {
        var bin = PostgresPrograms.Find(major: null);
        var owner = await PostgresPrograms.NewOwnerAsync(cancel);
        var unfinished = Folder + ".baru";
        _log("Menyiapkan basis data PostgreSQL baru.");

        var ownership = owner?.Split(':') is [var uid, var gid] ? new[] { "-o", uid, "-g", gid } : [];
        Check(await PostgresPrograms.ShellAsync(
            "rm -rf \"$1\"; shift; exec \"$@\"", [unfinished, "install", "-d", "-m", "700", .. ownership, unfinished], cancel));

        var programs = new PostgresPrograms(bin, unfinished, owner);
        string[] arguments =
        [
            "-D", programs.DataPath, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums",
            // The socket's folder is closed to everyone but the server's account and root, who own the files anyway.
            "--auth-local=trust", "--auth-host=reject",
        ];
        Check(await programs.RunAsync("initdb", _throwAway ? [.. arguments, "--no-sync"] : arguments, cancel));
        Directory.Move(unfinished, Folder);
    }

    /// <summary>
    /// After a kill the old server may still run, or only some of its processes, or only its pid file, whose number may by now be
    /// someone else's. The processes that work in the folder are the truth.
    /// </summary>
    public async Task EndWhatIsLeftAsync(CancellationToken cancel)
    {
        var pidFile = Path.Combine(Folder, "postmaster.pid");
        if (!File.Exists(pidFile))
        {
            return;
        }

        var lines = await File.ReadAllLinesAsync(pidFile, cancel);
        var running = await PostgresPrograms.ProcessesInAsync(Folder, cancel);
        if (running.Any(pid => pid.ToString(CultureInfo.InvariantCulture) == lines.FirstOrDefault()?.Trim()))
        {
            _log("Menghentikan server basis data yang tertinggal dari proses sebelumnya.");
            await StopServerAsync(cancel);
            running = await PostgresPrograms.ProcessesInAsync(Folder, cancel);
        }

        foreach (var pid in running)
        {
            await EndAsync(pid, cancel);
        }

        await Programs.RunAsync("sh", ["-c", "rm -f \"$1/postmaster.pid\"", "sh", Programs.DataPath], cancel);
        if (lines.ElementAtOrDefault(4)?.Trim() is { } socketFolder
            && Path.GetFileName(socketFolder).StartsWith(SocketPrefix, StringComparison.Ordinal))
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
            throw new ServerRefusedException(
                $"Proses PostgreSQL {number} dari proses sebelumnya masih memakai {Folder} dan tidak dapat dihentikan. Hentikan proses "
                + "itu, lalu jalankan lagi.");
        }
    }

    private void Check((int Code, string Output, string Error) result)
    {
        if (result.Code != 0)
        {
            throw new ServerRefusedException($"Basis data tidak dapat disiapkan di {Folder}: {result.Error} {result.Output}");
        }
    }
}
