namespace SopKinerja.Domain.Sop;

public enum PenetapanReason
{
    Unsigned,
    Refused,
    WithoutAccount,
    Died,
    Retired,
    Transferred,
    Left,
}

/// <param name="Words">What stands in the place of the rated person's signature, before the date.</param>
/// <param name="MayPropose">Whether somebody proposes it; otherwise a time that passed brings it about.</param>
public sealed record PenetapanRow(PenetapanReason Reason, string Nama, string Words, bool MayPropose);

/// <summary>Why a result may be determined without the signature of the rated person.</summary>
/// <remarks>That the atasan pejabat penilai sets it where the rated person does not sign: PP 46/2011 (its explanation; not yet compared
/// with the text). For the other reasons no text was found; they lead to the archive, and the form says so.</remarks>
public static class PenetapanTable
{
    public static readonly IReadOnlyList<PenetapanRow> Rows =
    [
        new(PenetapanReason.Unsigned, "Tidak menandatangani dan tidak berkeberatan",
            "Tidak ditandatangani dan tidak ada keberatan sampai", MayPropose: false),
        new(PenetapanReason.Refused, "Menolak menandatangani", "Pegawai menolak menandatangani pada", MayPropose: true),
        new(PenetapanReason.WithoutAccount, "Tanpa akun: menerima hasil di atas kertas", "Diterima di atas kertas pada", MayPropose: true),
        new(PenetapanReason.Died, "Meninggal dunia", "Pegawai meninggal dunia pada", MayPropose: true),
        new(PenetapanReason.Retired, "Pensiun", "Pegawai pensiun sejak", MayPropose: true),
        new(PenetapanReason.Transferred, "Pindah instansi", "Pegawai pindah instansi sejak", MayPropose: true),
        new(PenetapanReason.Left, "Berhenti atau diberhentikan", "Pegawai berhenti sejak", MayPropose: true),
    ];

    public static PenetapanRow Row(PenetapanReason reason) => Rows.Single(r => r.Reason == reason);

    /// <summary>"Pegawai meninggal dunia pada 3 Maret 2027. Hasil ditetapkan tanpa tanda tangan pegawai."</summary>
    public static string AtSignature(PenetapanGround ground) =>
        $"{Row(ground.Reason).Words} {Tanggal.Tampil(ground.Date)}. Hasil ditetapkan tanpa tanda tangan pegawai.";
}
