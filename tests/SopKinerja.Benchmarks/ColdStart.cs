using System.Globalization;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SopKinerja.Benchmarks;

/// <summary>How long someone waits for a program that is started over an existing database.</summary>
public static class ColdStart
{
    private const int Times = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Starts the built program some times and prints the medians.</summary>
    public static async Task RunAsync(BenchmarkSite site)
    {
        List<double> door = [], inside = [];
        for (var i = 0; i < Times; i++)
        {
            var (masuk, tugas) = await StartAsync(site);
            door.Add(masuk);
            inside.Add(tugas);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Cold start, median of {Times} (highest): /masuk after {door.Order().ElementAt(Times / 2):0.00} s ({door.Max():0.00} s), the "
            + $"first page of somebody signed in after {inside.Order().ElementAt(Times / 2):0.00} s ({inside.Max():0.00} s)."));
    }

    private static async Task<(double Masuk, double Tugas)> StartAsync(BenchmarkSite site)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var data = Directory.CreateTempSubdirectory("sopkinerja-ukur-").FullName;
        var watch = Stopwatch.StartNew();
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", Path.Combine(BenchmarkSite.WebFolder, "bin", "Release", "net10.0", "SopKinerja.Web.dll"))
        {
            WorkingDirectory = BenchmarkSite.WebFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ConnectionStrings__Sop"] = site.RuntimeConnectionString,
                ["SOP_URLS"] = address.ToString(),
                ["SOP_DATA"] = data,
            },
        })!;
        try
        {
            program.OutputDataReceived += (_, _) => { };
            program.BeginOutputReadLine();
            await FirstPageAsync(address, program, watch);
            var masuk = watch.Elapsed.TotalSeconds;
            using var handler = new SocketsHttpHandler { CookieContainer = await site.SignInAsync("analis", address) };
            using var client = new HttpClient(handler) { BaseAddress = address };
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK
                ? (masuk, watch.Elapsed.TotalSeconds)
                : throw new InvalidOperationException($"The first page answered {answer.StatusCode}.");
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Knocks until someone opens.</summary>
    private static async Task FirstPageAsync(Uri address, Process program, Stopwatch watch)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (watch.Elapsed < Patience && !program.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/masuk", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException refused) when (refused.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await timer.WaitForNextTickAsync();
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
