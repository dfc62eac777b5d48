using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Signs by way of BSrE (tersertifikasi in the sense of PP 71/2019 ps. 60): one request, written down before it leaves, and never
/// repeated.</summary>
public sealed class BsreSigner(
    BsreClient client, BsreSettings settings, BsreIdentities identities, BsreAttempts attempts, BsreSignatures signatures,
    BsreComparison comparison, BsreCertificates certificates, DocumentProofs proofs, TimeProvider time,
    CurrentSettings dinas) : ISigner
{
    public const string Undecided = "Hasil permintaan tanda tangan yang sebelumnya belum diketahui, jadi tidak ada yang dikirim lagi.";

    public SigningMode Mode => SigningMode.Bsre;

    public async Task<SigningOutcome> SignAsync(
        SigningTask task, Actor actor, Passphrase passphrase, DateTimeOffset now, CancellationToken cancel)
    {
        if (WhyNot(task, actor) is { } refusal)
        {
            return new SigningOutcome.Refused(refusal);
        }

        if (await identities.NikAsync(task.Signatory.PegawaiId) is not { } nik)
        {
            return new SigningOutcome.Refused(
                "NIK Anda untuk BSrE belum diisi, atau tidak terbaca lagi. Isi di halaman Identitas BSrE saya, lalu tanda tangani lagi.");
        }

        // The file before the service, and the service before the passphrase leaves.
        BsreSignatureProperties properties;
        try
        {
            properties = Properties(task);
        }
        catch (PdfRefusedException refused)
        {
            return new SigningOutcome.Refused(refused.Message);
        }

        if (await client.WhyNotAbleAsync(nik) is { } unable)
        {
            return new SigningOutcome.Refused(unable);
        }

        var (attempt, unsaved) = await attempts.BeginAsync(task, task.Of!, now);
        return unsaved switch
        {
            null => await SignAsync(attempt, task, settings.AsksCode
                ? new(nik, null, [properties], [task.Pdf]) { Totp = passphrase.Reveal().Trim() }
                : new(nik, passphrase.Reveal(), [properties], [task.Pdf])),
            { Reason: UnsavedReason.Taken } => new SigningOutcome.Unknown(Undecided, null),
            _ => new SigningOutcome.Refused(unsaved.Sentence),
        };
    }

    private async Task<SigningOutcome> SignAsync(BsreAttempt attempt, SigningTask task, BsreSignRequest request)
    {
        switch (await client.SignAsync(request))
        {
            case BsreReply<byte[]>.Answered { Answer: var signed }:
                return await JudgedAsync(attempt, task, signed);
            case BsreReply<byte[]>.Refused refused:
                await attempts.AnsweredAsync(attempt, BsreOutcome.Refused, refused.Sentence, time.GetUtcNow());
                return new SigningOutcome.Refused(refused.Sentence);
            case BsreReply<byte[]>.Lost lost:
                return await UnknownAsync(attempt, lost.Sentence);
            case var other:
                throw new InvalidOperationException($"{other} is no reply.");
        }
    }

    private async Task<SigningOutcome> JudgedAsync(BsreAttempt attempt, SigningTask task, byte[] signed)
    {
        var now = time.GetUtcNow();
        var compared = await comparison.CompareAsync(
            task.Pdf, attempt.DispatchedAt, signed, task.Place, attempts.Times(now), CancellationToken.None);
        if (compared.WhyNot is { } fault)
        {
            return await UnknownAsync(attempt, $"Dokumen yang dikembalikan layanan BSrE tidak dipakai: {fault}.");
        }

        if (await certificates.WhyNotOfAsync(attempt, compared.Made!.Certificate!, now) is { } doubt)
        {
            return await UnknownAsync(attempt, $"Dokumen yang dikembalikan layanan BSrE belum dipakai: {doubt}.");
        }

        attempt.Take(compared);
        attempt.Answer(BsreOutcome.Signed, null, now);
        return new SigningOutcome.Signed(
            new(signed, Convert.ToHexStringLower(SHA256.HashData(signed))),
            Sentences.End($"BSrE menandatangani{(compared.HasMaterial ? ", dengan bahan pemeriksaan jangka panjang," : "")} atas nama "
                + compared.Made.Signer));
    }

    private async Task<SigningOutcome> UnknownAsync(BsreAttempt attempt, string sentence)
    {
        await attempts.AnsweredAsync(attempt, BsreOutcome.Unknown, sentence, time.GetUtcNow());
        return new SigningOutcome.Unknown(sentence, attempt.SentSha256);
    }

    private string? WhyNot(SigningTask task, Actor actor) =>
        actor.PegawaiId != task.Signatory.PegawaiId ? $"Tempat ini untuk tanda tangan {Sentences.End(task.Signatory.Nama)} "
            + "Anda tidak dapat menandatangani atas nama orang lain."
        : !settings.IsOn ? "Dokumen ini ditandatangani lewat BSrE, tetapi layanannya tidak disetel lagi di server ini. Hubungi "
            + "administrator."
        : task.Of is null ? throw new InvalidOperationException("A request is written down for a step of a dossier.")
        : !signatures.Judge(task.Pdf, attempts.Times(time.GetUtcNow())).Holds ? "Tanda tangan yang sudah ada pada dokumen ini tidak sah "
            + "lagi, jadi dokumen ini tidak ditandatangani. Hubungi administrator."
        : null;

    private BsreSignatureProperties Properties(SigningTask task)
    {
        var room = BsreRoom.Of(task.Pdf, task.Place, settings.AsalTitik);
        return new(
            QrSquare.Png(proofs.Address(task.Of!.VerificationCode)), "VISIBLE", room.Page, room.X, room.Y, room.Side, room.Side,
            dinas.Value.Tempat, task.Alasan, "");
    }
}
