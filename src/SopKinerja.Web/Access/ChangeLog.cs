using System.Security.Claims;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Writes down a change to what the administrator keeps, or to a plan, in the same transaction as the change itself.</summary>
public sealed class ChangeLog(SopDbContext db, TimeProvider time)
{
    /// <param name="sentence">What happened, beginning with a verb: "mengubah jabatan dari … menjadi …".</param>
    public void Write(ClaimsPrincipal user, string subject, long id, string nama, string sentence) => db.Changes.Add(new()
    {
        At = time.GetUtcNow(),
        AccountId = user.AccountId(),
        ActorNama = user.Actor().Nama,
        Subject = subject,
        SubjectId = id,
        SubjectNama = nama,
        Sentence = sentence,
    });

    public void Write(ClaimsPrincipal user, string subject, long id, string nama, Differences differences)
    {
        if (differences.Sentence is { } sentence)
        {
            Write(user, subject, id, nama, sentence);
        }
    }

    /// <summary>What somebody does to the own account.</summary>
    public void WriteOwn(Account account, string sentence) => db.Changes.Add(new()
    {
        At = time.GetUtcNow(),
        AccountId = account.Id,
        ActorNama = account.UserName!,
        Subject = ChangeSubjects.Akun,
        SubjectId = account.Id,
        SubjectNama = account.UserName!,
        Sentence = sentence,
    });

    /// <summary>Saves what was added, then its first line, in one transaction or in that of the caller: its key is known only after it is
    /// saved.</summary>
    public async Task SaveNewAsync(ClaimsPrincipal user, string subject, Func<long> id, string nama, string sentence)
    {
        await using var transaction = await db.BeginOwnTransactionAsync();
        await db.SaveChangesAsync();
        Write(user, subject, id(), nama, sentence);
        await db.SaveChangesAsync();
        await (transaction?.CommitAsync() ?? Task.CompletedTask);
    }
}
