using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Signing.WetInk;

public abstract record ScanOrigin
{
    private ScanOrigin()
    {
    }

    public sealed record Known(long DossierId, int Version, string Nomor) : ScanOrigin;

    public sealed record Unread(string Sentence) : ScanOrigin;

    /// <summary>It is not to be kept, whatever is typed.</summary>
    public sealed record Refused(string Sentence) : ScanOrigin;

    /// <param name="typed">The code that someone typed; null when no one did.</param>
    public (ScanMatch? Match, string? WhyNot) Of(Dossier dossier, ScanFile file, string? typed) =>
        dossier.SigningMode != SigningMode.WetInk ? (
            null, "Dokumen berkas ini tidak ditandatangani dengan tinta, jadi tidak memerlukan pindaian.")
        : dossier.Documents.Any(d => d.Sha256 == file.Sha256) ? (
            null, "Ini dokumen aslinya, belum ditandatangani. Cetak, minta tanda tangannya, pindai, lalu unggah pindaiannya.")
        : dossier.Scans.FirstOrDefault(s => s.Sha256 == file.Sha256) is { } same ? (
            null, $"Pindaian yang sama sudah tersimpan sebagai pindaian ke-{same.No}.")
        : this switch
        {
            Known known when known.DossierId != dossier.Id =>
                (null, $"Pindaian ini memuat dokumen {known.Nomor}, bukan dokumen berkas ini. Unggah pada berkasnya sendiri."),
            Known known when known.Version != dossier.DocumentVersion =>
                (null, $"Pindaian ini memuat versi {known.Version}, yang sudah digantikan. "
                    + $"Cetak versi {dossier.DocumentVersion}, minta tanda tangannya, lalu pindai versi itu."),
            Known => (ScanMatch.Qr, null),
            Unread unread when string.IsNullOrWhiteSpace(typed) => (null, unread.Sentence),
            Unread => VerificationCode.Parse(typed) == dossier.VerificationCode
                ? (ScanMatch.Typed, null)
                : (null, "Kode yang Anda ketik bukan kode dokumen berkas ini. Bacalah sekali lagi di samping kode QR, atau di kaki setiap "
                    + "halaman."),
            Refused refused => (null, refused.Sentence),
            _ => throw new InvalidOperationException($"{this} is no origin."),
        };
}
