using System.Diagnostics;
using System.Globalization;

namespace SopKinerja.Web.Signing.WetInk;

/// <summary>Runs a program of the machine over a file from outside: without a shell, without our environment, within limits.</summary>
internal static class BoundedProgram
{
    internal const string Prlimit = "prlimit";

    // More than the words and QR codes of any page.
    private const int MostOutput = 64 * 1024;

    // Of pictures drawn on the way, in bytes; four pages of A4 at 300 dpi are 35 MB.
    private const long MostFile = 256L * 1024 * 1024;

    private const int MostFiles = 64;

    // What prlimit ends with when it cannot start the program.
    private const int CannotStart = 126;
    private const int IsNotThere = 127;

    // Reading and drawing take a whole core: people who use the pages meanwhile keep the rest.
    private static readonly SemaphoreSlim Places = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Does work for which programs are run, in a folder of its own that goes with it.</summary>
    /// <param name="seconds">For all of it, once its turn has come; the token of the work ends with that.</param>
    public static async Task<T> InFolderAsync<T>(int seconds, Func<string, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        await Places.WaitAsync(cancel);
        var folder = Directory.CreateTempSubdirectory("sopkinerja-kerja-").FullName;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            return await work(folder, limit.Token);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            Places.Release();
        }
    }

    /// <exception cref="FileNotFoundException">The program is not there.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">The limits cannot be set.</exception>
    public static async Task<(int Code, string Output)> RunAsync(
        string folder, int megabytes, string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        string[] limits =
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={megabytes * 1024L * 1024}"),
            string.Create(CultureInfo.InvariantCulture, $"--fsize={MostFile}"),
            $"--nofile={MostFiles}", "--core=0",
        ];
        var start = new ProcessStartInfo(Prlimit, [.. limits, "--", program, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        // The connection string stands in our environment. ImageMagick, which zbarimg reads pictures with, takes limits of its own from
        // here.
        foreach (var (name, value) in new[]
        {
            ("PATH", path), ("HOME", folder), ("TMPDIR", folder), ("LC_ALL", "C"), ("MAGICK_THREAD_LIMIT", "1"), ("MAGICK_DISK_LIMIT", "0"),
            ("MAGICK_CONFIGURE_PATH", folder),
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started.");
        process.StandardInput.Close();
        await using var kill = cancel.UnsafeRegister(p => Kill((Process)p!), process);
        var errors = DrainAsync(process.StandardError);
        var output = await DrainAsync(process.StandardOutput);
        await errors;
        await process.WaitForExitAsync(CancellationToken.None);
        cancel.ThrowIfCancellationRequested();
        return process.ExitCode is CannotStart or IsNotThere
            ? throw new FileNotFoundException($"{program} cannot be started.", program)
            : (process.ExitCode, output);
    }

    // What is read beyond the limit is thrown away, so that the program does not wait for a reader.
    private static async Task<string> DrainAsync(StreamReader from)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            kept.Append(buffer, 0, Math.Min(read, MostOutput - kept.Length));
        }

        return kept.ToString();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself meanwhile.
        }
    }
}
