using SopKinerja.Domain.People;

namespace SopKinerja.Domain.Scoring.PermenPanRb6;

/// <summary>Whom a form is for; the regulation has one form for leaders of organisations and one for everybody else.</summary>
public enum KelompokJabatan
{
    PimpinanTinggi,

    AdministratorPengawas,

    Fungsional,

    Pelaksana,
}

public static class KelompokJabatanRules
{
    public static KelompokJabatan Kelompok(this JenisJabatan jenis, bool pimpinanUnitMandiri) => jenis switch
    {
        _ when pimpinanUnitMandiri => KelompokJabatan.PimpinanTinggi,
        JenisJabatan.PimpinanTinggi => KelompokJabatan.PimpinanTinggi,
        JenisJabatan.Administrator or JenisJabatan.Pengawas => KelompokJabatan.AdministratorPengawas,
        JenisJabatan.Fungsional => KelompokJabatan.Fungsional,
        JenisJabatan.Pelaksana => KelompokJabatan.Pelaksana,
        _ => throw new ArgumentOutOfRangeException(nameof(jenis)),
    };

    public static IReadOnlyList<KelompokJabatan> Choices(this JenisJabatan jenis) => jenis switch
    {
        JenisJabatan.PimpinanTinggi or JenisJabatan.Pelaksana => [jenis.Kelompok(pimpinanUnitMandiri: false)],
        _ => [jenis.Kelompok(pimpinanUnitMandiri: false), KelompokJabatan.PimpinanTinggi],
    };
}
