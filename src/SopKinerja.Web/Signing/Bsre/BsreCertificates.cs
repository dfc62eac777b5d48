using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Whose certificate a signature was made with, held against the party whose place it stands at.</summary>
public sealed class BsreCertificates(SopDbContext db, BsreIdentities identities)
{
    /// <summary>Null when the certificate is that of the signer; otherwise why a second officer must look, as a part of a sentence. What
    /// was seen is stored with what is saved next.</summary>
    public async Task<string?> WhyNotOfAsync(BsreAttempt attempt, byte[] certificate, DateTimeOffset now)
    {
        var seen = new BsreCertificate(attempt, certificate, now);
        var known = await db.Set<BsreCertificate>()
            .Where(c => c.PegawaiId == seen.PegawaiId || c.KeySha256 == seen.KeySha256
                || (seen.SubjectSerial != null && c.SubjectSerial == seen.SubjectSerial))
            .ToListAsync();
        if (known.Find(c => c.PegawaiId == seen.PegawaiId && c.Sha256 == seen.Sha256) is { } same)
        {
            return same.IsGood ? null : same.Doubt;
        }

        if (await DoubtAsync(seen, [.. known.Where(c => c.IsGood)], attempt.SignerNama) is { } doubt)
        {
            seen.Question(doubt);
        }

        db.Add(seen);
        return seen.Doubt;
    }

    /// <summary>What of a request waits for a second officer; null when nothing does.</summary>
    public Task<BsreCertificate?> InDoubtAsync(BsreAttempt attempt) => db.Set<BsreCertificate>()
        .Where(c => c.PegawaiId == attempt.SignerId && c.AttemptId == attempt.Id && c.Doubt != null && c.AcceptedAt == null)
        .OrderByDescending(c => c.Id).FirstOrDefaultAsync();

    /// <summary>That a certificate was accepted, as a sentence for the history; null where it fitted by itself.</summary>
    public async Task<string?> AcceptanceAsync(BsreAttempt attempt, byte[] certificate)
    {
        var sha256 = BsreCertificate.Hash(certificate);
        return await db.Set<BsreCertificate>().Where(c => c.PegawaiId == attempt.SignerId && c.Sha256 == sha256 && c.AcceptedAt != null)
            .SingleOrDefaultAsync() is { } accepted
                ? $"Sertifikat atas nama {accepted.Nama} diterima {accepted.AcceptedByNama}: {Sentences.End(accepted.AcceptedReason!)}"
                : null;
    }

    private async Task<string?> DoubtAsync(BsreCertificate seen, IReadOnlyList<BsreCertificate> good, string nama)
    {
        var own = good.Where(c => c.PegawaiId == seen.PegawaiId).ToList();
        return good.Any(c => c.PegawaiId != seen.PegawaiId && c.IsOfOneOwner(seen))
                ? $"sertifikatnya (atas nama “{seen.Nama}”) di sini dikenal sebagai milik orang lain"
            : own.Count == 0 ? PersonNames.AreSame(seen.Nama, nama) ? null
                : $"nama pada sertifikatnya “{seen.Nama}”, sedangkan yang menandatangani di sini “{nama}”"
            : own.Exists(c => c.IsOfOneOwner(seen))
                || (seen.SubjectSerial is { } serial && own.TrueForAll(c => c.SubjectSerial is null)
                    && serial == await identities.NikAsync(seen.PegawaiId)) ? null
            : $"sertifikatnya (atas nama “{seen.Nama}”) bukan yang dipakai {nama} sebelumnya di sini";
    }
}
