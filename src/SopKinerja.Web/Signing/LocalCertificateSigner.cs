using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Certificates;
using SopKinerja.Web.Signing.Cms;
using SopKinerja.Web.Signing.Pdf;

namespace SopKinerja.Web.Signing;

/// <summary>Signs with the certificate that the dinas issued to the person: not certified in the sense of PP 71/2019, and the print says
/// so.</summary>
public sealed class LocalCertificateSigner(SopDbContext db, LockedKeys keys, ITimestamps timestamps) : ISigner
{
    public SigningMode Mode => SigningMode.Certificate;

    public async Task<SigningOutcome> SignAsync(
        SigningTask task, Actor actor, Passphrase passphrase, DateTimeOffset now, CancellationToken cancel)
    {
        var (_, place, signatory, _) = task;
        if (actor.PegawaiId != signatory.PegawaiId)
        {
            return new SigningOutcome.Refused(
                $"Tempat ini untuk tanda tangan {Sentences.End(signatory.Nama)} Anda tidak dapat menandatangani atas nama orang lain.");
        }

        var verifier = new PdfSignatureVerifier(await db.SigningTrustAsync(cancel), SignatureTimes.In(db, now));
        if (verifier.Verify(task.Pdf) is { Holds: false } broken)
        {
            return new SigningOutcome.Refused(broken.Fault
                ?? "Tanda tangan yang sudah ada pada dokumen ini tidak sah lagi, jadi dokumen ini tidak ditandatangani. Hubungi "
                    + "administrator.");
        }

        // The file before the passphrase: a file that cannot be signed costs no one a try.
        PreparedSignature prepared;
        try
        {
            prepared = Prepare(task, now);
        }
        catch (PdfRefusedException refused)
        {
            return new SigningOutcome.Refused(refused.Message);
        }

        using var opened = await keys.OpenOwnAsync(signatory.PegawaiId, passphrase, now);
        if (opened is not { Key: { } key, Certificate: { } certificate, Issuer: { } authority })
        {
            return new SigningOutcome.Refused(opened.WhyNot!);
        }

        if (SubjectOf.Nip(certificate) != signatory.Nip)
        {
            return new SigningOutcome.Refused(
                "Sertifikat Anda dibuat untuk NIP yang lain dari NIP pada dokumen ini. Minta sertifikat baru di halaman Sertifikat saya.");
        }

        var signature = CmsSignature.Sign(prepared.Digest, certificate, authority, key);
        var (token, whyNot) = await timestamps.StampAsync(signature.Value, cancel);
        var signed = prepared.Complete(signature with { Timestamp = token });
        return verifier.Verify(signed) is { Holds: true }
            ? new SigningOutcome.Signed(new(signed, Convert.ToHexStringLower(SHA256.HashData(signed))), whyNot)
            : throw new InvalidOperationException($"The signature at {place} does not hold.");
    }

    private PreparedSignature Prepare(SigningTask task, DateTimeOffset now) => PdfSignatureWriter.Prepare(
        task.Pdf, task.Place,
        new SignatureWords(task.Signatory.Nama, task.Signatory.NipLine, task.Signatory.Jabatan, now, task.Alasan),
        timestamps.IsConfigured ? PdfSignatureWriter.ReservedWithTimestamp : PdfSignatureWriter.Reserved);
}
