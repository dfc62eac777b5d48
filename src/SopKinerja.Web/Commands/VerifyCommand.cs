using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Infrastructure;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Commands;

/// <summary>Command "verify": computes every stored result and hashes every stored document again, with the signatures in it.</summary>
public static class VerifyCommand
{
    /// <summary>Exit code 0 when all is as it was stored, 1 when anything is not.</summary>
    /// <param name="output">The report.</param>
    /// <param name="progress">How far it has come.</param>
    /// <param name="cancel">Ends it early.</param>
    public static async Task<int> RunAsync(TextWriter output, TextWriter progress, CancellationToken cancel)
    {
        await using var database = await Database.OpenAsync(Configuration.Load(), progress.WriteLine, cancel);
        return await RunAsync(database.ConnectionString, output, progress, cancel);
    }

    /// <inheritdoc cref="RunAsync(TextWriter, TextWriter, CancellationToken)"/>
    internal static async Task<int> RunAsync(string connectionString, TextWriter output, TextWriter progress, CancellationToken cancel)
    {
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connectionString).Options);
        var report = await new Verification(db, progress.WriteLine).RunAsync(cancel);
        foreach (var fault in report.Faults)
        {
            await output.WriteLineAsync(fault);
        }

        await output.WriteLineAsync($"{report.Results} hasil dihitung ulang dan {report.Documents} dokumen diperiksa. "
            + (report.Signatures == 0 ? "" : $"{report.Signatures} tanda tangan di dalamnya diperiksa. ")
            + (report.Scans == 0 ? "" : $"{report.Scans} pindaian diperiksa. ")
            + (report.Faults.Count == 0 ? "Semuanya sama dengan yang disimpan." : $"Temuan: {report.Faults.Count}."));
        return report.Faults.Count == 0 ? 0 : 1;
    }
}
