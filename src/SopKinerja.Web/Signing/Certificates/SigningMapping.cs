using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>Certificates and their authority; the tables are in 0007_tanda_tangan.sql.</summary>
internal sealed class SigningMapping :
    IEntityTypeConfiguration<SigningAuthority>,
    IEntityTypeConfiguration<SigningCertificate>,
    IEntityTypeConfiguration<SigningList>
{
    public void Configure(EntityTypeBuilder<SigningAuthority> entity) => entity.ToTable("signing_authorities");

    public void Configure(EntityTypeBuilder<SigningCertificate> entity)
    {
        entity.ToTable("signing_certificates");
        entity.Property(x => x.EndReason).HasConversion<string>();
        entity.Property(x => x.Version).IsRowVersion();
        entity.HasOne(x => x.Authority).WithMany().HasForeignKey(x => x.AuthorityId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasIndex(x => x.Serial).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SigningList> entity)
    {
        entity.ToTable("signing_lists");
        entity.HasOne<SigningAuthority>().WithMany().HasForeignKey(x => x.AuthorityId);
        entity.HasIndex(x => new { x.AuthorityId, x.Number }).IsUnique();
    }
}
