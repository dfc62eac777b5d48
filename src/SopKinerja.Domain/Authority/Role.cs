namespace SopKinerja.Domain.Authority;

/// <summary>In which capacity someone acts: a party named on the dossier, or an office that a user holds.</summary>
public enum Role
{
    Asn,
    AtasanLangsung,
    AtasanPejabatPenilai,
    Analis,
    Kasubbag,
    Sekretaris,
    KepalaDinas,
    Administrator,

    /// <summary>Reads everything and acts on nothing: an inspector of the regency.</summary>
    Auditor,
}

public static class Roles
{
    public static readonly IReadOnlyList<Role> Offices = [Role.Analis, Role.Kasubbag, Role.Sekretaris, Role.KepalaDinas,
        Role.Administrator, Role.Auditor];

    /// <summary>Whether the office belongs to an account without a person, which holds nothing else.</summary>
    public static bool StandsAlone(this Role role) => role is Role.Administrator or Role.Auditor;

    public static bool IsParty(this Role role) => role is Role.Asn or Role.AtasanLangsung or Role.AtasanPejabatPenilai;

    /// <summary>The name for a sentence, as in "menunggu Kasubbag".</summary>
    public static string Nama(this Role role) => role switch
    {
        Role.Asn => "ASN yang dinilai",
        Role.AtasanLangsung => "atasan langsung",
        Role.AtasanPejabatPenilai => "atasan pejabat penilai",
        Role.Analis => "Analis",
        Role.Kasubbag => "Kasubbag",
        Role.Sekretaris => "Sekretaris",
        Role.KepalaDinas => "Kepala Dinas",
        Role.Administrator => "Administrator",
        Role.Auditor => "Auditor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    public static string Kolom(this Role role) => role switch
    {
        Role.AtasanLangsung => "Atasan Langsung",
        Role.Sekretaris => "Sekretaris",
        Role.Kasubbag => "Kasubbag Perencanaan dan Pelaporan",
        Role.Asn => "Para ASN",
        Role.Analis => "Analis Monitoring, Evaluasi dan Pelaporan",
        Role.AtasanPejabatPenilai or Role.KepalaDinas or Role.Administrator or Role.Auditor => role.Nama(),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
