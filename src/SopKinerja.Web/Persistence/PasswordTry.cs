using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>How often a password was wrong for a name at an address, and how long the next try waits; written by functions of the
/// database (docs/decisions/0041).</summary>
public sealed class PasswordTry
{
    /// <summary>SHA-256 of the name; empty for all names.</summary>
    public byte[] Name { get; private set; } = [];

    /// <summary>Empty for all.</summary>
    public string Network { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Null while the next try is free.</summary>
    public DateTimeOffset? WaitUntil { get; private set; }
}

internal sealed class PasswordTryMapping : IEntityTypeConfiguration<PasswordTry>
{
    public void Configure(EntityTypeBuilder<PasswordTry> entity)
    {
        entity.ToTable("password_tries").HasKey(x => new { x.Name, x.Network });
        entity.HasIndex(x => x.Since);
    }
}
