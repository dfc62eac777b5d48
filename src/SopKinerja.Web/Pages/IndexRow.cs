using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>One line of any list of the front page; all lists name the same columns, so that one command reads them.</summary>
public sealed record IndexRow
{
    public const int Awaiting = 1;
    public const int Plan = 2;
    public const int Keberatan = 3;
    public const int Own = 4;

    /// <summary>Which list it belongs to.</summary>
    public required int List { get; init; }

    public required long Id { get; init; }

    public required string Nama { get; init; }

    public required string? Unit { get; init; }

    public required string Periode { get; init; }

    public required int Step { get; init; }

    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required bool IsStopped { get; init; }

    public SopRow Sop => SopTable.Row((Step)Step);

    /// <summary>The lines of dossiers.</summary>
    public static IQueryable<IndexRow> Of(int list, IQueryable<Dossier> dossiers, IQueryable<UnitKerja> units) =>
        from d in dossiers
        join u in units on d.UnitKerjaId equals u.Id
        select new IndexRow
        {
            List = list,
            Id = d.Id,
            Nama = EF.Property<string>(d, DossierQueries.AsnNama),
            Unit = u.Nama,
            Periode = d.Period.Nama,
            Step = (int)d.Step,
            Since = d.StepSince,
            ClosedAt = d.ClosedAt,
            IsStopped = d.Keberatan != null,
        };

    /// <summary>The lines of plans, which have no step and are not closed.</summary>
    public static IQueryable<IndexRow> Of(IQueryable<Plan> plans) => plans.Select(p => new IndexRow
    {
        List = Plan,
        Id = p.Id,
        Nama = p.Pegawai.Nama,
        Unit = p.Pegawai.UnitKerja!.Nama,
        Periode = p.Period.Nama,
        Step = 1,
        Since = DateTimeOffset.UnixEpoch,
        ClosedAt = p.AgreedAt,
        IsStopped = false,
    });
}
