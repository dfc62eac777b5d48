using System.Diagnostics;
using System.Globalization;

namespace SopKinerja.PrivatePostgres;

/// <summary>The PostgreSQL programs of this machine, run on one cluster folder by the account that owns it.</summary>
internal sealed class PostgresPrograms(string bin, string folder, string? owner)
{
    private const int OldestMajor = 15;
    private const string ServerAccount = "postgres";

    /// <summary>
    /// Root reaches every folder, the server's account may not (Debian's /root is 0700): the programs get the folder as an open
    /// file descriptor, which needs no permission on the folders above it.
    /// </summary>
    public string DataPath => owner is null ? folder : "/proc/self/fd/9";

    /// <summary>Finds programs of the given major version, or the newest there are when it is null.</summary>
    public static string Find(string? major)
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var found = debian
            .Select(path => (Major: Path.GetFileName(path), Bin: Path.Combine(path, "bin")))
            .Where(it => File.Exists(Path.Combine(it.Bin, "postgres")) && File.Exists(Path.Combine(it.Bin, "initdb")))
            .Where(it => int.TryParse(it.Major, CultureInfo.InvariantCulture, out var number) && number >= OldestMajor)
            .OrderByDescending(it => int.Parse(it.Major, CultureInfo.InvariantCulture))
            .ToList();

        if (found.Find(it => major is null || it.Major == major) is { Bin: { } bin })
        {
            return bin;
        }

        return OnPath(major) ?? throw new ServerRefusedException(major is null
            ? "Server PostgreSQL (versi 15 atau lebih baru) tidak ditemukan di mesin ini. Pasang dengan: apt-get install postgresql."
            : $"Basis data ini milik PostgreSQL {major}, tetapi program versi itu tidak ada di mesin ini. " +
              $"Pasang dengan: apt-get install postgresql-{major}.");
    }

    private static string? OnPath(string? major) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(path => File.Exists(Path.Combine(path, "initdb"))
            && File.Exists(Path.Combine(path, "postgres")) && Fits(path, major));

    private static bool Fits(string bin, string? major)
    {
        using var version = Process.Start(new ProcessStartInfo(Path.Combine(bin, "postgres"), "--version")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var number = version.StandardOutput.ReadToEnd().Split(' ').ElementAtOrDefault(2)?.Split('.')[0];
        return int.TryParse(number, CultureInfo.InvariantCulture, out var found)
            && found >= OldestMajor && (major is null || number == major);
    }

    /// <summary>The "uid:gid" that a new cluster belongs to when the program runs as root; null when it runs as anyone else.</summary>
    public static async Task<string?> NewOwnerAsync(CancellationToken cancel)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var (code, line, _) = await ShellAsync("echo \"$(id -u \"$1\"):$(id -g \"$1\")\"", [ServerAccount], cancel);
        return code == 0 && line.Length > 1 && line[0] != ':'
            ? line
            : throw new ServerRefusedException(
                "PostgreSQL tidak boleh dijalankan oleh root dan akun 'postgres' tidak ada di mesin ini. " +
                "Pasang dengan: apt-get install postgresql, atau jalankan program ini dengan akun biasa.");
    }

    /// <summary>The "uid:gid" that an existing cluster belongs to when the program runs as root; null when it runs as anyone
    /// else.</summary>
    public static async Task<string?> OwnerAsync(string folder, CancellationToken cancel)
    {
        var (_, line, _) = await ShellAsync("stat -c %u:%g \"$1\"; id -u", [folder], cancel);
        var (owner, me) = (line.Split('\n')[0], line.Split('\n')[^1]);
        if (me != "0")
        {
            return owner.StartsWith(me + ":", StringComparison.Ordinal)
                ? null
                : throw new ServerRefusedException(
                    $"Folder basis data {folder} dibuat oleh akun lain. Jalankan program ini dengan akun yang sama seperti sebelumnya "
                    + "(mungkin root).");
        }

        return owner.StartsWith("0:", StringComparison.Ordinal)
            ? throw new ServerRefusedException(
                $"Folder basis data {folder} dimiliki root, sedangkan PostgreSQL menolak berjalan sebagai root. " +
                $"Kembalikan pemiliknya dengan: chown -R postgres:postgres '{folder}'.")
            : owner;
    }

    public Task<(int Code, string Output, string Error)> RunAsync(string program, string[] arguments, CancellationToken cancel)
    {
        var path = program is "sh" or "mkdir" ? $"/bin/{program}" : Path.Combine(bin, program);
        return owner?.Split(':') is [var uid, var gid]
            ? ShellAsync(
                "exec 9<\"$1\"; shift; exec \"$@\"",
                [folder, "setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", path, .. arguments],
                cancel)
            : ShellAsync("exec \"$@\"", [path, .. arguments], cancel);
    }

    public static async Task<IReadOnlyList<int>> ProcessesInAsync(string folder, CancellationToken cancel)
    {
        const string script =
            """
            for p in /proc/[0-9]*; do
              [ "$p/cwd" -ef "$1" ] && read -r name < "$p/comm" && [ "$name" = postgres ] && echo "${p#/proc/}"
            done 2>/dev/null; true
            """;
        var (_, output, _) = await ShellAsync(script, [folder], cancel);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(it => int.Parse(it, CultureInfo.InvariantCulture))];
    }

    public static async Task<(int Code, string Output, string Error)> ShellAsync(
        string script, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script, "sh", .. arguments])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, (await output).Trim(), (await error).Trim());
    }
}
