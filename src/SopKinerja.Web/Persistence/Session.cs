using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>The stay of an account from signing in until it ends (docs/decisions/0041).</summary>
/// <param name="digest">SHA-256 of the key in the cookie, 32 bytes.</param>
/// <param name="stamp">Security stamp of the account by which the session lives.</param>
/// <param name="network">The address, of IPv6 its network.</param>
/// <param name="browser">As the browser names itself, at most <see cref="LongestBrowser"/> characters.</param>
public sealed class Session(
    byte[] digest, int accountId, string stamp, DateTimeOffset createdAt, IPAddress? address, string network, string? browser)
{
    public const int LongestBrowser = 200;

    public long Id { get; private set; }

    public byte[] Digest { get; private set; } = digest;

    /// <summary>Of the key before the present one; null where it is the first.</summary>
    public byte[]? PreviousDigest { get; private set; }

    public DateTimeOffset? RekeyedAt { get; private set; }

    public int AccountId { get; private set; } = accountId;

    public string Stamp { get; private set; } = stamp;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    /// <summary>Right to a minute.</summary>
    public DateTimeOffset LastSeenAt { get; private set; } = createdAt;

    public IPAddress? Address { get; private set; } = address;

    public string Network { get; private set; } = network;

    public string? Browser { get; private set; } = browser;

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndedWhy { get; private set; }
}

public enum SessionEnd
{
    SignedOut,
    ByOwner,
    ByAdministrator,
    PasswordChanged,
    AccountChanged,
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> entity)
    {
        entity.ToTable("sessions").HasIndex(x => x.Digest).IsUnique();
        entity.HasIndex(x => x.PreviousDigest).IsUnique();
        entity.Property(x => x.EndedWhy).HasConversion<string>();
        entity.HasIndex(x => x.CreatedAt);
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
