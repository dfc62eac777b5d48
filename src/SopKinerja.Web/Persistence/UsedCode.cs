using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>A one-time code that an account has used (docs/decisions/0043).</summary>
/// <param name="step">Of time, 30 seconds each since 1970 (RFC 6238).</param>
public sealed class UsedCode(int accountId, long step)
{
    public int AccountId { get; private set; } = accountId;

    public long Step { get; private set; } = step;
}

internal sealed class UsedCodeMapping : IEntityTypeConfiguration<UsedCode>
{
    public void Configure(EntityTypeBuilder<UsedCode> entity)
    {
        entity.ToTable("used_codes").HasKey(x => new { x.AccountId, x.Step });
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
