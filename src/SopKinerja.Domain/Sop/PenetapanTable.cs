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
/// <param name="AsksReceipt">Whether it can only be of a result that came to the rated person.</param>
/// <param name="KeepsObjection">Whether he may still object until his last day, and nothing is determined before: who does not sign has
/// not waived (PP 30/2019 ps. 59).</param>
/// <param name="From">The first day on which it can have happened.</param>
public sealed record PenetapanRow(
    PenetapanReason Reason, string Nama, string Words, bool MayPropose, bool AsksReceipt, bool KeepsObjection,
    Func<Dossier, DateOnly> From)
{
    /// <summary>Why it cannot be said of somebody with an account that is open, after his name; null where it can.</summary>
    public string? WhyNotWithAccount { get; init; }
}

/// <summary>Why a result may be determined without the signature of the rated person.</summary>
/// <remarks>That the atasan pejabat penilai sets it where the rated person does not sign: PP 46/2011 (its explanation; not yet compared
/// with the text). For the other reasons no text was found; they lead to the archive, and the form says so.</remarks>
public static class PenetapanTable
{
    public static readonly IReadOnlyList<PenetapanRow> Rows =
    [
        new(PenetapanReason.Unsigned, "Tidak menandatangani dan tidak berkeberatan",
            "Tidak ditandatangani dan tidak ada keberatan sampai", MayPropose: false, AsksReceipt: true, KeepsObjection: true, Receipt),
        new(PenetapanReason.Refused, "Menolak menandatangani", "Pegawai menolak menandatangani pada",
            MayPropose: true, AsksReceipt: true, KeepsObjection: true, AfterWillingness),
        new(PenetapanReason.WithoutAccount, "Tanpa akun: menerima hasil di atas kertas", "Diterima di atas kertas pada",
            MayPropose: true, AsksReceipt: true, KeepsObjection: true, Receipt)
            {
                WhyNotWithAccount = "mempunyai akun yang aktif, jadi dapat menandatangani sendiri. Bila ia tidak mau, usulkan “Menolak "
                    + "menandatangani”.",
            },
        new(PenetapanReason.Died, "Meninggal dunia", "Pegawai meninggal dunia pada",
            MayPropose: true, AsksReceipt: false, KeepsObjection: false, Measured)
            {
                WhyNotWithAccount = "mempunyai akun yang masih terbuka. Minta administrator menutupnya dahulu, lalu usulkan lagi.",
            },
        new(PenetapanReason.Retired, "Pensiun", "Pegawai pensiun sejak",
            MayPropose: true, AsksReceipt: false, KeepsObjection: true, Measured),
        new(PenetapanReason.Transferred, "Pindah instansi", "Pegawai pindah instansi sejak",
            MayPropose: true, AsksReceipt: false, KeepsObjection: true, Measured),
        new(PenetapanReason.Left, "Berhenti atau diberhentikan", "Pegawai berhenti sejak",
            MayPropose: true, AsksReceipt: false, KeepsObjection: true, Measured),
    ];

    public static PenetapanRow Row(PenetapanReason reason) => Rows.Single(r => r.Reason == reason);

    /// <summary>What is wrong with a ground that somebody would propose, as a sentence; null where nothing is.</summary>
    /// <param name="hasAccount">Whether the rated person has an account with which he can sign; the database knows it too.</param>
    public static string? WhyNot(
        Dossier dossier, PenetapanReason reason, DateOnly day, DateTimeOffset now, bool hasAccount = false)
    {
        var row = Row(reason);
        if (hasAccount && row.WhyNotWithAccount is { } account)
        {
            return $"{dossier.Parties.Asn.Nama} {account}";
        }

        if (row.AsksReceipt && !Needs.ResultDelivered.IsMet(dossier, now))
        {
            return $"Penerimaan hasil belum tercatat, jadi “{row.Nama}” belum dapat diusulkan. Catat dahulu penyerahan hasilnya.";
        }

        // What was decided anew has no receipt of its own; his days to sign it are counted from the decision.
        if (row.AsksReceipt && dossier.IsFinalByDecision && dossier.LastDayToSign is { } last)
        {
            return $"Hasil ini ditetapkan atas keberatan, dan pegawai dapat menandatanganinya sampai {Tanggal.Tampil(last)}. Sesudah itu "
                + "hasilnya menunggu penetapan dengan sendirinya.";
        }

        var first = row.From(dossier);
        return day < first || day > Tanggal.DiWita(now)
            ? $"Tanggal kejadian untuk “{row.Nama}” harus antara {Tanggal.Tampil(first)} dan hari ini."
            : null;
    }

    // Who retired, died or left before the first day of what is measured was not measured.
    private static DateOnly Measured(Dossier dossier) => dossier.Mulai;

    // Of the present version: what was received or refused before it is of another.
    private static DateOnly Receipt(Dossier dossier) =>
        dossier.ResultReceipt?.Date is { } day && day > dossier.IssuedOn ? day : dossier.IssuedOn;

    // Who came to sign did not refuse before that day was over.
    private static DateOnly AfterWillingness(Dossier dossier) =>
        dossier.History.LastOrDefault(h => h.Move == Move.Reconsidered) is { } willing
            && Tanggal.DiWita(willing.At).AddDays(1) is var day && day > Receipt(dossier)
            ? day
            : Receipt(dossier);

    /// <summary>"Pegawai meninggal dunia pada 3 Maret 2027."</summary>
    public static string WhatHappened(PenetapanGround ground) => $"{Row(ground.Reason).Words} {Tanggal.Tampil(ground.Date)}.";

    /// <summary>"Pegawai meninggal dunia pada 3 Maret 2027. Hasil ditetapkan tanpa tanda tangan pegawai."</summary>
    public static string AtSignature(PenetapanGround ground) => $"{WhatHappened(ground)} Hasil ditetapkan tanpa tanda tangan pegawai.";
}
