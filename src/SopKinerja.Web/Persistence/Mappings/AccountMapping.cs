using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<int>>,
    IEntityTypeConfiguration<IdentityUserLogin<int>>,
    IEntityTypeConfiguration<IdentityUserToken<int>>,
    IEntityTypeConfiguration<Change>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<Account> entity) =>
        entity.ToTable("accounts").HasIndex(x => x.PegawaiId).IsUnique();

    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> entity) =>
        entity.ToTable("account_claims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> entity) =>
        entity.ToTable("account_logins");

    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> entity) =>
        entity.ToTable("account_tokens");

    public void Configure(EntityTypeBuilder<Change> entity) =>
        entity.ToTable("changes").HasIndex(x => new { x.Subject, x.SubjectId });

    public void Configure(EntityTypeBuilder<DataProtectionKey> entity)
    {
        entity.ToTable("data_protection_keys");
        entity.Property(x => x.FriendlyName).IsRequired();
        entity.Property(x => x.Xml).IsRequired();
    }
}
