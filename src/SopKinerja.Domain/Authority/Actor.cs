namespace SopKinerja.Domain.Authority;

/// <summary>Somebody who is signed in: which person, and the offices held.</summary>
/// <param name="PegawaiId">The person; null for an account that belongs to nobody in the dinas (the administrator's).</param>
/// <param name="Nama">The name as it is written in the history.</param>
/// <param name="Offices">Offices given by the administrator.</param>
public sealed record Actor(int? PegawaiId, string Nama, IReadOnlySet<Role> Offices)
{
    /// <summary>Whether the office is held.</summary>
    public bool Holds(Role office) => Offices.Contains(office);
}
