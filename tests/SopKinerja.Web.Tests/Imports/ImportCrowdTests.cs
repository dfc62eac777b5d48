using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain;
using SopKinerja.Web.Tests.Site;
using Xunit.Abstractions;

namespace SopKinerja.Web.Tests.Imports;

/// <summary>As many people as a regency has go through one import; SOP_IMPOR says how many, 7000 for the measure in
/// docs/decisions/0052.</summary>
public sealed class ImportCrowdTests(SopSite site, ITestOutputHelper output) : IClassFixture<SopSite>
{
    private const long Most = 300L * 1024 * 1024;

    public static readonly int Many = int.Parse(Environment.GetEnvironmentVariable("SOP_IMPOR") ?? "420", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_crowd_takes_no_more_memory_than_a_small_server_has()
    {
        using var admin = await site.SignInAsync("admin");
        var file = Sheets.Crowd(Many);
        GC.Collect();
        using var ended = new CancellationTokenSource();
        var (before, watching) = (Environment.WorkingSet, PeakAsync(ended.Token));

        var clock = Stopwatch.StartNew();
        var page = await admin.SendAsync("pegawai", file);
        var judged = clock.Elapsed;
        page = await page.PressAsync("Simpan semua");
        clock.Restart();
        await site.WorkAsync();
        var stored = clock.Elapsed;
        var run = page.RunOf();
        clock.Restart();
        var again = await admin.SendAsync("pegawai", file);
        var equal = clock.Elapsed;
        await ended.CancelAsync();
        var peak = await watching - before;

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Many} people: judged in {judged.TotalSeconds:0.0} s, stored in {stored.TotalSeconds:0.0} s ({Many / stored.TotalSeconds:0} a second), "
            + $"judged again in {equal.TotalSeconds:0.0} s; at most {peak / 1048576.0:0} MiB more than before."));
        Assert.Equal(Many, await site.StoredAsync(run));
        Assert.Contains($"Sama: {Angka.Ringkas(Many)}", again.Text, StringComparison.Ordinal);
        Assert.InRange(peak, 0, Most);
        Assert.Equal(Many, await site.AskAsync(db => db.Pegawai.CountAsync(p => p.Nama.StartsWith("Orang Ke-"))));
    }

    private static async Task<long> PeakAsync(CancellationToken ended)
    {
        var peak = Environment.WorkingSet;
        while (!ended.IsCancellationRequested)
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            await Task.Delay(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        }

        return peak;
    }
}
