namespace SopKinerja.Domain.Scoring.PermenPanRb6;

public static class FormNames
{
    /// <summary>"Pelaksana, pendekatan kuantitatif".</summary>
    public static string Nama(this FormulirSkp form) => $"{form.Kelompok.Nama()}, pendekatan {form.Pendekatan.Nama().ToLowerInvariant()}";

    public static string Nama(this KelompokJabatan kelompok) => kelompok switch
    {
        KelompokJabatan.PimpinanTinggi => "Pejabat pimpinan tinggi atau pimpinan unit kerja mandiri",
        KelompokJabatan.AdministratorPengawas => "Administrator atau pengawas",
        KelompokJabatan.Fungsional => "Fungsional",
        KelompokJabatan.Pelaksana => "Pelaksana",
        _ => throw new ArgumentOutOfRangeException(nameof(kelompok)),
    };

    public static string Nama(this Pendekatan pendekatan) => pendekatan switch
    {
        Pendekatan.Kuantitatif => "Kuantitatif",
        Pendekatan.Kualitatif => "Kualitatif",
        _ => throw new ArgumentOutOfRangeException(nameof(pendekatan)),
    };

    public static string Nama(this JenisHasilKerja jenis) => jenis switch
    {
        JenisHasilKerja.Utama => "Utama",
        JenisHasilKerja.Tambahan => "Tambahan",
        _ => throw new ArgumentOutOfRangeException(nameof(jenis)),
    };

    public static string Nama(this AspekIndikator aspek) => aspek switch
    {
        AspekIndikator.Kuantitas => "Kuantitas",
        AspekIndikator.Kualitas => "Kualitas",
        AspekIndikator.Waktu => "Waktu",
        AspekIndikator.Biaya => "Biaya",
        _ => throw new ArgumentOutOfRangeException(nameof(aspek)),
    };

    public static string Nama(this Perspektif perspektif) => perspektif switch
    {
        Perspektif.PenerimaLayanan => "Penerima Layanan",
        Perspektif.ProsesBisnis => "Proses Bisnis",
        Perspektif.PenguatanInternal => "Penguatan Internal",
        Perspektif.Anggaran => "Anggaran",
        _ => throw new ArgumentOutOfRangeException(nameof(perspektif)),
    };

    public static string Nama(this CapaianOrganisasi capaian) => capaian switch
    {
        CapaianOrganisasi.Istimewa => "Istimewa",
        CapaianOrganisasi.Baik => "Baik",
        CapaianOrganisasi.ButuhPerbaikan => "Butuh Perbaikan",
        CapaianOrganisasi.Kurang => "Kurang",
        CapaianOrganisasi.SangatKurang => "Sangat Kurang",
        _ => throw new ArgumentOutOfRangeException(nameof(capaian)),
    };
}
