using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>The requests that were sent, and those of which no one knows yet what came of them.</summary>
public sealed class BsreAttempts(SopDbContext db, BsreSettings settings)
{
    // The answer may still be on its way within the time that is waited for it, and a little more for a slow server of our own.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <summary>Whether a request of this dossier is undecided; no other is sent until it is.</summary>
    public Task<bool> IsUndecidedAsync(long dossierId) => Undecided(dossierId).AnyAsync();

    /// <summary>That request, to be settled; null when there is none.</summary>
    public Task<BsreAttempt?> UndecidedAsync(long dossierId) => Undecided(dossierId).SingleOrDefaultAsync();

    /// <summary>Until when its answer may still come; null once it cannot.</summary>
    public DateTimeOffset? StillOnItsWay(BsreAttempt attempt, DateTimeOffset now) =>
        attempt.Outcome is null && attempt.DispatchedAt + settings.Patience + Margin is var until && now < until ? until : null;

    public async Task<bool> IsAsItWasAsync(BsreAttempt attempt, int stage) =>
        attempt.Stage == stage && attempt.SheetSha256 == await SheetAsync(attempt.DossierId);

    /// <summary>Writes a request down, before it is sent. What the database refuses is not to be sent: <see cref="UnsavedReason.Taken"/>
    /// when another is undecided.</summary>
    public async Task<(BsreAttempt Attempt, Unsaved? Unsaved)> BeginAsync(SigningTask task, SigningOf of, DateTimeOffset now)
    {
        var attempt = new BsreAttempt(of, task.Signatory, await SheetAsync(of.DossierId), task.Pdf, now);
        db.Add(attempt);
        return (attempt, await db.WhyNotSavedAsync());
    }

    /// <summary>When what was signed before was stored.</summary>
    public SignatureTimes Times(DateTimeOffset now) => SignatureTimes.In(db, now);

    public Task AnsweredAsync(BsreAttempt attempt, BsreOutcome outcome, string note, DateTimeOffset now)
    {
        attempt.Answer(outcome, note, now);
        return db.SaveChangesAsync();
    }

    private IQueryable<BsreAttempt> Undecided(long dossierId) =>
        db.Set<BsreAttempt>().Where(BsreAttemptQueries.IsUndecided).Where(a => a.DossierId == dossierId);

    // As the database spells it, which is the same after a restore.
    private Task<string> SheetAsync(long dossierId) => db.Database.SqlQuery<string>(
        $"""
        select encode(sha256(convert_to(sheet::text, 'UTF8')), 'hex') as "Value" from dossiers where id = {dossierId}
        """).SingleAsync();
}

public static class BsreAttemptQueries
{
    /// <summary>Those of which nobody knows yet what came.</summary>
    public static readonly Expression<Func<BsreAttempt, bool>> IsUndecided =
        a => a.Resolution == null && (a.Outcome == null || a.Outcome == BsreOutcome.Unknown);

    /// <summary>Those of which a signed file was taken.</summary>
    public static IQueryable<BsreAttempt> Taken(this IQueryable<BsreAttempt> attempts) =>
        attempts.Where(a => a.Outcome == BsreOutcome.Signed || a.Resolution == BsreResolution.HandedIn);
}
