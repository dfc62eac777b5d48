using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>That somebody came in, failed to, was refused, or opened a result; written by a function of the database, and never changed
/// (docs/decisions/0046).</summary>
public sealed class AccessEvent
{
    public long Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    public AccessKind Kind { get; private set; }

    /// <summary>Null where a name was typed that belongs to no account.</summary>
    public int? AccountId { get; private set; }

    /// <summary>The name of the account at that time.</summary>
    public string? ActorNama { get; private set; }

    /// <summary>In which capacity somebody read: "Kepala Dinas", "Plh. Kepala Bidang Koperasi".</summary>
    public string? Sebagai { get; private set; }

    /// <summary>Whose data; null where it is nobody's.</summary>
    public int? PegawaiId { get; private set; }

    public long? DossierId { get; private set; }

    /// <summary>Which document, or the pattern of the route that was refused.</summary>
    public string? What { get; private set; }

    /// <summary>The address, of IPv6 its network; "-" where there is none.</summary>
    public string Network { get; private set; } = "";

    public long? SessionId { get; private set; }
}

/// <summary>What happened; the words of each stand in the table of kinds. New ones go to the end of a group.</summary>
public enum AccessKind
{
    SignedIn,
    PasswordWrong,
    CodeWrong,
    Waited,
    ProviderFailed,
    Refused,

    ResultPage,
    Document,
    Copy,
    Scan,
    Evidence,
    Notes,
    List,
    Export,
    Counts,

    LogExported,
    OwnData,
}

internal sealed class AccessEventMapping : IEntityTypeConfiguration<AccessEvent>
{
    public void Configure(EntityTypeBuilder<AccessEvent> entity)
    {
        entity.ToTable("access_events");
        entity.Property(x => x.Kind).HasConversion<string>();
        entity.HasIndex(x => new { x.At, x.Id });
        entity.HasIndex(x => new { x.PegawaiId, x.At, x.Id });
        entity.HasIndex(x => new { x.AccountId, x.At, x.Id });
        entity.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        entity.HasOne<Pegawai>().WithMany().HasForeignKey(x => x.PegawaiId);
        entity.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}
