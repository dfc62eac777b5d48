namespace SopKinerja.Domain.Authority;

/// <param name="PegawaiId">The person; null for an account that belongs to no one in the dinas (the administrator's).</param>
public sealed record Actor(int? PegawaiId, string Nama, IReadOnlySet<Role> Offices)
{
    public bool Holds(Role office) => Offices.Contains(office);
}
