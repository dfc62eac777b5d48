using System.Security.Claims;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Persistence;

/// <summary>Writes down a change to what the administrator keeps, or to a plan, in the same transaction as the change itself.</summary>
public sealed class ChangeLog(SopDbContext db, TimeProvider time)
{
    /// <summary>Adds one line; saved with everything else.</summary>
    /// <param name="user">Who did it.</param>
    /// <param name="subject">"Pegawai", "Unit kerja", "Akun", "Periode", "SKP".</param>
    /// <param name="id">Its key.</param>
    /// <param name="nama">Its name.</param>
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
}
