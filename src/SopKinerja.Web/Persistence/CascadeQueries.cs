using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring.PermenPanRb6;

namespace SopKinerja.Web.Persistence;

/// <summary>The cascade of a period, read out of the plans without loading them: first how all hangs together, then the words of what is
/// shown.</summary>
public static class CascadeQueries
{
    /// <summary>Every plan that was proposed or agreed to, with what each of its rencana intervenes; by the name of its owner.</summary>
    public static Task<List<CascadePlan>> CascadePlansAsync(this SopDbContext db, int periodId, CancellationToken ct) =>
        db.Database.SqlQuery<CascadePlan>(
        $"""
        select p.id as "PlanId", p.pegawai_id as "PegawaiId", p.atasan_id as "AtasanId", g.nama as "Nama",
            g.unit_kerja_id is not null and a.unit_kerja_id is null as "IsTop",
            r."SumberPlan", r."SumberPosition"
        from plans p join pegawai g on g.id = p.pegawai_id left join pegawai a on a.id = g.atasan_id
            cross join lateral (
                select array_agg((s.sumber ->> 'PlanId')::bigint order by s.no) as "SumberPlan",
                    array_agg((s.sumber ->> 'Position')::int order by s.no) as "SumberPosition"
                from (
                    select e.value -> 'Diintervensi' -> 'Sumber', e.ordinality
                    from jsonb_array_elements(p.content -> 'Rencana') with ordinality e) as s (sumber, no)) r
        where p.period_id = {periodId} and p.state <> 'Draft' and r."SumberPlan" is not null
        order by g.nama, p.id
        """).ToListAsync(ct);

    public static Task<List<RencanaText>> RencanaTextsAsync(this SopDbContext db, long[] planIds, CancellationToken ct) =>
        db.Database.SqlQuery<RencanaText>(
        $"""
        select p.id as "PlanId", (r.ordinality - 1)::int as "Position",
            r.value ->> 'Uraian' as "Uraian", r.value ->> 'Jenis' = 'Tambahan' as "IsTambahan",
            p.state = 'Proposed' as "IsProposed", p.pegawai_id as "PegawaiId", g.nama as "Nama", g.jabatan as "Jabatan"
        from plans p join pegawai g on g.id = p.pegawai_id cross join jsonb_array_elements(p.content -> 'Rencana') with ordinality r
        where p.id = any ({planIds})
        """).ToListAsync(ct);

    public static Cascade ToCascade(this IReadOnlyList<CascadePlan> plans) =>
        new([.. plans.SelectMany(p => p.Nodes())], plans.Where(p => p.IsTop).Select(p => p.PegawaiId).ToHashSet());
}

/// <param name="SumberPlan">For each rencana the plan in which the one above stands; null where there is none.</param>
public sealed record CascadePlan(
    long PlanId, int PegawaiId, int AtasanId, string Nama, bool IsTop, long?[] SumberPlan, int?[] SumberPosition)
{
    public IEnumerable<CascadeNode> Nodes() => SumberPlan.Zip(SumberPosition).Select((above, i) => new CascadeNode(
        new(PlanId, i), PegawaiId, AtasanId, above is ({ } plan, { } position) ? new RencanaKey(plan, position) : null));
}

/// <summary>What the cascade shows of a rencana: its words and whose it is, and no target.</summary>
public sealed record RencanaText(
    long PlanId, int Position, string Uraian, bool IsTambahan, bool IsProposed, int PegawaiId, string Nama, string Jabatan)
{
    public RencanaKey Key => new(PlanId, Position);
}
