using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence.Mappings;

/// <summary>A dossier and its history; what other pages ask of it by SQL are computed columns.</summary>
internal sealed class DossierMapping :
    IEntityTypeConfiguration<Dossier>,
    IEntityTypeConfiguration<HistoryEntry>,
    IEntityTypeConfiguration<SearchName>,
    IEntityTypeConfiguration<SearchNip>
{
    public void Configure(EntityTypeBuilder<Dossier> entity)
    {
        entity.ToTable("dossiers");
        entity.Property(x => x.Parties).AsJson();
        entity.Property(x => x.Sheet).AsJson();
        entity.Property(x => x.Receipt).AsJson();
        entity.Property(x => x.Evidence).AsJson();
        entity.Property(x => x.Checklist).AsJson();
        entity.Property(x => x.Outcome).AsJson();
        entity.Property(x => x.ResultReceipt).AsJson();
        entity.Property(x => x.Keberatan).AsJson();
        entity.Property(x => x.DraftKeberatan).AsJson();
        entity.Property(x => x.DraftKeputusan).AsJson();
        entity.Property(x => x.PenetapanGround).AsJson();
        entity.Property(x => x.FallenGrounds).AsJson();
        entity.Property(x => x.Replaced).AsJson();
        entity.Property(x => x.ArchiveRecord).AsJson();
        entity.Property(x => x.Version).IsRowVersion();
        entity.Property(x => x.DocumentVersion).HasColumnType("smallint");
        entity.Property(x => x.Bagian).HasColumnType("smallint");
        entity.Property(x => x.Post).HasColumnType("smallint");
        entity.Property(x => x.MethodEdition).HasColumnType("smallint");
        entity.Ignore(x => x.Row)
            .Ignore(x => x.LastDocument).Ignore(x => x.Acknowledged).Ignore(x => x.Ratified).Ignore(x => x.SentBackHere)
            .Ignore(x => x.HasPengesahan).Ignore(x => x.IsDetermined).Ignore(x => x.Determined).Ignore(x => x.Decision)
            .Ignore(x => x.Signatories)
            .Ignore(x => x.OriginalKind)
            .Ignore(x => x.IsObjected).Ignore(x => x.IsFinalByDecision).Ignore(x => x.LastDayToSign).Ignore(x => x.HasEnded)
            .Ignore(x => x.IssuedOn);
        entity.Ignore(x => x.NamaPeriode).Ignore(x => x.JangkaWaktu).Ignore(x => x.Peraturan)
            .Ignore(x => x.Mulai).Ignore(x => x.Selesai).Ignore(x => x.HasEarlier);
        entity.HasMany(x => x.History).WithOne().HasForeignKey(x => x.DossierId);
        entity.HasMany(x => x.Documents).WithOne().HasForeignKey(x => x.DossierId);
        entity.HasMany(x => x.Copies).WithOne().HasForeignKey(x => x.DossierId);
        entity.HasMany(x => x.Scans).WithOne().HasForeignKey(x => x.DossierId);
        entity.HasOne<UnitKerja>().WithMany().HasForeignKey(x => x.UnitKerjaId);
        entity.HasIndex(x => new { x.PeriodId, x.AsnId, x.Bagian, x.Post }).IsUnique().HasFilter("cancelled_at is null");
        // What was given up is in no list, count, search or export; its own pages ask for it.
        entity.HasQueryFilter(x => x.CancelledAt == null);
        Computed(entity);
    }

    public void Configure(EntityTypeBuilder<HistoryEntry> entity)
    {
        entity.Property(x => x.StandIn).AsJson();
        entity.ToTable("history").Ignore(x => x.Sentence).Ignore(x => x.When).Ignore(x => x.Row);
        entity.HasIndex(x => new { x.DossierId, x.No }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SearchName> entity) => entity.ToTable("search_names").HasKey(x => x.Name);

    public void Configure(EntityTypeBuilder<SearchNip> entity) => entity.ToTable("search_nips").HasKey(x => x.Nip);

    private static void Computed(EntityTypeBuilder<Dossier> entity)
    {
        entity.Property<string>(DossierQueries.AsnNama).IsRequired().HasComputedColumnSql("parties -> 'Asn' ->> 'Nama'", stored: true);
        entity.Property<string?>(DossierQueries.AsnNip).HasComputedColumnSql("parties -> 'Asn' ->> 'Nip'", stored: true);
        entity.Property<string>(DossierQueries.AsnCari).IsRequired()
            .HasComputedColumnSql("search_form(parties -> 'Asn' ->> 'Nama')", stored: true);
        entity.Property<RatingKinerja?>(DossierQueries.RatingHasilKerja).HasConversion<string>()
            .HasComputedColumnSql("sheet ->> 'RatingHasilKerja'", stored: true);
        entity.Property<RatingKinerja?>(DossierQueries.RatingPerilaku).HasConversion<string>()
            .HasComputedColumnSql("sheet ->> 'RatingPerilaku'", stored: true);
        entity.Property<CapaianOrganisasi?>(DossierQueries.CapaianOrganisasi).HasConversion<string>()
            .HasComputedColumnSql("sheet ->> 'CapaianOrganisasi'", stored: true);
        entity.Property<short>(DossierQueries.Stage).HasComputedColumnSql("step * 10 + substep", stored: true);
    }
}
