using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>
/// Dossiers whose present step somebody may perform now: says in SQL what <see cref="Procedure"/> says in C#, and a test keeps them equal.
/// An expression, so that what asks it on every page can be made ready once for each set of offices; its steps stand in the command as
/// figures, so that the planner sees which index fits.
/// </summary>
public static class Awaiting
{
    private static readonly PerOffices<Func<SopDbContext, int, IQueryable<Dossier>>> Queries = new(offices => Of(offices).Compile());

    /// <summary>The question for people with these offices; its second argument is the person.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<Dossier>>> Of(IReadOnlySet<Role> offices)
    {
        var asAsn = Stages(r => r.Pelaksana == Role.Asn);
        var asAtasan = Stages(r => r.Pelaksana == Role.AtasanLangsung);
        var asAtasanPenilai = Stages(r => r.Pelaksana == Role.AtasanPejabatPenilai);
        var byOffice = Stages(r => !r.Pelaksana.IsParty() && offices.Contains(r.Pelaksana));
        var notForAtasan = Stages(r => r.NotAlso.Contains(Role.AtasanLangsung));
        var notAfterAnalis = Stages(r => r.NotAlso.Contains(Role.Analis));
        var notAfterKasubbag = Stages(r => r.NotAlso.Contains(Role.Kasubbag));
        Expression<Func<SopDbContext, int, IQueryable<Dossier>>> mine = byOffice.Count == 0
            ? (db, me) => db.Dossiers.Where(d => d.ClosedAt == null
                && ((d.AsnId == me && asAsn.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                    || (d.AtasanLangsungId == me && asAtasan.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                    || (d.AtasanPejabatPenilaiId == me && asAtasanPenilai.Contains(EF.Property<short>(d, DossierQueries.Stage)))))
            : (db, me) => db.Dossiers.Where(d => d.ClosedAt == null
                && ((d.AsnId == me && asAsn.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                    || (d.AtasanLangsungId == me && asAtasan.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                    || (d.AtasanPejabatPenilaiId == me && asAtasanPenilai.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                    || (d.AsnId != me && byOffice.Contains(EF.Property<short>(d, DossierQueries.Stage))
                        && (d.AtasanLangsungId != me || !notForAtasan.Contains(EF.Property<short>(d, DossierQueries.Stage))))));

        // One question to the history: two of them, each beside an "or", have the server read the whole of it.
        return mine.Then((db, me, dossiers) => dossiers.Where(d => !db.History.Any(h => h.DossierId == d.Id && h.ActorId == me
            && ((h.Capacity == Role.Analis && notAfterAnalis.Contains(EF.Property<short>(d, DossierQueries.Stage)))
                || (h.Capacity == Role.Kasubbag && notAfterKasubbag.Contains(EF.Property<short>(d, DossierQueries.Stage)))))));
    }

    /// <summary>The question as a query to go on from; nothing for an account that belongs to nobody.</summary>
    public static IQueryable<Dossier> AwaitingFor(this SopDbContext db, Actor actor) =>
        actor.PegawaiId is { } me ? Queries.For(actor)(db, me) : db.Dossiers.Where(d => false);

    /// <summary>Goes on from a query inside its expression.</summary>
    public static Expression<Func<SopDbContext, int, TOut>> Then<TIn, TOut>(
        this Expression<Func<SopDbContext, int, TIn>> first, Expression<Func<SopDbContext, int, TIn, TOut>> next) =>
        Expression.Lambda<Func<SopDbContext, int, TOut>>(
            new ReplacingExpressionVisitor(next.Parameters, [first.Parameters[0], first.Parameters[1], first.Body]).Visit(next.Body), first.Parameters);

    /// <summary>The rows of the one, then those of the other, in one command.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<T>>> Concat<T>(
        this Expression<Func<SopDbContext, int, IQueryable<T>>> first, Expression<Func<SopDbContext, int, IQueryable<T>>> second)
    {
        var rows = new ReplacingExpressionVisitor(second.Parameters, first.Parameters.ToArray<Expression>()).Visit(second.Body);
        return Expression.Lambda<Func<SopDbContext, int, IQueryable<T>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(T)], first.Body, rows), first.Parameters);
    }

    private static List<short> Stages(Func<SopRow, bool> which) => [.. SopTable.All.Where(which).Select(r => (short)r.Stage)];
}
