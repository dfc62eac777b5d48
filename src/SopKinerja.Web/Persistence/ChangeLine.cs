namespace SopKinerja.Web.Persistence;

public sealed record ChangeLine(DateTimeOffset At, string ActorNama, string Sentence)
{
    private const int MostLines = 20;

    public static IQueryable<ChangeLine> Of(SopDbContext db, string subject, long id) => db.Changes
        .Where(c => c.Subject == subject && c.SubjectId == id)
        .OrderByDescending(c => c.Id).Take(MostLines)
        .Select(c => new ChangeLine(c.At, c.ActorNama, c.Sentence));
}
