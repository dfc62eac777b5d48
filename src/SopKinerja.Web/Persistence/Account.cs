using Microsoft.AspNetCore.Identity;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

public sealed class Account : IdentityUser<int>
{
    /// <summary>The person; null for an administrator, whose account belongs to no dossier.</summary>
    public int? PegawaiId { get; set; }

    public Pegawai? Pegawai { get; set; }

    public string Nama { get; set; } = "";

    public string[] Offices { get; set; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>Asks for a new password at the next sign-in, because someone else knows this one.</summary>
    public bool MustChangePassword { get; set; }

    public bool IsAdministrator => Offices.Contains(nameof(Role.Administrator));

    public static Account OfPegawai(string userName, int pegawaiId, IEnumerable<string> offices) =>
        new() { UserName = userName, PegawaiId = pegawaiId, Offices = [.. offices] };

    public static Account OfAdministrator(string userName, string nama) =>
        new() { UserName = userName, Nama = nama, Offices = [nameof(Role.Administrator)] };
}
