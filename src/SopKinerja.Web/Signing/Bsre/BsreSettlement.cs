using System.Security.Claims;
using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Signing.Bsre;

public abstract record BsreSettled
{
    private BsreSettled()
    {
    }

    public sealed record Fits(DrawnDocument Document, Issuance Issuance, string Note) : BsreSettled;

    /// <summary>It is not taken.</summary>
    public sealed record Refused(string Sentence) : BsreSettled;
}

/// <summary>The two ways out of an unknown outcome, both the signer's: the signed file, or the word that there is none. Nothing is sent
/// again.</summary>
public sealed class BsreSettlement(SopDbContext db, BsreAttempts attempts, BsreSignatures signatures, ChangeLog changes)
{
    public Task<BsreAttempt?> UndecidedAsync(long dossierId) => attempts.UndecidedAsync(dossierId);

    public DateTimeOffset? StillOnItsWay(BsreAttempt attempt, DateTimeOffset now) => attempts.StillOnItsWay(attempt, now);

    public async Task<BsreSettled> HandInAsync(Dossier dossier, ClaimsPrincipal user, IFormFile? file, DateTimeOffset now)
    {
        var attempt = await attempts.UndecidedAsync(dossier.Id);
        if ((WhyNot(attempt, user, now) ?? WhyNot(file)) is { } refusal)
        {
            return new BsreSettled.Refused(refusal);
        }

        if (!await attempts.IsAsItWasAsync(attempt!, dossier.Row.Stage))
        {
            return new BsreSettled.Refused(
                "Isi berkas ini sudah berubah sejak dikirim ke BSrE, jadi dokumen yang ditandatangani waktu itu tidak dapat dipakai lagi.");
        }

        var bytes = await ReadAsync(file!);
        if (signatures.WhyNotSigned(attempt!.Sent!, bytes) is { } fault)
        {
            return new BsreSettled.Refused($"Berkas ini tidak dipakai: {fault}. Unduh dari aplikasi BSrE dokumen yang dikirim "
                + $"{Tanggal.TampilPukul(attempt.DispatchedAt)}, tanpa mengubahnya.");
        }

        attempt.Resolve(BsreResolution.HandedIn, null, now);
        Write(user, attempt, "menyerahkan dokumen bertanda tangan dari BSrE sesudah hasilnya tidak diketahui");
        return new BsreSettled.Fits(
            new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))), new(attempt.VerificationCode, SigningMode.Bsre),
            $"Layanan BSrE tidak memberi jawaban pada {Tanggal.TampilPukul(attempt.DispatchedAt)}. Dokumen bertanda tangan atas nama "
            + $"{signatures.Judge(bytes).Signatures[^1].Signer} diserahkan kemudian dan cocok dengan yang dikirim.");
    }

    /// <summary>Takes down that nothing was signed; null when it was, otherwise a sentence.</summary>
    public async Task<string?> WhyNotFreeAsync(Dossier dossier, ClaimsPrincipal user, string reason, DateTimeOffset now)
    {
        var attempt = await attempts.UndecidedAsync(dossier.Id);
        if (WhyNot(attempt, user, now) is { } refusal)
        {
            return refusal;
        }

        attempt!.Resolve(BsreResolution.NotSigned, reason, now);
        Write(user, attempt, $"menyatakan bahwa permintaan tanda tangan {Tanggal.TampilPukul(attempt.DispatchedAt)} tidak ditandatangani "
            + $"di BSrE: {reason}");
        await db.SaveChangesAsync();
        return null;
    }

    private string? WhyNot(BsreAttempt? attempt, ClaimsPrincipal user, DateTimeOffset now) =>
        attempt is null ? "Tidak ada permintaan tanda tangan yang hasilnya belum diketahui. Mungkin sudah Anda selesaikan di jendela lain."
        : attempt.SignerId != user.Actor().PegawaiId ? $"Permintaan ini dikirim oleh {attempt.SignerNama}; hanya ia yang dapat "
            + "menyelesaikannya."
        : attempts.StillOnItsWay(attempt, now) is { } until ? $"Jawaban layanan masih ditunggu, paling lambat sampai pukul "
            + $"{Tanggal.TampilPukul(until).Split("pukul ")[^1]}. Muat ulang halaman ini sesudah itu."
        : null;

    private static string? WhyNot(IFormFile? file) =>
        file is null ? "Pilih dahulu dokumen PDF yang sudah ditandatangani, yang Anda unduh dari aplikasi BSrE." : Uploads.WhyNot([file]);

    private static async Task<byte[]> ReadAsync(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private void Write(ClaimsPrincipal user, BsreAttempt attempt, string sentence) =>
        changes.Write(user, ChangeSubjects.TandaTangan, attempt.DossierId, $"Berkas {attempt.DossierId}", sentence);
}
