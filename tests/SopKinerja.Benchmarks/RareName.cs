using System.Diagnostics;
using System.Globalization;

namespace SopKinerja.Benchmarks;

/// <summary>A rare name made of two frequent words, sought on its page among 100,000 and among 1,000,000 dossiers in one run.</summary>
public static class RareName
{
    private const string Path = "/berkas?cari=supian+noor";

    private const string Query = """
        select d.id from dossiers d where d.asn_cari in (
            select s.name from search_names s
            where s.name like '%' || search_form('supian') || '%' and s.name like '%' || search_form('noor') || '%')
        order by d.id desc limit 26
        """;

    private const int People = 4_000;

    private const int Times = 400;

    public static async Task RunAsync(BenchmarkSite site)
    {
        await site.MakeAsync("Names.sql", 1, People);
        using var connection = new KeepAlive(site.Address, (await site.SignInAsync("analis")).GetCookieHeader(site.Address));
        // Code is compiled anew while it runs: the first size must not pay for it.
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(20))
        {
            await connection.GetAsync(Path);
        }

        Console.WriteLine($"Medians of {Times} answers, one after the other; {Environment.ProcessorCount} processors.");
        Console.WriteLine("| Dossiers | Names | Found | Page | Its search alone |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        var few = await MeasureAsync(site, connection);
        await site.MakeAsync("Names.sql", People + 1, 10 * People);
        var many = await MeasureAsync(site, connection);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Ratio, ten times the dossiers: page {many.Page / few.Page:0.00}, search alone {many.Query / few.Query:0.00}."));
    }

    private static async Task<(double Page, double Query)> MeasureAsync(BenchmarkSite site, KeepAlive connection)
    {
        var page = await MedianAsync(() => connection.GetAsync(Path));
        var query = await MedianAsync(() => site.KeysAsync(Query));
        var counts = await site.KeysAsync("select count(*) from dossiers union all select count(*) from search_names");
        var found = await site.KeysAsync(Query);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {counts[0]:N0} | {counts[1]:N0} | {found.Count} | {page:0.00} ms | {query:0.00} ms |"));
        return (page, query);
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> ask)
    {
        for (var i = 0; i < Times / 4; i++)
        {
            await ask();
        }

        var times = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(Times / 2);
    }
}
