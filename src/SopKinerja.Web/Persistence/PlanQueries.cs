using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions about plans; each says in SQL what <see cref="Plan.WhyNot"/> says in C#, and a test keeps them equal.</summary>
public static class PlanQueries
{
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor) => actor.PegawaiId is not { } me
        ? plans.Where(p => false)
        : PlanTable.Viewers.Any(actor.Holds) ? plans : plans.Where(p => p.PegawaiId == me || p.AtasanId == me);

    public static IQueryable<Plan> AwaitingAgreementOf(this IQueryable<Plan> plans, Actor actor)
    {
        var me = actor.PegawaiId;
        return plans.Where(p => p.State == PlanState.Proposed && p.AtasanId == me && p.PegawaiId != me);
    }
}
