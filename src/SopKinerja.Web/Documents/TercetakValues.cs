using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Documents;

/// <summary>A person as the forms name them; an elected head has no NIP and no pangkat.</summary>
public sealed record PegawaiTercetak(string Nama, string? Nip, string? PangkatGolonganRuang, string Jabatan, string UnitKerja)
{
    /// <summary>A place for the name, where nobody holds the office.</summary>
    public static readonly PegawaiTercetak Nobody = new("……………………………………", null, null, "-", "-");

    /// <summary>"NIP", or "NI PPPK".</summary>
    public string LabelNip { get; init; } = "NIP";

    /// <summary>"Pangkat/Gol. Ruang", or "Golongan": a PPPK has neither pangkat nor ruang.</summary>
    public string LabelPangkat { get; init; } = "Pangkat/Gol. Ruang";

    /// <summary>Under a signature: "NIP 1980…", or nothing.</summary>
    public string? NipLine => Nip is null ? null : $"{LabelNip} {Nip}";

    public static PegawaiTercetak From(Party party) => new(
        party.Nama, party.Nip is null ? null : Domain.People.Nip.Stored(party.Nip).ToString(), party.PangkatGolongan, party.Jabatan, party.UnitKerja)
    {
        LabelNip = Domain.People.Nip.LabelOf(party.Jenis),
        LabelPangkat = party.Jenis == JenisAsn.Pppk ? "Golongan" : "Pangkat/Gol. Ruang",
    };

    /// <summary>The five lines of a person beside each other on an SKP and its evaluasi.</summary>
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

/// <summary>An objection, an answer or a decision, with its date.</summary>
public sealed record CatatanTercetak(string Isi, DateOnly Tanggal)
{
    /// <summary>The objection; null where there is none.</summary>
    public static CatatanTercetak? Keberatan(Dossier dossier) => dossier.Keberatan is { } objection ? Of(objection.Reasons, objection.At) : null;

    /// <summary>The answer of the pejabat penilai.</summary>
    public static CatatanTercetak? Tanggapan(Dossier dossier) => dossier.Keberatan?.Tanggapan is { } answer ? Of(answer.Words, answer.At) : null;

    /// <summary>The decision of the atasan pejabat penilai.</summary>
    public static CatatanTercetak? Keputusan(Dossier dossier) => dossier.Keberatan?.Keputusan is { } decision
        ? Of($"{(decision.NilaiTetap ? "Nilai tetap." : "Dinilai kembali.")} {decision.Words}", decision.At)
        : null;

    private static CatatanTercetak Of(string words, DateTimeOffset at) => new(words, Domain.Tanggal.DiWita(at));
}

/// <summary>Who approved electronically, and when; without a certificate.</summary>
public sealed record PersetujuanElektronik(string Nama, DateTimeOffset Pada)
{
    /// <summary>Whether a certified signature is asked for in the file, which the print does not claim before it is there.</summary>
    public bool IsCertifiedInFile { get; init; }

    /// <summary>The words on the print; UU ITE and PP 71/2019 want it said where no certified signature stands behind it.</summary>
    /// <param name="verb">For example "Disetujui".</param>
    public string Statement(string verb) =>
        $"{verb} secara elektronik oleh {Nama} pada {Tanggal.TampilPukul(Pada)} "
        + (IsCertifiedInFile ? "(tanda tangannya di dalam berkas PDF)" : "(tanda tangan elektronik tidak tersertifikasi)");

    /// <summary>The date of a consent, or the dots on which it will be written.</summary>
    public static string TanggalOrDots(PersetujuanElektronik? consent) => consent is null ? "…………………" : Tanggal.Tampil(consent.Pada);

    /// <summary>Nothing where the step has not been finished.</summary>
    /// <param name="finished">The move.</param>
    /// <param name="mode">How the document is signed.</param>
    public static PersetujuanElektronik? From(HistoryEntry? finished, SigningMode? mode) =>
        finished is null ? null : new(finished.ActorNama, finished.At) { IsCertifiedInFile = mode == SigningMode.Bsre };
}
