using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>Whom a form is for; the regulation has one form for leaders of organisations and one for everybody else.</summary>
public enum KelompokJabatan
{
    /// <summary>Pejabat pimpinan tinggi, and pimpinan unit kerja mandiri of whatever position.</summary>
    PimpinanTinggi,

    /// <summary>Administrator and pengawas.</summary>
    AdministratorPengawas,

    Fungsional,

    Pelaksana,
}

/// <summary>From a person's position to the form.</summary>
public static class KelompokJabatanRules
{
    /// <summary>The group of a position.</summary>
    /// <param name="jenis">The position.</param>
    /// <param name="pimpinanUnitMandiri">Whether the person leads a unit kerja mandiri, which no other data of the person tell.</param>
    public static KelompokJabatan Kelompok(this JenisJabatan jenis, bool pimpinanUnitMandiri) => jenis switch
    {
        _ when pimpinanUnitMandiri => KelompokJabatan.PimpinanTinggi,
        JenisJabatan.PimpinanTinggi => KelompokJabatan.PimpinanTinggi,
        JenisJabatan.Administrator or JenisJabatan.Pengawas => KelompokJabatan.AdministratorPengawas,
        JenisJabatan.Fungsional => KelompokJabatan.Fungsional,
        JenisJabatan.Pelaksana => KelompokJabatan.Pelaksana,
        _ => throw new ArgumentOutOfRangeException(nameof(jenis)),
    };

    /// <summary>
    /// The groups among which somebody of a position may be: a pelaksana leads no unit kerja mandiri, and a pimpinan tinggi has its form already.
    /// </summary>
    public static IReadOnlyList<KelompokJabatan> Choices(this JenisJabatan jenis) => jenis switch
    {
        JenisJabatan.PimpinanTinggi or JenisJabatan.Pelaksana => [jenis.Kelompok(pimpinanUnitMandiri: false)],
        _ => [jenis.Kelompok(pimpinanUnitMandiri: false), KelompokJabatan.PimpinanTinggi],
    };
}
