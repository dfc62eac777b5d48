using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Who has the page of a row open that several may perform. It keeps nobody out, and counts only while its holder comes back and
/// the dossier stays at the row (docs/decisions/0057).</summary>
public sealed class WorkClaim
{
    /// <summary>How long a claim counts after its holder was last seen on the page.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public long DossierId { get; private set; }

    public int PegawaiId { get; private set; }

    public string Nama { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset Seen { get; private set; }

    /// <summary>Takes the dossier for the actor unless somebody else has it; then says who.</summary>
    public static async Task<HeldBy?> TakeAsync(SopDbContext db, Dossier dossier, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var (me, over) = (actor.PegawaiId!.Value, now - Lasts);
        var held = await db.Database.SqlQuery<HeldBy>($"""
            with taken as (
                insert into work_claims as c (dossier_id, pegawai_id, nama, since, seen)
                values ({dossier.Id}, {me}, {actor.Nama}, {now}, {now})
                on conflict (dossier_id) do update set
                    pegawai_id = excluded.pegawai_id, nama = excluded.nama, seen = excluded.seen,
                    since = case when c.pegawai_id = excluded.pegawai_id and c.seen > {over} and c.since > {dossier.StepSince}
                        then c.since else excluded.since end
                where c.pegawai_id = excluded.pegawai_id or c.seen <= {over} or c.since <= {dossier.StepSince}
                returning 1)
            select nama, since from work_claims where dossier_id = {dossier.Id} and not exists (select from taken)
            """).ToListAsync(cancel);
        return held.FirstOrDefault();
    }
}

public sealed record HeldBy(string Nama, DateTimeOffset Since)
{
    /// <summary>Under which a page hands it to its head.</summary>
    public const string Key = "Dipegang";

    /// <summary>"Sedang dikerjakan Dewi sejak 09.12."</summary>
    public string Sentence => $"Sedang dikerjakan {Nama} sejak {Tanggal.Pukul(Since)}.";
}

internal sealed class WorkClaimMapping : IEntityTypeConfiguration<WorkClaim>
{
    public void Configure(EntityTypeBuilder<WorkClaim> entity)
    {
        entity.ToTable("work_claims").HasKey(x => x.DossierId);
        entity.Property(x => x.DossierId).ValueGeneratedNever();
        entity.HasIndex(x => x.PegawaiId);
    }
}
