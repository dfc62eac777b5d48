using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Persistence;

/// <summary>One line of the change log: of what the administrator keeps, or of the history that every plan writes itself.</summary>
/// <param name="Key">Tells lines of one moment apart, in both.</param>
public sealed record LoggedChange(DateTimeOffset At, long Key, string ActorNama, string Subject, string SubjectNama, string Sentence)
{
    /// <summary>The newest first, of one subject or of all for null; those after the cursor where there is one.</summary>
    public static async Task<List<LoggedChange>> NewestAsync(SopDbContext db, string? subject, TimeCursor? after, int most)
    {
        var (at, key) = (after?.At, after?.Id ?? 0);
        var kept = subject == ChangeSubjects.Skp ? [] : await db.Changes
            // What the log of earlier versions knew of plans was taken over into their histories.
            .Where(c => c.Subject != ChangeSubjects.Skp && (subject == null || c.Subject == subject))
            .Where(c => at == null || c.At < at || (c.At == at && c.Id * 2 < key))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(most)
            .Select(c => new LoggedChange(c.At, c.Id * 2, c.ActorNama, c.Subject, c.SubjectNama, c.Sentence)).ToListAsync();
        var plans = subject is not (null or ChangeSubjects.Skp) ? [] : await (
            from h in db.Set<PlanHistoryEntry>()
            join p in db.Plans.IgnoreQueryFilters() on h.PlanId equals p.Id
            where at == null || h.At < at || (h.At == at && (h.Id * 2) + 1 < key)
            orderby h.At descending, h.Id descending
            select new { Line = h, p.Pegawai.Nama, Periode = p.Period.Nama }).Take(most).AsNoTracking().ToListAsync();
        return
        [
            .. kept.Concat(plans.Select(p => new LoggedChange(
                p.Line.At, (p.Line.Id * 2) + 1, p.Line.ActorNama, ChangeSubjects.Skp, $"{p.Nama}, {p.Periode}", p.Line.Sentence)))
                .OrderByDescending(c => c.At).ThenByDescending(c => c.Key).Take(most),
        ];
    }
}
