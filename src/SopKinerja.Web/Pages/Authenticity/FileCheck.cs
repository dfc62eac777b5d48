using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
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

/// <summary>Judges files byte for byte beside what is stored; keeps nothing of them. Nothing in a file is read before its hash was looked
/// up.</summary>
public sealed class FileCheck(SopDbContext db, FileDoor door, BsreSignatures bsre, IConfiguration configuration, TimeProvider time)
{
    public const int MostMegabytes = 2;

    /// <summary>A document of three signers is some 200 kB.</summary>
    public const int MostBytes = MostMegabytes * 1024 * 1024;

    // Reading costs a tenth of a second, and the budget of the reader ends what does not; this is for a machine that does not keep up.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Never fails, whatever the bytes are.</summary>
    public async Task<CheckedFile> JudgeAsync(byte[] pdf, CancellationToken cancel)
    {
        if (await BesideStoredAsync([DocumentJudge.Hash(pdf)], SignatureReport.Unread, cancel) is { Verdict: DocumentVerdict.Genuine } same)
        {
            return same;
        }

        using var place = await door.PlaceAsync(cancel);
        return await CopyAsync(pdf, cancel) ?? await ReadAsync(pdf, cancel);
    }

    private async Task<CheckedFile> ReadAsync(byte[] pdf, CancellationToken cancel)
    {
        var verifier = new PdfSignatureVerifier(await db.SigningTrustAsync(cancel), SignatureTimes.In(db, time.GetUtcNow()));
        using var limit = new CancellationTokenSource(Longest, time);
        var report = await OfItsOwnAsync(() => verifier.Verify(pdf, limit.Token));
        return await BesideStoredAsync(DocumentJudge.Hashes(pdf, report), report, cancel);
    }

    private async Task<CheckedFile> BesideStoredAsync(IReadOnlyList<string> hashes, SignatureReport report, CancellationToken cancel)
    {
        var stored = await db.Documents.Where(d => hashes.Contains(d.Sha256))
            .Select(d => new { d.Sha256, d.DossierId, d.Version, d.Kind }).ToListAsync(cancel);
        var (verdict, sha256) = DocumentJudge.Judge(hashes, report, hash => stored.Exists(d => d.Sha256 == hash));
        return stored.Find(d => d.Sha256 == sha256) is { } found
            ? new(verdict, report, await db.IssuedAsync(found.DossierId, found.Version), found.Kind)
            : new(verdict, report);
    }

    /// <summary>A numbered copy is stored nowhere: it is drawn once more and must come out the same.</summary>
    private async Task<CheckedFile?> CopyAsync(byte[] pdf, CancellationToken cancel) =>
        NumberedCopy.MarkIn(pdf) is var (dossierId, no) && await db.NumberedCopyAsync(dossierId, no, cancel) is { } copy
            && await OfItsOwnAsync(() => copy.IsSameAs(pdf, configuration["SOP_FONTS"], bsre.StatementOf(copy)))
            ? new(DocumentVerdict.GenuineNumberedCopy, SignatureReport.Unread, await db.IssuedAsync(dossierId, copy.Version), CopyNo: no)
            : null;

    // On a thread of its own, since those that answer requests are few and nobody should wait for one.
    private static Task<T> OfItsOwnAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
