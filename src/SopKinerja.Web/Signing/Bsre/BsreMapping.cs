using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Signing.Bsre;

/// <summary>Requests to BSrE, who signs there under which NIK, and with which certificate; the tables are in 0010_bsre.sql and
/// 0037_bsre_dijaga.sql.</summary>
internal sealed class BsreMapping :
    IEntityTypeConfiguration<BsreIdentity>,
    IEntityTypeConfiguration<BsreAttempt>,
    IEntityTypeConfiguration<BsreCertificate>
{
    public void Configure(EntityTypeBuilder<BsreIdentity> entity)
    {
        entity.ToTable("bsre_identities").HasKey(x => x.PegawaiId);
        entity.Property(x => x.PegawaiId).ValueGeneratedNever();
        entity.HasOne<Pegawai>().WithOne().HasForeignKey<BsreIdentity>(x => x.PegawaiId);
    }

    public void Configure(EntityTypeBuilder<BsreAttempt> entity)
    {
        entity.ToTable("bsre_attempts");
        entity.Property(x => x.Outcome).HasConversion<string>();
        entity.Property(x => x.Resolution).HasConversion<string>();
        entity.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.SignerId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.ReleasedById);
    }

    public void Configure(EntityTypeBuilder<BsreCertificate> entity)
    {
        entity.ToTable("bsre_certificates");
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.AcceptedById);
        entity.HasOne<BsreAttempt>().WithMany().HasForeignKey(x => x.AttemptId);
    }
}
