using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions about plans; each says in SQL what <see cref="Plan.WhyNot"/> says in C#, and a test keeps them equal.</summary>
public static class PlanQueries
{
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor) => actor.PegawaiId is not { } me
        ? plans.Where(p => false)
        : PlanTable.Viewers.Any(actor.Holds) ? plans : plans.Of(me, Parties(actor, me));

    private static IQueryable<Plan> Of(this IQueryable<Plan> plans, int me, int[] parties) =>
        plans.Where(p => p.PegawaiId == me || p.AtasanId == me || (parties.Contains(p.AtasanId) && p.Period.IsOpen));

    public static IQueryable<Plan> AwaitingAgreementOf(this IQueryable<Plan> plans, Actor actor)
    {
        var (me, parties) = (actor.PegawaiId, Parties(actor, actor.PegawaiId));
        return plans.Where(p => p.State == PlanState.Proposed && parties.Contains(p.AtasanId) && p.PegawaiId != me);
    }

    public static IQueryable<Plan> NotedBy(this IQueryable<Plan> plans, Actor actor)
    {
        var me = actor.PegawaiId;
        return plans.WithBukuCatatan().Where(p => p.AtasanId == me && p.PegawaiId != me);
    }

    /// <summary>The notes on one person in one period, in their order, with their authors; none where the actor may not read
    /// them.</summary>
    public static IQueryable<PlanNote> NotesFor(this SopDbContext db, Actor actor, int periodId, int pegawaiId)
    {
        var me = actor.PegawaiId;
        return db.Plans.WithBukuCatatan()
            .Where(p => p.PeriodId == periodId && p.PegawaiId == pegawaiId && (p.PegawaiId == me || p.AtasanId == me))
            .SelectMany(p => p.Notes).AsNoTracking().Include(n => n.Author).OrderBy(n => n.No);
    }

    // He himself, and those in whose place he acts.
    private static int[] Parties(Actor actor, int? me) => me is { } id ? [id, .. actor.Mandates.Select(m => m.ForId)] : [];

    /// <summary>Results with which the buku catatan of their period ends.</summary>
    public static IQueryable<Dossier> ClosingBooks(this IQueryable<Dossier> dossiers) =>
        dossiers.Where(d => d.Bagian == 0 && d.Outcome != null);

    // A plan is written for the regulation of its period.
    private static IQueryable<Plan> WithBukuCatatan(this IQueryable<Plan> plans)
    {
        string[] methods = [.. ScoringMethods.Rows.Where(m => m.HasBukuCatatan).Select(m => m.Key)];
        return plans.Where(p => methods.Contains(p.Period.Method));
    }
}
