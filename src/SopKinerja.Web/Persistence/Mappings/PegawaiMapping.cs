using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence.Mappings;

internal sealed class PegawaiMapping :
    IEntityTypeConfiguration<Pegawai>,
    IEntityTypeConfiguration<UnitKerja>,
    IEntityTypeConfiguration<KeadaanPegawai>,
    IEntityTypeConfiguration<Penugasan>
{
    public void Configure(EntityTypeBuilder<Pegawai> entity)
    {
        entity.ToTable("pegawai").Ignore(x => x.Jenis).Ignore(x => x.IsStruktural).Ignore(x => x.Pak)
            .Ignore(x => x.Pendelegasian).Ignore(x => x.MayRate);
        entity.Property(x => x.Version).IsRowVersion();
        entity.Property<string>(PegawaiQueries.NamaCari).IsRequired().HasComputedColumnSql("search_form(nama)", stored: true);
        entity.HasIndex(x => x.Nip).IsUnique();
    }

    public void Configure(EntityTypeBuilder<UnitKerja> entity)
    {
        entity.ToTable("unit_kerja").HasIndex(x => x.Kode).IsUnique();
        entity.Property(x => x.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<KeadaanPegawai> entity)
    {
        entity.ToTable("keadaan_pegawai").Ignore(x => x.UraianSurat).Ignore(x => x.JangkaWaktu);
        entity.HasIndex(x => new { x.PeriodId, x.PegawaiId });
    }

    public void Configure(EntityTypeBuilder<Penugasan> entity)
    {
        entity.ToTable("penugasan").Ignore(x => x.Sebagai).Ignore(x => x.JangkaWaktu).Ignore(x => x.Mandate);
        entity.HasOne(x => x.Menggantikan).WithMany().HasForeignKey(x => x.MenggantikanId);
        entity.HasOne(x => x.Pelaksana).WithMany().HasForeignKey(x => x.PelaksanaId);
    }
}
