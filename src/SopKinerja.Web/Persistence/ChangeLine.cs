namespace SopKinerja.Web.Persistence;

/// <summary>One line of the change history of one thing.</summary>
public sealed record ChangeLine(DateTimeOffset At, string ActorNama, string Sentence)
{
    /// <summary>How many lines a page shows; the rest is in the change log.</summary>
    private const int MostLines = 20;

    /// <summary>The newest changes of one thing.</summary>
    public static IQueryable<ChangeLine> Of(SopDbContext db, string subject, long id) => db.Changes
        .Where(c => c.Subject == subject && c.SubjectId == id)
        .OrderByDescending(c => c.Id).Take(MostLines)
        .Select(c => new ChangeLine(c.At, c.ActorNama, c.Sentence));
}
