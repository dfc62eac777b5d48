using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

/// <summary>A person as the forms name them; an elected head has no NIP and no pangkat.</summary>
public sealed record PegawaiTercetak(string Nama, string? Nip, string? PangkatGolonganRuang, string Jabatan, string UnitKerja)
{
    public static readonly PegawaiTercetak Nobody = new("……………………………………", null, null, "-", "-");

    public string LabelNip { get; init; } = "NIP";

    /// <summary>"Pangkat/Gol. Ruang", or "Golongan": a PPPK has neither pangkat nor ruang.</summary>
    public string LabelPangkat { get; init; } = "Pangkat/Gol. Ruang";

    /// <summary>Under a signature: "NIP 1980…", or nothing.</summary>
    public string? NipLine => Nip is null ? null : $"{LabelNip} {Nip}";

    public static PegawaiTercetak From(Party party) => new(
        party.Nama, party.Nip is null ? null : Domain.People.Nip.Stored(party.Nip).ToString(), party.PangkatGolongan, party.Jabatan,
        party.UnitKerja)
    {
        LabelNip = Domain.People.Nip.LabelOf(party.Jenis),
        LabelPangkat = party.Jenis == JenisAsn.Pppk ? "Golongan" : "Pangkat/Gol. Ruang",
    };

    public IReadOnlyList<(string Label, string Value)> Lines() =>
    [
        ("Nama", Nama),
        (LabelNip, Nip ?? "-"),
        // "Golongan IX" stands beside the label "Golongan" without its first word.
        (LabelPangkat, PangkatGolonganRuang is not { } pangkat ? "-"
            : pangkat.StartsWith($"{LabelPangkat} ", StringComparison.Ordinal) ? pangkat[(LabelPangkat.Length + 1)..] : pangkat),
        ("Jabatan", Jabatan),
        ("Unit Kerja", UnitKerja),
    ];
}

/// <summary>What stands where a form has room for a signature that this period does not ask for.</summary>
internal static class TidakDiperlukan
{
    public const string Words = "Tidak diperlukan: pengesahan tidak diminta dalam periode ini.";
}

/// <summary>What stands in the places of those who do not sign a version that the atasan pejabat penilai set or determined.</summary>
/// <param name="Penilai">Null where nobody stands above the pejabat penilai, who then signs it himself.</param>
/// <param name="Asn">Null where the rated person signs it.</param>
public sealed record PenetapanTercetak(string? Penilai, string? Asn)
{
    /// <summary>Null for a version that the pejabat penilai issued.</summary>
    public static PenetapanTercetak? Of(Dossier dossier) => dossier.Determined is not { } determined ? null : new(
        dossier.Parties.AtasanPejabatPenilai is null ? null
            : determined.Move == Move.Decided ? "Tidak diperlukan: hasil ditetapkan atasan pejabat penilai atas keberatan."
            : dossier.Decision is { } decided ? $"Tidak diperlukan: hasil ditetapkan {decided.ActorNama} atas keberatan pada "
                + $"{Tanggal.TampilPukul(decided.At)}, dalam versi sebelumnya."
            : $"Disetujui {dossier.Signatories.AtasanLangsung.Nama} pada {Approved(dossier)}, dalam versi sebelumnya.",
        determined.Move == Move.Determined && dossier.PenetapanGround is { } ground ? PenetapanTable.AtSignature(ground) : null);

    private static string Approved(Dossier dossier) =>
        dossier.Finished(Step.Validate) is { } approved ? Tanggal.TampilPukul(approved.At) : "waktu yang tidak tercatat";
}

public sealed record CatatanTercetak(string Isi, DateOnly Tanggal)
{
    /// <summary>The objection; null where there is none.</summary>
    public static CatatanTercetak? Keberatan(Dossier dossier) =>
        dossier.Keberatan is { } objection ? Of(objection.Reasons, objection.At) : null;

    public static CatatanTercetak? Tanggapan(Dossier dossier) =>
        dossier.Keberatan?.Tanggapan is { } answer ? Of(answer.Words, answer.At) : null;

    public static CatatanTercetak? Keputusan(Dossier dossier) => dossier.Keberatan?.Keputusan is { } decision
        ? Of($"{(decision.NilaiTetap ? "Hasil tetap." : "Hasil diubah.")} {decision.Words}", decision.At)
        : null;

    private static CatatanTercetak Of(string words, DateTimeOffset at) => new(words, Domain.Tanggal.DiWita(at));
}

/// <summary>Who approved electronically, and when; without a certificate.</summary>
public sealed record PersetujuanElektronik(string Nama, DateTimeOffset Pada)
{
    /// <summary>Whether a certified signature is asked for in the file, which the print does not claim before it is there.</summary>
    public bool IsCertifiedInFile { get; init; }

    /// <summary>Who consented where it is another than the one who is named in his place; null where it is himself.</summary>
    public PegawaiTercetak? Oleh { get; init; }

    /// <summary>What stands in the place of his approval where the version was set by somebody above him; null where it is his.</summary>
    public string? Instead { get; init; }

    /// <summary>The words on the print; UU ITE and PP 71/2019 want it said where no certified signature stands behind it.</summary>
    /// <param name="verb">For example "Disetujui".</param>
    public string Statement(string verb) =>
        Instead ?? $"{verb} secara elektronik oleh {Nama} pada {Tanggal.TampilPukul(Pada)} "
        + (IsCertifiedInFile ? "(tanda tangannya di dalam dokumen PDF)" : "(tanda tangan elektronik tidak tersertifikasi)");

    public static string TanggalOrDots(PersetujuanElektronik? consent) => consent is null ? "…………………" : Tanggal.Tampil(consent.Pada);

    /// <summary>Of the pejabat penilai: his approval, or his own decision where nobody stands above him.</summary>
    public static PersetujuanElektronik? Penilai(Dossier dossier) =>
        // Figures that he did not give are not shown over his approval.
        dossier is { Determined: not null, Decision: { } decided } && PenetapanTercetak.Of(dossier)?.Penilai is { } instead
        ? new(decided.ActorNama, decided.At) { Instead = instead }
        : From(IsHisOwn(dossier) ? dossier.Determined : dossier.Finished(Step.Validate), dossier.SigningMode);

    /// <summary>Of the atasan pejabat penilai: what he set or determined, or his pengesahan.</summary>
    public static PersetujuanElektronik? Atasan(Dossier dossier) =>
        From(IsHisOwn(dossier) ? null : dossier.Determined ?? dossier.Ratified, dossier.SigningMode);

    private static bool IsHisOwn(Dossier dossier) => dossier.Determined is not null && dossier.Parties.AtasanPejabatPenilai is null;

    public static PersetujuanElektronik? From(HistoryEntry? finished, SigningMode? mode) =>
        finished is null ? null : new(finished.ActorNama, finished.At) { IsCertifiedInFile = mode == SigningMode.Bsre };
}
