using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>The database. The schema itself is in <c>Migrations/*.sql</c>; a test compares the two.</summary>
public sealed class SopDbContext(DbContextOptions<SopDbContext> options)
    : IdentityUserContext<Account, int>(options), IDataProtectionKeyContext
{
    public DbSet<Dossier> Dossiers => Set<Dossier>();

    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    public DbSet<StoredDocument> Documents => Set<StoredDocument>();

    public DbSet<Scan> Scans => Set<Scan>();

    public DbSet<SearchName> SearchNames => Set<SearchName>();

    public DbSet<SearchNip> SearchNips => Set<SearchNip>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Period> Periods => Set<Period>();

    public DbSet<Pegawai> Pegawai => Set<Pegawai>();

    public DbSet<UnitKerja> UnitKerja => Set<UnitKerja>();

    public DbSet<KeadaanPegawai> Keadaan => Set<KeadaanPegawai>();

    public DbSet<Penugasan> Penugasan => Set<Penugasan>();

    public DbSet<CapaianUnit> CapaianUnit => Set<CapaianUnit>();

    public DbSet<CapaianSetter> CapaianSetters => Set<CapaianSetter>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Holiday> Holidays => Set<Holiday>();

    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRow> ImportRows => Set<ImportRow>();

    public DbSet<ImportHead> ImportHeads => Set<ImportHead>();

    public DbSet<EntryBatch> EntryBatches => Set<EntryBatch>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccessEvent> AccessEvents => Set<AccessEvent>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<CountedTry> Tries => Set<CountedTry>();

    public DbSet<WorkClaim> WorkClaims => Set<WorkClaim>();

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
        configurationBuilder.Properties<PlanMove>().HaveConversion<string>();
        configurationBuilder.Properties<JenisKeadaan>().HaveConversion<string>();
        configurationBuilder.Properties<JenisPenugasan>().HaveConversion<string>();
        configurationBuilder.Properties<JenisJabatan>().HaveConversion<string>();
        configurationBuilder.Properties<Domain.Periods.KalaEvaluasi>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SopDbContext).Assembly);
        SnakeCase.Apply(builder);
        builder.HasDbFunction(((Func<DateTimeOffset?, string>)CurrentSettings.SettingsAsOf).Method).HasName("settings_as_of");
        builder.HasDbFunction(((Func<string, string>)SearchWords.SearchForm).Method).HasName("search_form");
    }
}
