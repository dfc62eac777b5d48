using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing;
using SopKinerja.Web.Signing.Bsre;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Pages.Authenticity;

/// <param name="Issued">The version that it is about; null where there is none.</param>
/// <param name="CopyNo">The number of a copy; null for an original.</param>
public sealed record CheckedFile(
    DocumentVerdict Verdict, SignatureReport Report, IssuedVersion? Issued = null, DocumentKind? Kind = null, int? CopyNo = null)
{
    public bool IsEarlierState => Kind is { } kind && Issued!.Files.Any(f => StoredDocument.OrderOf(f.Kind) > StoredDocument.OrderOf(kind));
}

/// <summary>Judges files byte for byte beside what is stored; keeps nothing of them.</summary>
public sealed class FileCheck(SopDbContext db, BsreSignatures bsre, IConfiguration configuration)
{
    private const int AtOnce = 2;

    // Judging costs the processor, so two at a time in the whole program; the others wait.
    private static readonly SemaphoreSlim Places = new(AtOnce);

    /// <summary>Never fails, whatever the bytes are.</summary>
    public async Task<CheckedFile> JudgeAsync(byte[] pdf, CancellationToken cancel)
    {
        await Places.WaitAsync(cancel);
        try
        {
            return await JudgeHereAsync(pdf, cancel);
        }
        finally
        {
            Places.Release();
        }
    }

    private async Task<CheckedFile> JudgeHereAsync(byte[] pdf, CancellationToken cancel)
    {
        var report = new PdfSignatureVerifier(await db.SigningTrustAsync(cancel)).Verify(pdf);
        var hashes = DocumentJudge.Hashes(pdf, report);
        var stored = await db.Documents.Where(d => hashes.Contains(d.Sha256))
            .Select(d => new { d.Sha256, d.DossierId, d.Version, d.Kind }).ToListAsync(cancel);
        var (verdict, sha256) = DocumentJudge.Judge(hashes, report, hash => stored.Any(d => d.Sha256 == hash));
        return stored.FirstOrDefault(d => d.Sha256 == sha256) is { } found
            ? new(verdict, report, await db.IssuedAsync(found.DossierId, found.Version), found.Kind)
            : await CopyAsync(pdf, report, cancel) ?? new(verdict, report);
    }

    /// <summary>A numbered copy is stored nowhere: it is drawn once more and must come out the same.</summary>
    private async Task<CheckedFile?> CopyAsync(byte[] pdf, SignatureReport report, CancellationToken cancel) =>
        NumberedCopy.MarkIn(pdf) is var (dossierId, no) && await db.NumberedCopyAsync(dossierId, no, cancel) is { } copy
            && copy.IsSameAs(pdf, configuration["SOP_FONTS"], bsre.StatementOf(copy))
            ? new(DocumentVerdict.GenuineNumberedCopy, report, await db.IssuedAsync(dossierId, copy.Version), CopyNo: no)
            : null;
}
