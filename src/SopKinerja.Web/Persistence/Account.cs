using Microsoft.AspNetCore.Identity;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

/// <summary>A user: the person behind it, if any, and the offices held.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>The person; null for an administrator, whose account belongs to no dossier.</summary>
    public int? PegawaiId { get; set; }

    public Pegawai? Pegawai { get; set; }

    /// <summary>The name when there is no person behind the account.</summary>
    public string Nama { get; set; } = "";

    /// <summary>Names of <see cref="Role"/>s, as stored.</summary>
    public string[] Offices { get; set; } = [];

    /// <summary>False shuts the account out.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Asks for a new password at the next sign-in, because somebody else knows this one.</summary>
    public bool MustChangePassword { get; set; }

    public bool IsAdministrator => Offices.Contains(nameof(Role.Administrator));

    /// <summary>The account of a person, with offices or none.</summary>
    public static Account OfPegawai(string userName, int pegawaiId, IEnumerable<string> offices) =>
        new() { UserName = userName, PegawaiId = pegawaiId, Offices = [.. offices] };

    /// <summary>An administrator's account: no person stands behind it, and it holds no other office.</summary>
    public static Account OfAdministrator(string userName, string nama) =>
        new() { UserName = userName, Nama = nama, Offices = [nameof(Role.Administrator)] };
}
