using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Persistence.Mappings;

/// <summary>Plans.</summary>
internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> entity)
    {
        entity.ToTable("plans");
        entity.Property(x => x.Kegiatan).AsJson();
        entity.Property(x => x.Sasaran).AsJson();
        entity.Property(x => x.Version).IsRowVersion();
        entity.Ignore(x => x.IsAgreed).Ignore(x => x.Method);
        entity.HasOne(x => x.Pegawai).WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasOne(x => x.Atasan).WithMany().HasForeignKey(x => x.AtasanId);
        entity.HasIndex(x => new { x.PeriodId, x.PegawaiId }).IsUnique();
    }
}
