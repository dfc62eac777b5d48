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

/// <summary>The two ways out of an unknown outcome: the signer hands in the signed file, or says that there is none, on which a second
/// officer releases the request. Nothing is sent again by itself.</summary>
public sealed class BsreSettlement(
    SopDbContext db, BsreAttempts attempts, BsreComparison comparison, BsreCertificates certificates, ChangeLog changes)
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
        var place = SignatureRows.At(dossier.Row).On(dossier.Signatories).Place;
        var compared = await comparison.CompareAsync(
            attempt!.Sent!, attempt.DispatchedAt, bytes, place, attempts.Times(now), CancellationToken.None);
        if (compared.WhyNot is { } fault)
        {
            return new BsreSettled.Refused($"Berkas ini tidak dipakai: {fault}. Unduh dari aplikasi BSrE dokumen yang dikirim "
                + $"{Tanggal.TampilPukul(attempt.DispatchedAt)}, tanpa mengubahnya.");
        }

        var certificate = compared.Made!.Certificate!;
        if (await certificates.WhyNotOfAsync(attempt, certificate, now) is { } doubt)
        {
            // That it is asked is kept, also where nothing else of this form is.
            await db.SaveChangesAsync();
            return new BsreSettled.Refused($"Berkas ini belum dipakai: {doubt}. Petugas lain ({Officers}) melihatnya di Tugas saya dan "
                + "menerimanya dengan alasan; sesudah itu serahkan berkas ini lagi.");
        }

        attempt.Take(compared);
        attempt.HandIn(now);
        Write(user, attempt, "menyerahkan dokumen bertanda tangan dari BSrE sesudah hasilnya tidak diketahui");
        var note = $"Layanan BSrE tidak memberi jawaban pada {Tanggal.TampilPukul(attempt.DispatchedAt)}. Dokumen bertanda tangan atas "
            + $"nama {compared.Made.Signer} diserahkan kemudian dan cocok dengan yang dikirim.";
        return new BsreSettled.Fits(
            new(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))), new(attempt.VerificationCode, SigningMode.Bsre),
            await certificates.AcceptanceAsync(attempt, certificate) is { } acceptance ? $"{note} {acceptance}" : note);
    }

    /// <summary>Takes down the signer's word that nothing was signed; null when it was, otherwise a sentence.</summary>
    public async Task<string?> WhyNotStatedAsync(Dossier dossier, ClaimsPrincipal user, string reason, DateTimeOffset now)
    {
        var attempt = await attempts.UndecidedAsync(dossier.Id);
        if ((WhyNot(attempt, user, now) ?? (attempt!.StatedAt is null ? null
            : "Anda sudah menyatakannya. Sekarang menunggu petugas lain yang membebaskan permintaan ini.")) is { } refusal)
        {
            return refusal;
        }

        attempt!.State(reason, now);
        Write(user, attempt, $"menyatakan bahwa permintaan tanda tangan {Tanggal.TampilPukul(attempt.DispatchedAt)} tidak ditandatangani "
            + $"di BSrE: {reason}");
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The second officer lets the request go, so that the signer can sign again; null when it was, otherwise a
    /// sentence.</summary>
    public async Task<string?> WhyNotReleasedAsync(Dossier dossier, ClaimsPrincipal user, DateTimeOffset now)
    {
        var attempt = await attempts.UndecidedAsync(dossier.Id);
        if ((WhyNotByOfficer(attempt, user) ?? (attempt!.StatedAt is not null ? null
            : $"{attempt.SignerNama} belum menyatakan bahwa dokumen ini tidak ditandatangani di BSrE.")) is { } refusal)
        {
            return refusal;
        }

        attempt!.Release(user.Actor().PegawaiId!.Value, user.Actor().Nama, now);
        Write(user, attempt, $"membebaskan permintaan tanda tangan {attempt.SignerNama} {Tanggal.TampilPukul(attempt.DispatchedAt)} atas "
            + $"pernyataannya: {attempt.StatedReason}");
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The second officer takes a certificate for the signer's; null when it was, otherwise a sentence.</summary>
    public async Task<string?> WhyNotAcceptedAsync(Dossier dossier, ClaimsPrincipal user, string reason, DateTimeOffset now)
    {
        var attempt = await attempts.UndecidedAsync(dossier.Id);
        var certificate = attempt is null ? null : await certificates.InDoubtAsync(attempt);
        if ((WhyNotByOfficer(attempt, user)
            ?? (certificate is not null ? null : "Tidak ada sertifikat yang menunggu diterima pada permintaan ini.")) is { } refusal)
        {
            return refusal;
        }

        certificate!.Accept(user.Actor().PegawaiId!.Value, user.Actor().Nama, reason, now);
        Write(user, attempt!, $"menerima sertifikat BSrE atas nama {certificate.Nama} sebagai milik {attempt!.SignerNama} "
            + $"({certificate.Doubt}): {reason}");
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>What of the request waits for a second officer's look; null when nothing does.</summary>
    public Task<BsreCertificate?> InDoubtAsync(BsreAttempt attempt) => certificates.InDoubtAsync(attempt);

    public static string Officers { get; } = string.Join(" atau ", SopTable.Releasing.Select(r => r.Nama()));

    private static string? WhyNotByOfficer(BsreAttempt? attempt, ClaimsPrincipal user) =>
        attempt is null ? "Tidak ada permintaan tanda tangan yang hasilnya belum diketahui. Mungkin sudah selesai di jendela lain."
        : attempt.SignerId == user.Actor().PegawaiId ? "Permintaan ini Anda sendiri yang mengirim. Mintalah petugas lain."
        : null;

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
