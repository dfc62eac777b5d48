using System.Diagnostics;

namespace SopKinerja.Benchmarks;

/// <summary>Every page against the floor, taking turns, because a machine does not go equally fast all the time.</summary>
public static class Comparison
{
    /// <summary>So often every page is asked for before it is measured: its code is compiled anew after 30 calls and again later.</summary>
    private const int WarmUp = 400;

    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(40);

    /// <summary>Measures and prints the table.</summary>
    public static async Task RunAsync(BenchmarkSite site, Settings settings)
    {
        Console.WriteLine($"{settings.Rounds} rounds of {settings.Seconds} s each, {settings.Connections} connections, {Environment.ProcessorCount} processors; the load is made in the same process.");
        Console.WriteLine("| Page | As | Bytes | Commands | Pages/s | Floor/s | Ratio (lowest–highest) | p50 | p95 | Floor p95 | CPU | Floor CPU |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var all = await site.KeysAsync("select id from dossiers where id % 997 = 0 order by id");
        foreach (var page in Pages.Rows.Where(p => settings.Only is null || p.Nama.Contains(settings.Only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.WriteLine(await MeasureAsync(site, settings, page, all));
        }
    }

    private static async Task<string> MeasureAsync(BenchmarkSite site, Settings settings, PageRow page, IReadOnlyList<long> all)
    {
        var keys = page.Keys is null ? [0] : await site.KeysAsync(page.Keys);
        if (keys.Count == 0)
        {
            return $"| {page.Nama} | {page.User} | no dossier fits |";
        }

        string[] paths = [.. keys.Select(id => page.Path.Replace("{id}", id.ToString(), StringComparison.Ordinal))];
        var cookies = (await site.SignInAsync(page.User)).GetCookieHeader(site.Address);
        var (bytes, commands) = (0, 0);
        try
        {
            (bytes, commands) = await LookAsync(site, cookies, paths);
        }
        catch (InvalidOperationException refused)
        {
            return $"| {page.Nama} | {page.User} | {refused.Message} |";
        }

        string[] floors = [.. all.Select(id => $"/lantai/{bytes}/{id}")];
        await WarmUpAsync(site, "", floors);
        await WarmUpAsync(site, cookies, paths);
        List<Turn> mine = [], floor = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            // The second of a pair finds the machine warmer than the first: each is first every other time.
            if (round % 2 == 0)
            {
                floor.Add(await TurnAsync(site, "", floors, settings));
            }

            mine.Add(await TurnAsync(site, cookies, paths, settings));
            if (round % 2 == 1)
            {
                floor.Add(await TurnAsync(site, "", floors, settings));
            }
        }

        double[] ratios = [.. mine.Zip(floor, (m, f) => m.PerSecond / f.PerSecond).Order()];
        double[] times = [.. mine.SelectMany(t => t.Milliseconds).Order()];
        double[] floorTimes = [.. floor.SelectMany(t => t.Milliseconds).Order()];
        return FormattableString.Invariant(
            $"| {page.Nama} | {page.User} | {bytes:N0} | {commands} | {Median(mine):N0} | {Median(floor):N0} | **{ratios[ratios.Length / 2]:0.00}** ({ratios[0]:0.00}–{ratios[^1]:0.00}) | {At(times, 0.50):0.0} ms | {At(times, 0.95):0.0} ms | {At(floorTimes, 0.95):0.0} ms | {Processor(mine):0.00} ms | {Processor(floor):0.00} ms |");
    }

    /// <summary>How large the pages are on average, and how many commands one of them sends to the database at most.</summary>
    private static async Task<(int Bytes, int Commands)> LookAsync(BenchmarkSite site, string cookies, string[] paths)
    {
        using var connection = new KeepAlive(site.Address, cookies);
        await connection.GetAsync(paths[0]);
        await connection.GetAsync(paths[0]);
        using var counter = new CommandCounter();
        var (bytes, most) = (0L, 0);
        foreach (var path in paths)
        {
            counter.Reset();
            bytes += await connection.GetAsync(path);
            most = Math.Max(most, counter.Count);
        }

        return ((int)(bytes / paths.Length), most);
    }

    private static async Task WarmUpAsync(BenchmarkSite site, string cookies, string[] paths)
    {
        var watch = Stopwatch.StartNew();
        using var connection = new KeepAlive(site.Address, cookies);
        for (var i = 0; i < WarmUp && watch.Elapsed < LongestWarmUp; i++)
        {
            await connection.GetAsync(paths[i % paths.Length]);
        }
    }

    private static async Task<Turn> TurnAsync(BenchmarkSite site, string cookies, string[] paths, Settings settings)
    {
        var watch = Stopwatch.StartNew();
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var until = TimeSpan.FromSeconds(settings.Seconds);
        var times = await Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(n => Task.Run(async () =>
        {
            using var connection = new KeepAlive(site.Address, cookies);
            List<double> mine = [];
            for (var i = n * paths.Length / settings.Connections; watch.Elapsed < until; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await connection.GetAsync(paths[i % paths.Length]);
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            return mine;
        })));
        double[] together = [.. times.SelectMany(t => t)];
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        return new(together.Length / watch.Elapsed.TotalSeconds, together, spent.TotalMilliseconds / together.Length);
    }

    private static double Median(List<Turn> turns) => turns.Select(t => t.PerSecond).Order().ElementAt(turns.Count / 2);

    private static double Processor(List<Turn> turns) => turns.Select(t => t.Processor).Order().ElementAt(turns.Count / 2);

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];

    /// <param name="PerSecond">Pages a second.</param>
    /// <param name="Milliseconds">How long each of them took.</param>
    /// <param name="Processor">Milliseconds of processor time of this process for one page, the load itself included, the database's not.</param>
    private sealed record Turn(double PerSecond, double[] Milliseconds, double Processor);
}
