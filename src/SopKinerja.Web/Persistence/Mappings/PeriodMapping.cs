using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.Periods;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class PeriodMapping :
    IEntityTypeConfiguration<Period>,
    IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Period> entity)
    {
        entity.ToTable("periods").Ignore(x => x.JangkaWaktu).Ignore(x => x.Peraturan);
        entity.Property(x => x.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Holiday> entity) =>
        entity.ToTable("holidays").HasKey(x => x.Date);
}
