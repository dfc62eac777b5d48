using System.Security.Cryptography;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Documents;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing;

/// <summary>By what the printed documents are checked: number, code, and the address that their QR code holds.</summary>
public sealed class DocumentProofs(CurrentSettings settings)
{
    /// <summary>Of the present version; null before approval, and for documents of the first edition, which carry no code.</summary>
    /// <param name="at">Whose address of the program it names.</param>
    public DocumentProof? Of(Dossier dossier, DateTimeOffset at) => dossier is { VerificationCode: { } code, SigningMode: { } mode }
        ? new(
            DocumentNumber.Of(dossier), VerificationCode.Tampil(code), Address(settings.AsOf(at), code), SigningModes.Row(mode).Cara,
            dossier.Replaced is { } replaced
                ? $"Versi {dossier.DocumentVersion}. Menggantikan versi {replaced.Version}"
                    + $"{(replaced.VerificationCode is { } old ? $" (kode {VerificationCode.Tampil(old)})" : "")} {After(replaced.Why)}."
                : null)
        : null;

    public static Issuance NewIssuance(SigningMode mode) =>
        new(VerificationCode.From(RandomNumberGenerator.GetBytes(VerificationCode.Length)), mode);

    public string Address(string code) => Address(settings.Value, code);

    private static string Address(DinasSettings dinas, string code) => $"{dinas.AlamatAplikasi}{Links.Authenticity.Document(code)}";

    /// <summary>The code in an address of a QR code, whatever host it names: programs move; null when it is no such address.</summary>
    public static string? CodeIn(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
            && address.AbsolutePath.Split('/') is [.., "periksa", var code]
            ? VerificationCode.Parse(code)
            : null;

    private static string After(Move why) => why switch
    {
        Move.Decided => "setelah keberatan",
        Move.SentBack => "karena pengesahannya ditolak",
        Move.Determined => "karena ditetapkan tanpa tanda tangan pegawai",
        _ => throw new InvalidOperationException($"No version loses its force by {why}."),
    };
}
