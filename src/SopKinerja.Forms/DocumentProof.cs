namespace SopKinerja.Forms;

/// <param name="Nomor">Of the document, for example "PPK-2026-000123".</param>
/// <param name="Kode">The short code, as it is shown: "ABCD-EFGH-JKMN".</param>
/// <param name="Menggantikan">What a corrected version replaces, and why; null on a first version.</param>
public sealed record DocumentProof(string Nomor, string Kode, string Alamat, string Cara, string? Menggantikan);

/// <summary>The proof as it is drawn: a QR code with its words beside it, never cut and never alone on a page.</summary>
public sealed record ProofBlock(DocumentProof Proof) : FormBlock
{
    public string Title => $"Kode verifikasi: {Proof.Kode}";

    public IReadOnlyList<string> Words =>
    [
        $"Nomor dokumen: {Proof.Nomor}",
        $"Untuk memeriksa keaslian dokumen ini, pindai kode QR atau buka {Proof.Alamat}",
        Proof.Cara,
        .. Proof.Menggantikan is { } replaced ? [replaced] : Array.Empty<string>(),
    ];

    /// <summary>The QR code for those who cannot see it.</summary>
    public string Alternative => $"Kode QR yang memuat alamat pemeriksaan dokumen {Proof.Nomor}: {Proof.Alamat}";

    public QrSquare Qr => QrSquare.Of(Proof.Alamat);
}
