using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>Questions about plans; each says in SQL what <see cref="Plan.WhyNot"/> says in C#, and a test keeps them equal.</summary>
public static class PlanQueries
{
    /// <summary>Plans that the actor may see at all.</summary>
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor) => actor.PegawaiId is not { } me
        ? plans.Where(p => false)
        : PlanTable.Viewers.Any(actor.Holds) ? plans : plans.Where(p => p.PegawaiId == me || p.AtasanId == me);

    /// <summary>Plans to which the actor may agree now.</summary>
    public static IQueryable<Plan> AwaitingAgreementOf(this IQueryable<Plan> plans, Actor actor)
    {
        var me = actor.PegawaiId;
        return plans.Where(p => p.State == PlanState.Proposed && p.AtasanId == me && p.PegawaiId != me);
    }

    /// <summary>People who work in the dinas now, so that each of them needs a plan.</summary>
    public static IQueryable<Pegawai> OfTheDinas(this IQueryable<Pegawai> people) => people.Where(p => p.IsActive && p.UnitKerjaId != null);

    /// <summary>People whose name holds every word of the text.</summary>
    public static IQueryable<Pegawai> Named(this IQueryable<Pegawai> people, string? text)
    {
        var writable = string.Concat((text ?? "").Take(200).Where(c => !char.IsControl(c)));
        var words = writable.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Take(5).Aggregate(people, (found, word) =>
        {
            var pattern = $"%{word.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
            return found.Where(p => EF.Functions.ILike(p.Nama, pattern, @"\"));
        });
    }
}
