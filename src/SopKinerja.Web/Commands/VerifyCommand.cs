using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Commands;

/// <summary>Command "verify": computes every stored result again, hashes every stored file, judges every signature, and holds every kept
/// row against its chain and the seals.</summary>
public static class VerifyCommand
{
    internal const string BeganAsDemo =
        "Basis data ini berawal sebagai dinas contoh: tidak satu pun di dalamnya hasil orang yang sebenarnya.";

    /// <summary>Clocks of two servers, and what was begun before midnight.</summary>
    private static readonly TimeSpan MostApart = TimeSpan.FromDays(1);

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true };

    /// <param name="Seal">File with a seal that was kept elsewhere.</param>
    /// <param name="Since">Day, as yyyy-MM-dd: of documents and scans only the bytes of those added since then are read.</param>
    /// <param name="Authority">SHA-256 of the certificate of the authority, in hexadecimal digits, from outside.</param>
    /// <param name="Report">File for the findings as JSON.</param>
    public sealed record Options(string? Seal, string? Since, string? Authority, string? Report)
    {
        public static readonly Options None = new(null, null, null, null);
    }

    /// <summary>Exit code 0 when all is as it was stored, 1 when anything is not.</summary>
    /// <exception cref="StartRefusedException">An option cannot be read, or the schema is not that of this program.</exception>
    public static async Task<int> RunAsync(Options options, TextWriter output, TextWriter progress, CancellationToken cancel)
    {
        var (seal, since) = (ReadSeal(options.Seal), ReadDay(options.Since));
        var configuration = Configuration.Load();
        await using var database = await Database.OpenAsync(configuration, progress.WriteLine, cancel);
        if (await Migrator.CountPendingAsync(database.ConnectionString, cancel) > 0)
        {
            throw new StartRefusedException("Skema basis data lebih lama daripada program ini. Jalankan perintah migrate dahulu.");
        }

        var chain = BsreChain.Read(configuration[$"{BsreSettings.Section}:{nameof(BsreSettings.Induk)}"],
            configuration[$"{BsreSettings.Section}:{nameof(BsreSettings.DaftarCabut)}"]);
        return await RunAsync(database.ConnectionString, output, progress, cancel, chain, options, seal, since, MostApart,
            db => Redrawing.Of(db, configuration, database.IsPrivate));
    }

    internal static async Task<int> RunAsync(
        string connectionString, TextWriter output, TextWriter progress, CancellationToken cancel, BsreChain? chain = null,
        Options? options = null, Segel? seal = null, DateTimeOffset? since = null, TimeSpan? mostApart = null,
        Func<SopDbContext, Redrawing>? redrawing = null)
    {
        // Both connections look in our schema alone, whatever is set for the role or the database.
        connectionString = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Guards.SearchPath }.ConnectionString;
        await using var db = new SopDbContext(new DbContextOptionsBuilder<SopDbContext>().UseNpgsql(connectionString).Options);
        var signatures = new BsreSignatures(chain ?? new([]));
        var report = await new Verification(db, progress.WriteLine)
        {
            Bsre = signatures,
            Since = since,
            Redrawing = redrawing?.Invoke(db),
        }.RunAsync(cancel);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        var ledger = new LedgerCheck(connection, progress.WriteLine, seal, options?.Authority) { MostApart = mostApart };
        List<string> faults = [.. report.Faults, .. await ledger.RunAsync(cancel)];
        foreach (var fault in faults)
        {
            await output.WriteLineAsync(fault);
        }

        if (report.ByBsre > 0 && !signatures.ChecksChain)
        {
            await output.WriteLineAsync($"{report.ByBsre} tanda tangan lewat BSrE: {BsreChain.NotChecked}");
        }
        else if (report.ByBsre > 0 && chain!.WhatIsNotKnown(TimeProvider.System.GetUtcNow()) is { } unknown)
        {
            await output.WriteLineAsync($"{report.ByBsre} tanda tangan lewat BSrE: {unknown}");
        }

        if (ledger.IsDemo)
        {
            await output.WriteLineAsync(BeganAsDemo);
        }

        foreach (var remark in report.NotRedrawnNamed.Concat(ledger.NightsWithoutSeal))
        {
            await output.WriteLineAsync(remark);
        }

        await output.WriteLineAsync($"{report.Results} hasil dihitung ulang dan {report.Documents} dokumen diperiksa. "
            + (report.Signatures == 0 ? "" : $"{report.Signatures} tanda tangan di dalamnya diperiksa. ")
            + (report.Redrawn == 0 ? "" : $"{report.Redrawn} dokumen tanpa tanda tangan di dalamnya digambar ulang. ")
            + (report.NotRedrawn == 0 ? "" : $"{report.NotRedrawn} dokumen tidak dapat digambar ulang, karena berasal dari edisi, huruf, "
                + "atau setelan lain; isinya diperiksa terhadap rantai catatan. ")
            + (report.Scans == 0 ? "" : $"{report.Scans} pindaian diperiksa. ")
            + $"{ledger.Lines} mata rantai dan {ledger.Seals} segel diperiksa. "
            + (faults.Count == 0 ? "Semuanya sama dengan yang disimpan." : $"Temuan: {faults.Count}."));
        if (options?.Report is { } file)
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(
                new
                {
                    report.Results,
                    report.Documents,
                    report.Signatures,
                    report.Scans,
                    report.Redrawn,
                    report.NotRedrawn,
                    report.NotRedrawnNamed,
                    ledger.Lines,
                    ledger.Seals,
                    ledger.NightsWithoutSeal,
                    ledger.IsDemo,
                    Faults = faults,
                },
                Written), cancel);
        }

        return faults.Count == 0 ? 0 : 1;
    }

    private static Segel? ReadSeal(string? file)
    {
        try
        {
            return file is null ? null : Segel.FromJson(File.ReadAllText(file));
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"Berkas segel {file} tidak dapat dibaca. Pakai berkas segel-….json dari halaman Segel atau dari folder segel.",
                unreadable);
        }
    }

    private static DateTimeOffset? ReadDay(string? day) => day is null ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? Tanggal.Mulai(read)
            : throw new StartRefusedException($"Tanggal “{day}” tidak terbaca. Tulis seperti 2026-11-27.");
}
