using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class PlanMapping :
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<PlanHistoryEntry>,
    IEntityTypeConfiguration<PlanNote>
{
    public void Configure(EntityTypeBuilder<Plan> entity)
    {
        entity.ToTable("plans");
        entity.Property(x => x.Content).AsJson();
        entity.Property(x => x.Version).IsRowVersion();
        entity.Ignore(x => x.IsAgreed).Ignore(x => x.Method).Ignore(x => x.CameBack).Ignore(x => x.AgreedBy).Ignore(x => x.Peraturan)
            .Ignore(x => x.IsMeasured).Ignore(x => x.Mulai).Ignore(x => x.Selesai).Ignore(x => x.JangkaWaktu);
        entity.Property(x => x.Post).HasColumnType("smallint");
        entity.HasMany(x => x.History).WithOne().HasForeignKey(x => x.PlanId);
        entity.HasMany(x => x.Notes).WithOne().HasForeignKey(x => x.PlanId);
        entity.HasOne(x => x.Pegawai).WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasOne(x => x.Atasan).WithMany().HasForeignKey(x => x.AtasanId);
        entity.HasOne<UnitKerja>().WithMany().HasForeignKey(x => x.FormerUnitId);
        entity.HasIndex(x => new { x.PeriodId, x.PegawaiId, x.Post }).IsUnique().HasFilter("state <> 'Cancelled'");
        // What was given up is found by its address, and by who asks for it.
        entity.HasQueryFilter(x => x.State != PlanState.Cancelled);
    }

    public void Configure(EntityTypeBuilder<PlanHistoryEntry> entity)
    {
        entity.ToTable("plan_history").Ignore(x => x.Sentence);
        entity.HasOne(x => x.ActorPegawai).WithMany().HasForeignKey(x => x.ActorId);
        entity.HasIndex(x => new { x.PlanId, x.No }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanNote> entity)
    {
        entity.ToTable("plan_notes");
        entity.HasOne(x => x.Author).WithMany().HasForeignKey(x => x.AuthorId);
        entity.HasIndex(x => new { x.PlanId, x.No }).IsUnique();
    }
}
