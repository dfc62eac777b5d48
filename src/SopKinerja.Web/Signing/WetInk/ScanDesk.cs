using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.WetInk;

/// <param name="Nomor">Of the document in it; null when it is not known.</param>
/// <param name="DossierId">Where it was stored; null when it was not.</param>
public sealed record ScanResult(string Nama, string? Nomor, long? DossierId, string Sentence);

public sealed class ScanDesk(SopDbContext db, IQrReader reader)
{
    private const string HowToScan = "Pindai lagi dengan 300 dpi: lembar rata, halaman dengan kode QR utuh sampai tepinya.";

    public async Task<ScanOrigin> OriginAsync(ScanFile file, CancellationToken cancel)
    {
        var reading = await reader.ReadAsync(file.Bytes, file.ContentType, cancel);
        if (reading.WhyNot is { } whyNot)
        {
            return reading.MayBeTyped ? new ScanOrigin.Unread(whyNot) : new ScanOrigin.Refused(whyNot);
        }

        string[] codes = [.. reading.Texts.Select(DocumentProofs.CodeIn).OfType<string>().Distinct()];
        return codes switch
        {
            [] => new ScanOrigin.Unread(reading.Texts.Count == 0
                ? $"Kode QR tidak terbaca pada pindaian ini. {HowToScan}"
                : $"Kode QR pada pindaian ini bukan kode dokumen aplikasi ini. {HowToScan}"),
            [var code] => await FindAsync(code, cancel),
            _ => new ScanOrigin.Refused("Pindaian ini memuat kode beberapa dokumen. Pindai setiap dokumen tersendiri."),
        };
    }

    /// <summary>Stores the scan with the dossier that its QR code names, if the procedure lets the actor; nothing otherwise.</summary>
    public async Task<ScanResult> StoreAsync(ScanFile file, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        switch (await OriginAsync(file, cancel))
        {
            case ScanOrigin.Known known:
                return await StoreAsync(file, known, actor, now, cancel);
            case ScanOrigin.Unread unread:
                return new(
                    file.Nama, null, null, $"{unread.Sentence} Bila tetap tidak terbaca, unggah di halaman berkasnya dan ketik kodenya.");
            case ScanOrigin.Refused refused:
                return new(file.Nama, null, null, refused.Sentence);
            case var other:
                throw new InvalidOperationException($"{other} is no origin.");
        }
    }

    private async Task<ScanOrigin> FindAsync(string code, CancellationToken cancel)
    {
        var found = await db.Documents.AsNoTracking().Where(d => d.VerificationCode == code
                && (d.Kind == DocumentKind.Approved || d.Kind == DocumentKind.Determined))
            .Join(db.Dossiers.Include(d => d.Period), d =>
                d.DossierId, d => d.Id, (document, dossier) => new { document.Version, Dossier = dossier, dossier.Period })
            .SingleOrDefaultAsync(cancel);
        return found is null
            ? new ScanOrigin.Refused($"Kode {VerificationCode.Tampil(code)} pada pindaian ini tidak dikenal di aplikasi ini.")
            : new ScanOrigin.Known(found.Dossier.Id, found.Version, DocumentNumber.Of(found.Dossier));
    }

    private async Task<ScanResult> StoreAsync(
        ScanFile file, ScanOrigin.Known known, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var dossier = await DossierLoading.ToDuplicate(db, known.DossierId)
            ?? throw new InvalidOperationException("Dossiers are never deleted.");
        var (match, whyNot) = Procedure.WhyNot(dossier, Step.Duplicate, Act.Work, actor, now) is { } refusal
            ? (null, refusal.Sentence)
            : known.Of(dossier, file, typed: null);
        if (match is null)
        {
            return new(file.Nama, known.Nomor, null, whyNot!);
        }

        var scan = dossier.AttachScan(file.Matched(match.Value), actor, now);
        return await db.WhyNotSavedAsync(cancel: cancel) is { } unsaved
            ? new(file.Nama, known.Nomor, null, unsaved.LostRace(
                "Berkasnya baru saja diubah orang lain, jadi pindaian ini belum disimpan. Unggah lagi."))
            : new(file.Nama, known.Nomor, dossier.Id, $"Tersimpan sebagai pindaian ke-{scan.No}.");
    }
}
