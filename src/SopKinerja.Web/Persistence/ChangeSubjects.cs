namespace SopKinerja.Web.Persistence;

/// <summary>The kinds of things whose changes are written down, as the change log shows them.</summary>
public static class ChangeSubjects
{
    public const string Pegawai = "Pegawai";
    public const string UnitKerja = "Unit kerja";
    public const string Akun = "Akun";
    public const string Periode = "Periode";
    public const string HariLibur = "Hari libur";
    public const string Skp = "SKP";
    public const string Keadaan = "Keadaan";
    public const string Sertifikat = "Sertifikat";
    public const string Otoritas = "Otoritas sertifikat";
    public const string TandaTangan = "Tanda tangan";
    public const string Penugasan = "Penugasan";
    public const string Pembetulan = "Pembetulan";
    public const string Setelan = "Setelan dinas";

    /// <summary>Those by which somebody's rights change.</summary>
    public static readonly IReadOnlyList<string> OfRights = [Akun, Penugasan];

    public static readonly IReadOnlyList<string> All = [Pegawai, UnitKerja, Akun, Periode, HariLibur, Skp, Keadaan, Sertifikat, Otoritas,
        TandaTangan, Penugasan, Pembetulan, Setelan];
}
