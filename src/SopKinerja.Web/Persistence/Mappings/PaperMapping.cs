using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence.Mappings;

/// <summary>Documents, copies, scans and evidence; the bytes of each lie in a table of their own.</summary>
internal sealed class PaperMapping :
    IEntityTypeConfiguration<StoredDocument>,
    IEntityTypeConfiguration<DocumentContent>,
    IEntityTypeConfiguration<DossierPapers>,
    IEntityTypeConfiguration<Copy>,
    IEntityTypeConfiguration<Scan>,
    IEntityTypeConfiguration<ScanContent>,
    IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<StoredDocument> entity)
    {
        entity.ToTable("documents");
        entity.Property(x => x.Version).HasColumnType("smallint");
        entity.HasIndex(x => x.Sha256);
        entity.HasOne(x => x.Replaces).WithMany().HasForeignKey(x => x.ReplacesId);
        entity.HasOne(x => x.Content).WithOne().HasForeignKey<DocumentContent>(x => x.DocumentId);
    }

    public void Configure(EntityTypeBuilder<DocumentContent> entity)
    {
        entity.ToTable("document_contents").HasKey(x => x.DocumentId);
        entity.Property(x => x.DocumentId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<DossierPapers> entity)
    {
        entity.HasNoKey().ToSqlQuery(DossierPapers.Sql);
        entity.Property(x => x.Papers).AsJson();
    }

    public void Configure(EntityTypeBuilder<Copy> entity) =>
        entity.ToTable("copies").HasIndex(x => new { x.DossierId, x.No }).IsUnique();

    public void Configure(EntityTypeBuilder<Scan> entity)
    {
        entity.ToTable("scans").HasIndex(x => new { x.DossierId, x.No }).IsUnique();
        entity.Property(x => x.Version).HasColumnType("smallint");
        entity.HasOne(x => x.Content).WithOne().HasForeignKey<ScanContent>(x => x.ScanId);
    }

    public void Configure(EntityTypeBuilder<ScanContent> entity)
    {
        entity.ToTable("scan_contents").HasKey(x => x.ScanId);
        entity.Property(x => x.ScanId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<EvidenceContent> entity) =>
        entity.ToTable("evidence_contents").HasKey(x => x.Key);
}
