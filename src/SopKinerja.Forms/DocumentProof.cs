namespace SopKinerja.Forms;

/// <param name="Nomor">Of the document, for example "PPK-2026-000123".</param>
/// <param name="Kode">The short code, as it is shown: "ABCD-EFGH-JKMN".</param>
/// <param name="Menggantikan">What a corrected version replaces, and why; null on a first version.</param>
public sealed record DocumentProof(string Nomor, string Kode, string Alamat, string Cara, string? Menggantikan);

/// <summary>The proof as it is drawn, never alone on a page.</summary>
public sealed record ProofBlock(DocumentProof Proof) : QrBlock
{
    public override string Address => Proof.Alamat;

    public override string Alternative => $"Kode QR yang memuat alamat pemeriksaan dokumen {Proof.Nomor}: {Proof.Alamat}";

    public override IReadOnlyList<QrWords> Words =>
    [
        new($"Kode verifikasi: {Proof.Kode}", 10, Bold: true),
        new($"Nomor dokumen: {Proof.Nomor}"),
        new($"Untuk memeriksa keaslian dokumen ini, pindai kode QR atau buka {Proof.Alamat}"),
        new(Proof.Cara),
        .. Proof.Menggantikan is { } replaced ? [new QrWords(replaced)] : Array.Empty<QrWords>(),
    ];
}
