using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Documents;

public static class CopyQueries
{
    /// <summary>One copy of a dossier; null when there is none of that number.</summary>
    public static async Task<NumberedCopy?> NumberedCopyAsync(this SopDbContext db, long dossierId, int no, CancellationToken cancel)
    {
        var copy = await db.Set<Copy>().Where(c => c.DossierId == dossierId && c.No == no)
            .Join(
                db.Documents, c => c.DossierId, d => d.DossierId,
                (c, d) => new { Copy = c, d.Version, d.Kind, d.DrawnAt, d.Sha256, d.Content!.Bytes })
            // Copies are made of the last document, and none comes after them.
            .OrderByDescending(d => d.Version).ThenByDescending(d => d.DrawnAt)
            .Select(d =>
                new NumberedCopy(d.Copy.DossierId, d.Copy.No, d.Copy.ForWhom, d.Copy.MadeBy, d.Copy.MadeAt, d.Version, d.Sha256, d.Kind,
                db.Dossiers.Where(x => x.Id == dossierId).Select(x => x.SigningMode).First(), d.Bytes))
            .FirstOrDefaultAsync(cancel);
        return copy is not { Mode: SigningMode.Bsre } ? copy : copy with
        {
            Stored = await db.Documents.Where(d => d.DossierId == dossierId && d.Version == copy.Version)
                .Select(d => new StoredFile(d.Sha256, d.DrawnAt)).ToListAsync(cancel),
        };
    }
}
