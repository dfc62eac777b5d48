using SopKinerja.Domain.Sop;
using SopKinerja.Web.Settings;

namespace SopKinerja.Web.Signing;

/// <summary>One way of signing: what the configuration, the screen and the print call it.</summary>
public sealed record SigningModeRow(SigningMode Mode, string Nama, bool IsInFile, string Cara, string Label, string Hint);

/// <summary>The ways of signing, row by row (PP 71/2019 ps. 59–60: tersertifikasi and tidak tersertifikasi).</summary>
public static class SigningModes
{
    public static readonly IReadOnlyList<SigningModeRow> Rows =
    [
        new(SigningMode.Account, "Akun", IsInFile: false,
            "Dokumen ini disetujui secara elektronik dengan akun masing-masing penanda tangan (tanda tangan elektronik tidak "
            + "tersertifikasi).",
            "Kata sandi akun Anda", "Kata sandi menggantikan tanda tangan Anda."),
        new(SigningMode.Certificate, "Sertifikat", IsInFile: true,
            "Dokumen ini ditandatangani di dalam dokumen PDF dengan sertifikat yang diterbitkan dinas (tanda tangan elektronik tidak "
            + "tersertifikasi).",
            "Frasa sandi tanda tangan Anda", "Frasa sandi sertifikat Anda, bukan kata sandi akun. Lihat halaman Sertifikat saya."),
        new(SigningMode.Bsre, "BSrE", IsInFile: true,
            "Tanda tangan elektronik dokumen ini dibubuhkan di dalam dokumen PDF lewat layanan BSrE. Dokumen ini sah hanya bersama tanda "
            + "tangan itu.",
            "Passphrase BSrE Anda", "Passphrase dari BSrE, bukan kata sandi akun. Aplikasi ini tidak menyimpannya."),
        new(SigningMode.WetInk, "TintaBasah", IsInFile: false,
            "Dokumen ini ditandatangani dengan tinta pada kertas. Pindaian lembar yang ditandatangani disimpan bersama dokumen ini.",
            "Kata sandi akun Anda",
            "Kata sandi menyatakan bahwa ini keputusan Anda. Tanda tangannya dibubuhkan dengan tinta pada lembar cetaknya."),
    ];

    /// <summary>The row of BSrE where it sends a code instead of asking for the passphrase.</summary>
    public static SigningModeRow WithCode { get; } = Rows.Single(r => r.Mode == SigningMode.Bsre) with
    {
        Label = "Kode sekali pakai dari BSrE",
        Hint = "Kode yang BSrE kirim kepada Anda. Minta di halaman Identitas BSrE saya; aplikasi ini tidak menyimpannya.",
    };

    public static SigningModeRow Row(SigningMode mode) => Rows.Single(r => r.Mode == mode);

    /// <exception cref="StartRefusedException">There is no such way of signing.</exception>
    public static SigningModeRow Named(string? nama) => string.IsNullOrWhiteSpace(nama)
        ? Rows[0]
        : Rows.FirstOrDefault(r => r.Nama.Equals(nama.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new StartRefusedException(
                $"Setelan {StepSigning.ModeSetting} berisi “{nama}”. Yang dikenal: {string.Join(", ", Rows.Select(r => r.Nama))}.");
}
