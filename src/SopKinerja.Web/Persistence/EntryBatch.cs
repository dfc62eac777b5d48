using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>Slips that were made together, until they are printed (docs/decisions/0053).</summary>
public sealed class EntryBatch
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public int Id { get; private init; }

    /// <summary>Who made them, and alone may print them.</summary>
    public required int AccountId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The codes with their accounts, in cipher; empty once they are printed.</summary>
    public required byte[] Sealed { get; init; }
}

internal sealed class EntryBatchMapping : IEntityTypeConfiguration<EntryBatch>
{
    public void Configure(EntityTypeBuilder<EntryBatch> entity)
    {
        entity.ToTable("entry_batches");
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }
}
