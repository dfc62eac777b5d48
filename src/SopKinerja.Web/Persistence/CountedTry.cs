using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>How often something was tried under a name at an address, and how long the next try waits; written by functions of the
/// database (docs/decisions/0041, 0044).</summary>
public sealed class CountedTry
{
    /// <summary>SHA-256 of the name whose password was wrong; empty for all names; one byte for what anybody may ask.</summary>
    public byte[] Name { get; private set; } = [];

    /// <summary>An address, of IPv6 its network, or a browser or session of the account; empty for all.</summary>
    public string Network { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Null while the next try is free.</summary>
    public DateTimeOffset? WaitUntil { get; private set; }

    /// <summary>When the row says nothing any more.</summary>
    public DateTimeOffset OverAt { get; private set; }
}

internal sealed class CountedTryMapping : IEntityTypeConfiguration<CountedTry>
{
    public void Configure(EntityTypeBuilder<CountedTry> entity)
    {
        entity.ToTable("tries").HasKey(x => new { x.Name, x.Network });
        entity.HasIndex(x => x.OverAt);
    }
}
