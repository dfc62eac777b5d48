using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Pages.Authenticity;

public static class IssuedVersions
{
    /// <summary>The version, judged from its stored bytes; null when nothing was issued under the code, which one look into an index
    /// tells.</summary>
    public static async Task<IssuedVersion?> IssuedAsync(
        this SopDbContext db, string code, BsreSignatures bsre, DateTimeOffset now, CancellationToken cancel)
    {
        var files = await db.Documents.Where(d => d.VerificationCode == code)
            .Select(d => new { d.DossierId, d.Version, d.Kind, d.Sha256, d.DrawnAt, d.Content!.Bytes }).ToListAsync(cancel);
        if (files.Count == 0)
        {
            return null;
        }

        var last = files.MaxBy(f => StoredDocument.OrderOf(f.Kind))!;
        var editions = await db.Set<BsreAttempt>().Where(a => a.VerificationCode == code).Taken().Select(a => a.Edition)
            .ToListAsync(cancel);
        var times = SignatureTimes.Of(files.Select(f => (f.Sha256, f.DrawnAt)), last.DrawnAt);
        var report = editions.Count > 0 ? bsre.Judge(last.Bytes, isWhole: !editions.Contains(null), times)
            : IsSignedInFile(last.Bytes) ? new PdfSignatureVerifier(await db.SigningTrustAsync(cancel), times).Verify(last.Bytes)
            : null;
        return new((await DossierLoading.ToShow(db, last.DossierId))!, last.Version, files.ToDictionary(f => f.Kind, f => f.Bytes), report,
            report is null ? "" : bsre.Words(report, now));
    }

    /// <summary>The version as it is on record, without its bytes.</summary>
    public static async Task<IssuedVersion> IssuedAsync(this SopDbContext db, long dossierId, int version) =>
        new((await DossierLoading.ToShow(db, dossierId))!, version, new Dictionary<DocumentKind, byte[]>(), null);

    private static bool IsSignedInFile(ReadOnlySpan<byte> pdf) => pdf.IndexOf("/ByteRange"u8) >= 0;
}
