using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions about plans; each says in SQL what <see cref="Plan.WhyNot"/> says in C#, and a test keeps them equal.</summary>
public static class PlanQueries
{
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, SopDbContext db, Actor actor) =>
        PlanTable.Viewers.Any(actor.Holds) ? plans
        : actor.PegawaiId is { } me ? plans.Of(db, actor, me)
        : plans.Where(p => false);

    /// <summary>The plans of which the evaluation of their whole time was archived: <see cref="Plan.IsMeasured"/>.</summary>
    public static IQueryable<Plan> Measured(this SopDbContext db) => db.Plans.IgnoreQueryFilters().Where(p => db.Dossiers.Any(
        d => d.PeriodId == p.PeriodId && d.AsnId == p.PegawaiId && d.Bagian == 0 && d.Post == p.Post && d.ClosedAt != null));

    // Those of whom the actor is a party: himself, or in the place of another while something waits.
    private static IQueryable<Plan> Of(this IQueryable<Plan> plans, SopDbContext db, Actor actor, int me)
    {
        int[] others = [.. actor.Mandates.Select(m => m.ForId)];
        var measured = db.Measured();
        return plans.Where(p => p.PegawaiId == me || p.AtasanId == me
            || (others.Contains(p.AtasanId) && p.Period.IsOpen && !measured.Any(m => m.Id == p.Id)));
    }

    public static IQueryable<Plan> AwaitingAgreementOf(this IQueryable<Plan> plans, Actor actor)
    {
        var me = actor.PegawaiId;
        int[] parties = me is { } id ? [id, .. actor.Mandates.Select(m => m.ForId)] : [];
        return plans.Where(p => p.State == PlanState.Proposed && parties.Contains(p.AtasanId) && p.PegawaiId != me);
    }

    public static IQueryable<Plan> NotedBy(this IQueryable<Plan> plans, SopDbContext db, Actor actor) => actor.PegawaiId is not { } me
        ? plans.Where(p => false)
        : plans.WithBukuCatatan().Of(db, actor, me).Where(p => p.PegawaiId != me);

    /// <summary>The notes on one person in one position, in their order, with their authors; none where the actor may not read
    /// them.</summary>
    public static IQueryable<PlanNote> NotesFor(this SopDbContext db, Actor actor, int periodId, int pegawaiId, int post)
    {
        var plans = db.Plans.WithBukuCatatan().Where(p => p.PeriodId == periodId && p.PegawaiId == pegawaiId && p.Post == post);
        var read = PlanTable.Row(PlanAct.ReadNotes).By.Any(actor.Holds) ? plans
            : actor.PegawaiId is { } me ? plans.Of(db, actor, me)
            : plans.Where(p => false);
        return read
            .SelectMany(p => p.Notes).AsNoTracking().Include(n => n.Author).OrderBy(n => n.No);
    }

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
