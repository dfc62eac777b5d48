using SopKinerja.Domain.People;
using static SopKinerja.Domain.Scoring.PermenPanRb6.KelompokJabatan;
using static SopKinerja.Domain.Scoring.PermenPanRb6.Pendekatan;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>How hasil kerja is planned: by indikator with targets, or by an ukuran keberhasilan in words.</summary>
public enum Pendekatan
{
    Kuantitatif,
    Kualitatif,
}

/// <summary>One form of the SKP, by whom it is for and how hasil kerja is planned (PermenPANRB 6/2022, lampiran).</summary>
public sealed record FormulirSkp(
    KelompokJabatan Kelompok, Pendekatan Pendekatan, string Bagi, bool MayIntervene, bool HasDiintervensi, bool HasAspek,
    bool HasPerspektif,
    bool HasIndikator)
{
    private const string Pimpinan = "BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI";

    // The two pendekatan word this line differently, by public implementations; not yet compared with the official text.
    private const string Pegawai = "BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL";
    private const string PegawaiKualitatif = "BAGI PEJABAT ADMINISTRASI / FUNGSIONAL";

    public static readonly IReadOnlyList<FormulirSkp> Rows =
    [
        //  Kelompok               Pendekatan   Bagi               Intervenes  Diintervensi  Aspek  Perspektif  Indikator
        new(PimpinanTinggi,        Kuantitatif, Pimpinan,          false,      false,        false, true,       true),
        new(PimpinanTinggi,        Kualitatif,  Pimpinan,          false,      false,        false, false,      false),
        new(AdministratorPengawas, Kuantitatif, Pegawai,           true,       true,         true,  false,      true),
        new(AdministratorPengawas, Kualitatif,  PegawaiKualitatif, true,       false,        false, false,      false),
        new(Fungsional,            Kuantitatif, Pegawai,           true,       true,         true,  false,      true),
        new(Fungsional,            Kualitatif,  PegawaiKualitatif, true,       false,        false, false,      false),
        new(Pelaksana,             Kuantitatif, Pegawai,           true,       true,         true,  false,      true),
        new(Pelaksana,             Kualitatif,  PegawaiKualitatif, true,       false,        false, false,      false),
    ];

    public static FormulirSkp Of(KelompokJabatan kelompok, Pendekatan pendekatan) =>
        Rows.Single(r => r.Kelompok == kelompok && r.Pendekatan == pendekatan);

    public static IReadOnlyList<FormulirSkp> For(JenisJabatan jenis) => [.. Rows.Where(r => jenis.Choices().Contains(r.Kelompok))];

    public IReadOnlyList<string> JudulSkp => ["SASARAN KINERJA PEGAWAI", PendekatanHasilKerja, Bagi];

    public IReadOnlyList<string> JudulEvaluasi => ["EVALUASI KINERJA PEGAWAI", PendekatanHasilKerja, Bagi];

    /// <summary>The column headings of hasil kerja on the SKP; without indikator the ukuran keberhasilan stands below the
    /// rencana.</summary>
    public IReadOnlyList<string> KolomSkp =>
    [
        "NO",
        .. HasDiintervensi ? ["RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI"] : Array.Empty<string>(),
        "RENCANA HASIL KERJA",
        .. HasAspek ? ["ASPEK"] : Array.Empty<string>(),
        .. HasIndikator ? ["INDIKATOR KINERJA INDIVIDU", "TARGET"] : Array.Empty<string>(),
        .. HasPerspektif ? ["PERSPEKTIF"] : Array.Empty<string>(),
    ];

    public IReadOnlyList<string> KolomEvaluasi =>
        [.. KolomSkp, "REALISASI BERDASARKAN BUKTI DUKUNG", "UMPAN BALIK BERKELANJUTAN BERDASARKAN BUKTI DUKUNG"];

    /// <summary>What stands before the ukuran keberhasilan on a form without rows of indikator; null on the others.</summary>
    public string? LabelUkuran => HasIndikator ? null
        : Kelompok == PimpinanTinggi ? "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif"
        : "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target";

    private string PendekatanHasilKerja => $"PENDEKATAN HASIL KERJA {Pendekatan.Nama().ToUpperInvariant()}";
}
