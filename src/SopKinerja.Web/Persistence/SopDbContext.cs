using System.Text.Json.Serialization;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SopKinerja.Domain.Authority;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Signing.Certificates;

namespace SopKinerja.Web.Persistence;

/// <summary>The database. The schema itself is in <c>Migrations/*.sql</c>; a test compares the two.</summary>
public sealed class SopDbContext(DbContextOptions<SopDbContext> options) : IdentityUserContext<Account, int>(options)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<Scan> Scans => Set<Scan>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Period> Periods => Set<Period>();

    public DbSet<Pegawai> Pegawai => Set<Pegawai>();

    public DbSet<UnitKerja> UnitKerja => Set<UnitKerja>();

    public DbSet<KeadaanPegawai> Keadaan => Set<KeadaanPegawai>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Step>().HaveConversion<short>();
        configurationBuilder.Properties<Substep>().HaveConversion<short>();
        configurationBuilder.Properties<SigningMode>().HaveConversion<string>();
        configurationBuilder.Properties<Role>().HaveConversion<string>();
        configurationBuilder.Properties<Move>().HaveConversion<string>();
        configurationBuilder.Properties<DocumentKind>().HaveConversion<string>();
        configurationBuilder.Properties<ScanMatch>().HaveConversion<string>();
        configurationBuilder.Properties<PlanState>().HaveConversion<string>();
        configurationBuilder.Properties<JenisKeadaan>().HaveConversion<string>();
        configurationBuilder.Properties<JenisJabatan>().HaveConversion<string>();
        configurationBuilder.Properties<Domain.Periods.KalaEvaluasi>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Dossier>(Map);
        builder.Entity<HistoryEntry>(h => h.ToTable("history").Ignore(x => x.Sentence).Ignore(x => x.When).Ignore(x => x.Row)
            .HasIndex(x => new { x.DossierId, x.No }).IsUnique());
        builder.Entity<StoredDocument>(d =>
        {
            d.ToTable("documents");
            d.Property(x => x.Version).HasColumnType("smallint");
            d.HasOne(x => x.Replaces).WithMany().HasForeignKey(x => x.ReplacesId);
            d.HasOne(x => x.Content).WithOne().HasForeignKey<DocumentContent>(x => x.DocumentId);
        });
        builder.Entity<DocumentContent>(c =>
        {
            c.ToTable("document_contents").HasKey(x => x.DocumentId);
            c.Property(x => x.DocumentId).ValueGeneratedNever();
        });
        builder.Entity<DossierPapers>(p =>
        {
            p.HasNoKey().ToSqlQuery(DossierPapers.Sql);
            AsJson<IReadOnlyList<Paper>>(p.Property(x => x.Papers));
        });
        builder.Entity<Copy>(c => c.ToTable("copies").HasIndex(x => new { x.DossierId, x.No }).IsUnique());
        builder.Entity<Scan>(s =>
        {
            s.ToTable("scans").HasIndex(x => new { x.DossierId, x.No }).IsUnique();
            s.Property(x => x.Version).HasColumnType("smallint");
            s.HasOne(x => x.Content).WithOne().HasForeignKey<ScanContent>(x => x.ScanId);
        });
        builder.Entity<ScanContent>(c =>
        {
            c.ToTable("scan_contents").HasKey(x => x.ScanId);
            c.Property(x => x.ScanId).ValueGeneratedNever();
        });
        builder.Entity<EvidenceContent>(e => e.ToTable("evidence_contents").HasKey(x => x.Key));
        builder.Entity<Plan>(p =>
        {
            p.ToTable("plans");
            AsJson<IReadOnlyList<Domain.Scoring.Pp46.KegiatanTugasJabatan>>(p.Property(x => x.Kegiatan));
            AsJson<Domain.Scoring.PermenPanRb6.SasaranKinerja?>(p.Property(x => x.Sasaran));
            p.Property(x => x.Version).IsRowVersion();
            p.Ignore(x => x.IsAgreed).Ignore(x => x.Method);
            p.HasOne(x => x.Pegawai).WithMany().HasForeignKey(x => x.PegawaiId);
            p.HasOne(x => x.Atasan).WithMany().HasForeignKey(x => x.AtasanId);
            p.HasIndex(x => new { x.PeriodId, x.PegawaiId }).IsUnique();
        });
        builder.Entity<Period>(p =>
        {
            p.ToTable("periods").Ignore(x => x.JangkaWaktu);
            p.Property(x => x.Version).IsRowVersion();
        });
        builder.Entity<Pegawai>(p =>
        {
            p.ToTable("pegawai").Ignore(x => x.Jenis).Ignore(x => x.IsStruktural);
            p.Property(x => x.Version).IsRowVersion();
            p.HasIndex(x => x.Nip).IsUnique();
        });
        builder.Entity<UnitKerja>(u =>
        {
            u.ToTable("unit_kerja").HasIndex(x => x.Kode).IsUnique();
            u.Property(x => x.Version).IsRowVersion();
        });
        builder.Entity<KeadaanPegawai>(k => k.ToTable("keadaan_pegawai").Ignore(x => x.UraianSurat).Ignore(x => x.JangkaWaktu)
            .HasIndex(x => new { x.PeriodId, x.PegawaiId }));
        builder.Entity<Change>(c => c.ToTable("changes").HasIndex(x => new { x.Subject, x.SubjectId }));
        builder.Entity<Holiday>(h => h.ToTable("holidays").HasKey(x => x.Date));
        builder.Entity<DataProtectionKey>(k => k.ToTable("data_protection_keys"));
        builder.Entity<Account>(a => a.ToTable("accounts").HasIndex(x => x.PegawaiId).IsUnique());
        builder.Entity<IdentityUserClaim<int>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<int>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<int>>().ToTable("account_tokens");
        SigningMapping.Apply(builder);
        SnakeCase.Apply(builder);
    }

    /// <summary>Reads a value as it is stored.</summary>
    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json) ?? throw new JsonException("There is no value.");

    private static void Map(EntityTypeBuilder<Dossier> d)
    {
        d.ToTable("dossiers");
        AsJson<Parties>(d.Property(x => x.Parties));
        AsJson<Domain.Scoring.Sheet>(d.Property(x => x.Sheet));
        AsJson<Receipt?>(d.Property(x => x.Receipt));
        AsJson<IReadOnlyList<Evidence>>(d.Property(x => x.Evidence));
        AsJson<Checklist?>(d.Property(x => x.Checklist));
        AsJson<Domain.Scoring.Outcome?>(d.Property(x => x.Outcome));
        AsJson<Keberatan?>(d.Property(x => x.Keberatan));
        AsJson<ArchiveRecord?>(d.Property(x => x.ArchiveRecord));
        d.Property(x => x.Version).IsRowVersion();
        d.Property<string>(DossierQueries.AsnNama).IsRequired().HasComputedColumnSql("parties -> 'Asn' ->> 'Nama'", stored: true);
        d.Property<string?>(DossierQueries.AsnNip).HasComputedColumnSql("parties -> 'Asn' ->> 'Nip'", stored: true);
        d.Property<RatingKinerja?>(DossierQueries.RatingHasilKerja).HasConversion<string>().HasComputedColumnSql("sheet ->> 'RatingHasilKerja'", stored: true);
        d.Property<RatingKinerja?>(DossierQueries.RatingPerilaku).HasConversion<string>().HasComputedColumnSql("sheet ->> 'RatingPerilaku'", stored: true);
        d.Property<CapaianOrganisasi?>(DossierQueries.CapaianOrganisasi).HasConversion<string>().HasComputedColumnSql("sheet ->> 'CapaianOrganisasi'", stored: true);
        d.Ignore(x => x.Row).Ignore(x => x.LastDocument).Ignore(x => x.Acknowledged).Ignore(x => x.Ratified).Ignore(x => x.SentBackHere).Ignore(x => x.NamaPeriode).Ignore(x => x.JangkaWaktu);
        d.Property<short>(DossierQueries.Stage).HasComputedColumnSql("step * 10 + substep", stored: true);
        d.Property(x => x.DocumentVersion).HasColumnType("smallint");
        d.Property(x => x.Bagian).HasColumnType("smallint");
        d.Property(x => x.MethodEdition).HasColumnType("smallint");
        d.HasMany(x => x.History).WithOne().HasForeignKey(x => x.DossierId);
        d.HasMany(x => x.Documents).WithOne().HasForeignKey(x => x.DossierId);
        d.HasMany(x => x.Copies).WithOne().HasForeignKey(x => x.DossierId);
        d.HasMany(x => x.Scans).WithOne().HasForeignKey(x => x.DossierId);
        d.HasOne<UnitKerja>().WithMany().HasForeignKey(x => x.UnitKerjaId);
        d.HasIndex(x => new { x.PeriodId, x.AsnId, x.Bagian }).IsUnique();
    }

    // The values are records that are replaced as a whole, never changed in place, so the reference tells.
    private static void AsJson<T>(PropertyBuilder<T> property) =>
        property.HasColumnType("jsonb").HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), v => v == null ? 0 : v.GetHashCode(), v => v));
}
