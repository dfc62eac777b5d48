using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<PlanHistoryEntry>
{
    public void Configure(EntityTypeBuilder<Plan> entity)
    {
        entity.ToTable("plans");
        entity.Property(x => x.Content).AsJson();
        entity.Property(x => x.Version).IsRowVersion();
        entity.Ignore(x => x.IsAgreed).Ignore(x => x.Method).Ignore(x => x.CameBack);
        entity.HasMany(x => x.History).WithOne().HasForeignKey(x => x.PlanId);
        entity.HasOne(x => x.Pegawai).WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasOne(x => x.Atasan).WithMany().HasForeignKey(x => x.AtasanId);
        entity.HasIndex(x => new { x.PeriodId, x.PegawaiId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanHistoryEntry> entity)
    {
        entity.ToTable("plan_history").Ignore(x => x.Sentence);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.ActorId);
        entity.HasIndex(x => new { x.PlanId, x.No }).IsUnique();
    }
}
