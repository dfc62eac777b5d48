using System.Globalization;
using System.Diagnostics;

namespace SopKinerja.Benchmarks;

/// <summary>Every page against the floor, taking turns, because a machine does not go equally fast all the time.</summary>
public static class Comparison
{
    /// <summary>
    /// So long the pages are asked for, by turns, before the first is measured: code is compiled anew after 30 calls and again later,
    /// beside the work, and a server that has run for some minutes is what people meet. The cold start is measured by itself.
    /// </summary>
    private const double WarmUpSeconds = 90;

    /// <summary>Measures and prints the table.</summary>
    public static async Task RunAsync(BenchmarkSite site, Settings settings)
    {
        Console.WriteLine($"{settings.Rounds} rounds of {settings.Seconds} s each, {settings.Connections} connections, "
            + $"{Environment.ProcessorCount} processors; the load is made in the same process.");
        Console.WriteLine(
            "| Page | As | Bytes | Commands | Pages/s | Floor/s | Ratio (lowest–highest) | p50 | p95 | Floor p95 | CPU | Floor CPU |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        var all = await site.KeysAsync("select id from dossiers where id % 997 = 0 order by id");
        List<Subject> subjects = [];
        foreach (
            var page in Pages.Rows.Where(p => settings.Only is null || p.Nama.Contains(settings.Only, StringComparison.OrdinalIgnoreCase)))
        {
            subjects.Add(await SubjectAsync(site, page, all));
        }

        const int Turns = 3;
        var brief = settings with { Seconds = WarmUpSeconds / Turns / subjects.Count };
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var subject in subjects)
            {
                await TurnAsync(site, subject.Cookies, subject.Paths, brief);
                await TurnAsync(site, "", subject.Floors, brief with { Seconds = 0.2 });
            }
        }

        foreach (var subject in subjects)
        {
            Console.WriteLine(await MeasureAsync(site, settings, subject));
        }
    }

    /// <exception cref="InvalidOperationException">No dossier fits the page, or it answers with anything but 200.</exception>
    private static async Task<Subject> SubjectAsync(BenchmarkSite site, PageRow page, IReadOnlyList<long> all)
    {
        var keys = page.Keys is null ? [0] : await site.KeysAsync(page.Keys);
        string[] paths = keys.Count == 0
            ? throw new InvalidOperationException($"No dossier fits the page “{page.Nama}”.")
            : [.. keys.Select(id => page.Path.Replace("{id}", id.ToString(), StringComparison.Ordinal))];
        var cookies = page.User == Pages.Nobody ? "" : (await site.SignInAsync(page.User)).GetCookieHeader(site.Address);
        var (bytes, commands) = await LookAsync(site, cookies, paths);
        return new(page, cookies, paths, [.. all.Select(id => $"/lantai/{bytes}/{id}")], bytes, commands);
    }

    private static async Task<string> MeasureAsync(BenchmarkSite site, Settings settings, Subject subject)
    {
        List<Turn> mine = [], floor = [];
        for (var round = 0; round < settings.Rounds; round++)
        {
            // The second of a pair finds the machine warmer than the first: each is first every other time.
            if (round % 2 == 0)
            {
                floor.Add(await TurnAsync(site, "", subject.Floors, settings));
            }

            mine.Add(await TurnAsync(site, subject.Cookies, subject.Paths, settings));
            if (round % 2 == 1)
            {
                floor.Add(await TurnAsync(site, "", subject.Floors, settings));
            }
        }

        double[] ratios = [.. mine.Zip(floor, (m, f) => m.PerSecond / f.PerSecond).Order()];
        double[] times = [.. mine.SelectMany(t => t.Milliseconds).Order()];
        double[] floorTimes = [.. floor.SelectMany(t => t.Milliseconds).Order()];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {subject.Page.Nama} | {subject.Page.User} | {subject.Bytes:N0} | {subject.Commands} | {Median(mine):N0} | "
            + $"{Median(floor):N0} | **{ratios[ratios.Length / 2]:0.00}** ({ratios[0]:0.00}–{ratios[^1]:0.00}) | {At(times, 0.50):0.0} ms "
            + $"| {At(times, 0.95):0.0} ms | {At(floorTimes, 0.95):0.0} ms | {Processor(mine):0.00} ms | {Processor(floor):0.00} ms |");
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

    private sealed record Subject(PageRow Page, string Cookies, string[] Paths, string[] Floors, int Bytes, int Commands);

    /// <param name="PerSecond">Pages a second.</param>
    /// <param name="Milliseconds">How long each of them took.</param>
    /// <param name="Processor">Milliseconds of processor time of this process for one page, the load itself included, the database's
    /// not.</param>
    private sealed record Turn(double PerSecond, double[] Milliseconds, double Processor);
}
