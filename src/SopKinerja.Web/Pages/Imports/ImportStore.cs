using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
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

    /// <summary>So many are stored while the administrator waits; more by the job.</summary>
    public const int AtOnce = 200;

    /// <summary>The name of the job that stores what is too much for a request.</summary>
    public const string Job = "impor";

    private const string Savepoint = "baris";

    public ImportKind KindOf(string slug) => kinds.Single(k => k.Slug == slug);

    /// <summary>Stores until nothing is left, or until the run is cancelled or its administrator is none any more.</summary>
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
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One server at a time: whoever comes second waits and finds the next portion.
        var run = await db.Imports.FromSql($"select * from imports where id = {id} for update").AsNoTracking().SingleAsync(cancel);
        if (run.State != ImportState.Storing)
        {
            return false;
        }

        var rows = await db.ImportRows.AsNoTracking().Waiting(id).Take(Portion).ToListAsync(cancel);
        // Whoever is named by a row stands in a portion before: the register is read once.
        rows = [.. rows.TakeWhile(r => r.Rank == rows[0].Rank)];
        var user = rows.Count == 0 ? null : await AdministratorAsync(run.AccountId, cancel);
        if (user is null)
        {
            await EndAsync(id, rows.Count == 0 ? ImportState.Done : ImportState.Cancelled, cancel);
        }
        else
        {
            var kind = KindOf(run.Kind);
            await kind.LoadAsync(cancel);
            // Judged again: the register may have changed since the dry run.
            var judged = await kind.JudgeAsync(run.Columns, [.. rows.Select(r => new SheetRow(r.No, false, r.Cells))], cancel);
            foreach (var (row, now) in rows.Zip(judged))
            {
                await StoreAsync(kind, user, row, now, transaction, cancel);
            }
        }

        await transaction.CommitAsync(cancel);
        return user is not null;
    }

    // As whom a row is stored; nobody whose account is closed or is no administrator's any more.
    private async Task<ClaimsPrincipal?> AdministratorAsync(int account, CancellationToken cancel) =>
        await db.Users.AsNoTracking().SingleAsync(a => a.Id == account, cancel) is { IsActive: true, IsAdministrator: true } found
            ? await claims.CreateAsync(found) : null;

    private async Task EndAsync(int id, ImportState state, CancellationToken cancel)
    {
        await db.Imports.Where(i => i.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.State, state).SetProperty(i => i.EndedAt, time.GetUtcNow()), cancel);
        await db.ForgetStoredAsync(id, cancel);
    }

    private async Task StoreAsync(
        ImportKind kind, ClaimsPrincipal user, ImportRow row, JudgedRow judged, IDbContextTransaction transaction, CancellationToken cancel)
    {
        if (judged.Verdict is ImportVerdict.Wrong or ImportVerdict.Equal)
        {
            await MarkAsync(row, judged.Verdict, judged.Faults, cancel);
            return;
        }

        if (WhyStale(row, judged) is { } stale)
        {
            await MarkAsync(row, ImportVerdict.Wrong, [stale], cancel);
            return;
        }

        await transaction.CreateSavepointAsync(Savepoint, cancel);
        var fault = await WhyNotStoredAsync(kind, user, judged, cancel);
        db.ChangeTracker.Clear();
        if (fault is null)
        {
            await db.ImportRows.Where(r => r.ImportId == row.ImportId && r.No == row.No)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.IsStored, true), cancel);
        }
        else
        {
            await transaction.RollbackToSavepointAsync(Savepoint, cancel);
            await MarkAsync(row, ImportVerdict.Wrong, [fault], cancel);
        }
    }

    // What the administrator has seen in the dry run is what he stores: nobody's later change is undone by it.
    private static ImportFault? WhyStale(ImportRow row, JudgedRow now)
    {
        const string Again = "Periksa berkas sekali lagi, lalu simpan bila isi berkas yang benar.";
        if (row.Verdict != now.Verdict)
        {
            return new(null, $"Sesudah berkas ini diperiksa, data ini {(row.Verdict == ImportVerdict.New ? "ditambahkan" : "dihapus")} "
                + $"orang lain. {Again}");
        }

        var other = row.Verdict == ImportVerdict.New ? null : now.Changes.FirstOrDefault(
            c => row.Changes.FirstOrDefault(w => w.Column == c.Column) is not { } seen || seen.From != c.From);
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
                    ? new(kind.HeadOf(guard.Field), guard.Sentence) : new(null, unsaved.Sentence);
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

    private Task<int> MarkAsync(ImportRow row, ImportVerdict verdict, IReadOnlyList<ImportFault> faults, CancellationToken cancel) =>
        db.ImportRows.Where(r => r.ImportId == row.ImportId && r.No == row.No).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Verdict, verdict).SetProperty(r => r.Faults, faults), cancel);
}
