using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class PeriodMapping :
    IEntityTypeConfiguration<Period>,
    IEntityTypeConfiguration<CapaianUnit>,
    IEntityTypeConfiguration<CapaianSetter>,
    IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Period> entity)
    {
        entity.ToTable("periods").Ignore(x => x.JangkaWaktu).Ignore(x => x.Peraturan);
        entity.Property(x => x.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<CapaianUnit> entity)
    {
        entity.ToTable("capaian_unit");
        entity.Property(x => x.Bagian).HasColumnType("smallint");
        entity.Property(x => x.Capaian).HasConversion<string>();
        entity.Property(x => x.Sebelumnya).HasConversion<string>();
        entity.HasOne<Period>().WithMany().HasForeignKey(x => x.PeriodId);
        entity.HasOne<UnitKerja>().WithMany().HasForeignKey(x => x.UnitKerjaId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.SetById);
        entity.HasIndex(x => new { x.PeriodId, x.Bagian, x.UnitKerjaId, x.No }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CapaianSetter> entity) => entity.HasNoKey().ToView("capaian_setters");

    public void Configure(EntityTypeBuilder<Holiday> entity) =>
        entity.ToTable("holidays").HasKey(x => x.Date);
}
