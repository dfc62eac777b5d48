using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Spreadsheets;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Puts the good rows of a run into the register, some at a time: each portion with the state of its rows in one transaction, so
/// that whoever goes on after a stop, here or on another server, does none twice.</summary>
public sealed class ImportStore(
    SopDbContext db, IEnumerable<ImportKind> kinds, IUserClaimsPrincipalFactory<Persistence.Account> claims, TimeProvider time,
    ILogger<ImportStore> log)
{
    /// <summary>Others wait for the record while a portion is stored.</summary>
    public const int Portion = 50;

    /// <summary>So many are stored while the page waits; more by the job.</summary>
    public const int AtOnce = 200;

    /// <summary>The name of the job that stores what is too much for a request.</summary>
    public const string Job = "impor";

    private const string Savepoint = "baris";

    /// <summary>Why a run ended before its rows were stored.</summary>
    public const string Ended = "Berhenti sebelum selesai: akun yang menjalankannya sudah ditutup, atau tidak bertugas untuk ini lagi. "
        + "Yang belum masuk harus dimulai lagi oleh yang bertugas.";

    private static readonly string Again = RunVerbs.OfSheets.Again;

    public ImportKind KindOf(string slug) => kinds.Single(k => k.Slug == slug);

    /// <summary>Stores until nothing is left, or until the run is cancelled or who has it stored may not any more.</summary>
    public async Task RunAsync(int id, CancellationToken cancel)
    {
        while (await StorePortionAsync(id, cancel))
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private async Task<bool> StorePortionAsync(int id, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.BeginOwnTransactionAsync();
        // One server at a time: whoever comes second waits and finds the next portion.
        var run = await db.Imports.FromSql($"select * from imports where id = {id} for update").AsNoTracking().SingleAsync(cancel);
        if (run.State != ImportState.Storing)
        {
            return false;
        }

        var kind = KindOf(run.Kind);
        var rows = await PortionAsync(id, cancel);
        var user = rows.Count == 0 ? null : await ActingAsync(kind, run.StoredBy ?? run.AccountId, cancel);
        if (user is null)
        {
            await EndAsync(run, isDone: rows.Count == 0, cancel);
        }
        else
        {
            await kind.LoadAsync(new(user.Actor()), cancel);
            // Judged again: the register may have changed since the dry run.
            var judged = await kind.JudgeAsync(run.Columns, [.. rows.Select(r => new SheetRow(r.No, false, r.Cells))], cancel);
            foreach (var record in rows.Zip(judged).GroupBy(r => r.First.Key))
            {
                await StoreAsync(kind, run.Columns, user, [.. record], db.Database.CurrentTransaction!, cancel);
            }
        }

        await (transaction?.CommitAsync(cancel) ?? Task.CompletedTask);
        return user is not null;
    }

    // A record that has begun in a portion ends in it.
    private async Task<List<ImportRow>> PortionAsync(int id, CancellationToken cancel)
    {
        var first = await db.ImportRows.AsNoTracking().Waiting(id).Take(Portion).Select(r => new { r.Rank, r.Key }).ToListAsync(cancel);
        // Whoever is named by a row stands in a portion before: the register is read once.
        var keys = first.TakeWhile(r => r.Rank == first[0].Rank).Select(r => r.Key).Distinct().ToList();
        // With those that change nothing: a record is judged and stored whole.
        return await db.ImportRows.AsNoTracking()
            .Where(r => r.ImportId == id && !r.IsStored && r.Verdict != ImportVerdict.Wrong && keys.Contains(r.Key))
            .OrderBy(r => r.Rank).ThenBy(r => r.No).ToListAsync(cancel);
    }

    // As whom a row is stored; nobody whose account is closed or who may not import it any more.
    private async Task<ClaimsPrincipal?> ActingAsync(ImportKind kind, int account, CancellationToken cancel) =>
        await db.Users.AsNoTracking().SingleAsync(a => a.Id == account, cancel) is { IsActive: true } found
            && await claims.CreateAsync(found) is var user && kind.MayUse(user.Actor()) ? user : null;

    private async Task EndAsync(Import run, bool isDone, CancellationToken cancel)
    {
        var (state, notes) = isDone ? (ImportState.Done, run.Notes) : (ImportState.Cancelled, [.. run.Notes, Ended]);
        await db.Imports.Where(i => i.Id == run.Id).ExecuteUpdateAsync(
            s => s.SetProperty(i => i.State, state).SetProperty(i => i.Notes, notes).SetProperty(i => i.EndedAt, time.GetUtcNow()), cancel);
        await db.ForgetStoredAsync(run.Id, cancel);
    }

    private async Task StoreAsync(
        ImportKind kind, string[] columns, ClaimsPrincipal user, IReadOnlyList<(ImportRow Row, JudgedRow Now)> record,
        IDbContextTransaction transaction, CancellationToken cancel)
    {
        if (record.All(r => r.Now.Verdict == ImportVerdict.Equal))
        {
            await MarkAsync(record, r => (ImportVerdict.Equal, []), cancel);
            return;
        }

        var stale = record.Select(r => r.Now.Verdict == ImportVerdict.Wrong ? null : WhyStale(r.Row, r.Now)).ToList();
        if (record.Any(r => r.Now.Verdict == ImportVerdict.Wrong) || stale.Exists(s => s is not null))
        {
            await MarkAsync(record, r => (ImportVerdict.Wrong, r.Now.Verdict == ImportVerdict.Wrong ? r.Now.Faults
                : [WhyStale(r.Row, r.Now) ?? stale.OfType<ImportFault>().FirstOrDefault() ?? new(null, Again)]), cancel);
            return;
        }

        await transaction.CreateSavepointAsync(Savepoint, cancel);
        var fault = await WhyNotStoredAsync(kind, user, record[0].Now, cancel);
        db.ChangeTracker.Clear();
        if (fault is null)
        {
            var (import, numbers) = (record[0].Row.ImportId, record.Select(r => r.Row.No).ToList());
            await db.ImportRows.Where(r => r.ImportId == import && numbers.Contains(r.No) && r.Verdict != ImportVerdict.Equal)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.IsStored, true), cancel);
        }
        else
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancel);
            // Whoever was first at the same moment may have done the same.
            await kind.LoadAsync(new(user.Actor()), cancel);
            var again = await kind.JudgeAsync(columns, [.. record.Select(r => r.Now.Row)], cancel);
            var isDone = again.All(r => r.Verdict == ImportVerdict.Equal);
            await MarkAsync(record, _ => isDone ? (ImportVerdict.Equal, []) : (ImportVerdict.Wrong, [fault]), cancel);
        }
    }

    // What was seen in the dry run is what is stored: nobody's later change is undone by it.
    private static ImportFault? WhyStale(ImportRow row, JudgedRow now)
    {
        if ((row.Verdict == ImportVerdict.New) != (now.Verdict == ImportVerdict.New))
        {
            return new(null, $"Sesudah berkas ini diperiksa, data ini {(row.Verdict == ImportVerdict.New ? "ditambahkan" : "dihapus")} "
                + $"orang lain. {Again}");
        }

        // Several may share a column: the rows of a record that are left out. Each was seen once.
        var seen = row.Changes.Select(c => (c.Column, c.From)).ToList();
        var other = row.Verdict == ImportVerdict.New ? null : now.Changes.FirstOrDefault(c => !seen.Remove((c.Column, c.From)));
        return other is null ? null
            : new(other.Column, $"Sesudah berkas ini diperiksa, isian ini diubah orang lain menjadi “{other.From}”. {Again}");
    }

    private async Task<ImportFault?> WhyNotStoredAsync(ImportKind kind, ClaimsPrincipal user, JudgedRow row, CancellationToken cancel)
    {
        try
        {
            var unsaved = await db.WhyNotSavedAsync(
                async () =>
                {
                    await kind.StoreAsync(user, row);
                    // Guards that wait for the end of the transaction speak now, while it is known of which row.
                    await db.Database.ExecuteSqlAsync($"set constraints all immediate", cancel);
                    await db.Database.ExecuteSqlAsync($"set constraints all deferred", cancel);
                },
                cancel);
            return unsaved is null ? null
                : kind.Guards.FirstOrDefault(g => g.Reason == unsaved.Reason) is { } guard
                    ? new(kind.HeadOf(guard.Field), guard.Sentence)
                // A row has no page to be loaded again.
                : unsaved.Reason is UnsavedReason.Stale or UnsavedReason.Taken or UnsavedReason.Final or UnsavedReason.OutOfOrder
                    ? new(null, $"Data ini baru saja diubah orang lain. {kind.Verbs.Again}")
                : new(null, unsaved.Sentence);
        }
        catch (RowRefusedException refused)
        {
            return new(kind.HeadOf(refused.Field), refused.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !IsOfConnection(fault))
        {
            // One row that the program is not ready for never keeps the others from being stored.
            log.LogError(fault, "Row {No} of an import of {Kind} was not stored.", row.Row.No, kind.Slug);
            return new(null, "Baris ini ditolak basis data karena sebab yang tidak dikenal program; sebabnya tercatat di log. "
                + "Isikan dengan tangan, atau sampaikan kepada pengelola server.");
        }
    }

    private static bool IsOfConnection(Exception fault) =>
        Unsaved.IsCut(fault) || Unsaved.Of(fault) is { Reason: UnsavedReason.Unreachable };

    private async Task MarkAsync(
        IReadOnlyList<(ImportRow Row, JudgedRow Now)> record,
        Func<(ImportRow Row, JudgedRow Now), (ImportVerdict Verdict, IReadOnlyList<ImportFault> Faults)> how, CancellationToken cancel)
    {
        foreach (var one in record)
        {
            var (verdict, faults) = how(one);
            await db.ImportRows.Where(r => r.ImportId == one.Row.ImportId && r.No == one.Row.No).ExecuteUpdateAsync(
                s => s.SetProperty(r => r.Verdict, verdict).SetProperty(r => r.Faults, faults), cancel);
        }
    }
}
