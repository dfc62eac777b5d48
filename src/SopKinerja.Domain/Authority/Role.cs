namespace SopKinerja.Domain.Authority;

/// <summary>In which capacity somebody acts: a party named on the dossier, or an office that a user holds.</summary>
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
}

/// <summary>What the screen calls each role.</summary>
public static class Roles
{
    /// <summary>The offices that an administrator gives; the other three roles come from the dossier itself.</summary>
    public static readonly IReadOnlyList<Role> Offices = [Role.Analis, Role.Kasubbag, Role.Sekretaris, Role.KepalaDinas, Role.Administrator];

    /// <summary>Whether the role is given by the dossier itself and not by the administrator.</summary>
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
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The title of the column in the SOP form.</summary>
    public static string Kolom(this Role role) => role switch
    {
        Role.AtasanLangsung => "Atasan Langsung",
        Role.Sekretaris => "Sekretaris",
        Role.Kasubbag => "Kasubbag Perencanaan dan Pelaporan",
        Role.Asn => "Para ASN",
        Role.Analis => "Analis Monitoring, Evaluasi dan Pelaporan",
        Role.AtasanPejabatPenilai or Role.KepalaDinas or Role.Administrator => role.Nama(),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
