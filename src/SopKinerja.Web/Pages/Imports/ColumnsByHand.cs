using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>What each column of a file means, said by who imports it: judged anew, and kept for the next file.</summary>
public sealed class ColumnsByHand(SopDbContext db, DryRun dryRun)
{
    /// <summary>The run that takes the place of this one; null where it was stored or cancelled meanwhile.</summary>
    /// <param name="columns">For each head of the file what it means; empty for one that is not read.</param>
    public async Task<Import?> TakeAsync(ImportKind kind, Import run, string[] columns, ClaimsPrincipal user, CancellationToken cancel)
    {
        var next = await dryRun.MakeAgainAsync(kind, run, columns, user, cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Imports.Where(i => i.Id == run.Id && i.State == ImportState.Judged).ExecuteDeleteAsync(cancel) == 0)
        {
            return null;
        }

        await RememberAsync(kind, run, columns, cancel);
        db.Imports.Add(next);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return next;
    }

    // Only what the program would not say by itself.
    private async Task RememberAsync(ImportKind kind, Import run, string[] columns, CancellationToken cancel)
    {
        var (heads, of) = (run.Heads, kind.HeadsOf(run.AccountId));
        var said = heads.Zip(columns).Select(h => (Head: ImportKind.Plain(h.First), First: h.First, Meaning: h.Second))
            .Where(h => h.Head.Length > 0).DistinctBy(h => h.Head).ToDictionary(h => h.Head);
        var before = await db.ImportHeads.Where(h => h.Kind == of && said.Keys.Contains(h.Head)).ToListAsync(cancel);
        db.ImportHeads.RemoveRange(before.Where(h => (kind.ColumnOf(said[h.Head].First) ?? "") == said[h.Head].Meaning));
        foreach (var (head, first, meaning) in said.Values.Where(h => (kind.ColumnOf(h.First) ?? "") != h.Meaning))
        {
            if (before.Find(h => h.Head == head) is { } kept)
            {
                kept.Meaning = meaning;
            }
            else
            {
                db.ImportHeads.Add(new() { Kind = of, Head = head, Meaning = meaning });
            }
        }
    }
}
