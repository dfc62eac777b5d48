using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence;

/// <summary>One setting of the dinas as it became: by whom and when. Never changed; the newest line of a name holds.</summary>
public sealed class SettingChange
{
    public long Id { get; private init; }

    public required string Name { get; init; }

    /// <summary>Of the lines of its name, from 1.</summary>
    public required int No { get; init; }

    public required string Value { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for what a migration wrote.</summary>
    public required int? AccountId { get; init; }

    public required string ActorNama { get; init; }
}

/// <summary>The picture in the letterhead, by what is in it.</summary>
public sealed class LetterheadPicture
{
    public required string Sha256 { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<SettingChange>, IEntityTypeConfiguration<LetterheadPicture>
{
    public void Configure(EntityTypeBuilder<SettingChange> entity)
    {
        entity.ToTable("setting_changes").HasIndex(x => new { x.Name, x.No }).IsUnique();
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<LetterheadPicture> entity) =>
        entity.ToTable("letterhead_pictures").HasKey(x => x.Sha256);
}
