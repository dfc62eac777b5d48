using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Commands;

/// <summary>Command "verify": computes every stored result and hashes every stored document again, with the signatures in it.</summary>
public static class VerifyCommand
{
    /// <summary>Exit code 0 when all is as it was stored, 1 when anything is not.</summary>
    public static async Task<int> RunAsync(TextWriter output, TextWriter progress, CancellationToken cancel)
    {
        var configuration = Configuration.Load();
        await using var database = await Database.OpenAsync(configuration, progress.WriteLine, cancel);
        return await RunAsync(database.ConnectionString, output, progress, cancel, BsreChain.Read(
            configuration[$"{BsreSettings.Section}:{nameof(BsreSettings.Induk)}"]));
    }

    internal static async Task<int> RunAsync(
        string connectionString, TextWriter output, TextWriter progress, CancellationToken cancel, BsreChain? chain = null)
    {
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connectionString).Options);
        var signatures = new BsreSignatures(chain ?? new([]));
        var report = await new Verification(db, progress.WriteLine) { Bsre = signatures }.RunAsync(cancel);
        foreach (var fault in report.Faults)
        {
            await output.WriteLineAsync(fault);
        }

        if (report.ByBsre > 0 && !signatures.ChecksChain)
        {
            await output.WriteLineAsync($"{report.ByBsre} tanda tangan lewat BSrE: {BsreChain.NotChecked}");
        }

        await output.WriteLineAsync($"{report.Results} hasil dihitung ulang dan {report.Documents} dokumen diperiksa. "
            + (report.Signatures == 0 ? "" : $"{report.Signatures} tanda tangan di dalamnya diperiksa. ")
            + (report.Scans == 0 ? "" : $"{report.Scans} pindaian diperiksa. ")
            + (report.Faults.Count == 0 ? "Semuanya sama dengan yang disimpan." : $"Temuan: {report.Faults.Count}."));
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
