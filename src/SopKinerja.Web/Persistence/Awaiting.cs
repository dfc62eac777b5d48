using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Persistence;

/// <summary>
/// Dossiers whose present step someone may perform now: says in SQL what <see cref="Procedure"/> says in C#, and a test keeps them equal.
/// An expression, so that what asks it on every page can be made ready once for each set of offices; its steps stand in the command as
/// figures, so that the planner sees which index fits.
/// </summary>
public static class Awaiting
{
    private static readonly PerOffices<Func<SopDbContext, int, IQueryable<Dossier>>> Queries =
        new((offices, others) => Of(offices, others).Compile());

    // Who each party of a dossier is.
    private static readonly IReadOnlyList<(Role Role, Expression<Func<Dossier, int, bool>> Is)> Parties =
    [
        (Role.Asn, (d, me) => d.AsnId == me),
        (Role.AtasanLangsung, (d, me) => d.AtasanLangsungId == me),
        (Role.AtasanPejabatPenilai, (d, me) => d.AtasanPejabatPenilaiId == me),
    ];

    private static readonly Expression<Func<Dossier, int, bool>> NobodyAbove = (d, me) => d.AtasanPejabatPenilaiId == null;

    public static Expression<Func<SopDbContext, int, IQueryable<Dossier>>> Of(
        IReadOnlySet<Role> offices, IReadOnlyList<int>? others = null)
    {
        var parties = others is { Count: > 0 } ? [.. Parties.Select(p => (p.Role, Is: InPlaceOf(p.Role, p.Is, others)))] : Parties;
        // What ends by itself waits for nobody.
        var mine = parties.Select(p => p.Is.And(At(r => r.Pelaksana == p.Role && !r.EndsByItself))).ToList();
        mine.AddRange(parties.Where(p => SopTable.All.Any(r => r.WhereNone == p.Role))
            .Select(p => p.Is.And(At(r => r.WhereNone == p.Role)).And(NobodyAbove)));
        if (SopTable.All.Any(r => !r.Pelaksana.IsParty() && offices.Contains(r.Pelaksana)))
        {
            Expression<Func<Dossier, int, bool>> notMyOwn = (d, me) => d.AsnId != me;
            mine.Add(notMyOwn.And(At(r => !r.Pelaksana.IsParty() && offices.Contains(r.Pelaksana))));
        }

        var question = parties.Where(p => SopTable.All.Any(r => r.NotAlso.Contains(p.Role))).Aggregate(
            mine.Aggregate(Or), (so, p) => so.And(p.Is.And(At(r => r.NotAlso.Contains(p.Role))).And(InHisPlace(p.Role).Not()).Not()));

        // One question to the history: two of them, each beside an "or", have the server read the whole of it.
        var acted = SopTable.All.SelectMany(r => r.NotAlso).Distinct().Select(ActedAs).Aggregate(Or);
        Expression<Func<SopDbContext, int, IQueryable<Dossier>>> all = (db, me) => db.Dossiers.Where(d => d.ClosedAt == null);
        return all.Then(Where(question)).Then(NotAfter(acted));
    }

    public static IQueryable<Dossier> AwaitingFor(this SopDbContext db, Actor actor) =>
        actor.PegawaiId is { } me ? Queries.For(actor)(db, me) : db.Dossiers.Where(d => false);

    public static Expression<Func<SopDbContext, int, TOut>> Then<TIn, TOut>(
        this Expression<Func<SopDbContext, int, TIn>> first, Expression<Func<SopDbContext, int, TIn, TOut>> next) =>
        Expression.Lambda<Func<SopDbContext, int, TOut>>(
            new ReplacingExpressionVisitor(next.Parameters, [first.Parameters[0], first.Parameters[1], first.Body]).Visit(next.Body),
            first.Parameters);

    /// <summary>The same question about a figure that is known, whoever asks.</summary>
    public static Expression<Func<SopDbContext, int, T>> With<T>(this Expression<Func<SopDbContext, int, T>> question, int figure)
    {
        var asker = Expression.Parameter(typeof(int), "me");
        var body = new ReplacingExpressionVisitor([question.Parameters[1]], [Expression.Constant(figure)]).Visit(question.Body);
        return Expression.Lambda<Func<SopDbContext, int, T>>(body, question.Parameters[0], asker);
    }

    public static Expression<Func<SopDbContext, int, IQueryable<T>>> Concat<T>(
        this Expression<Func<SopDbContext, int, IQueryable<T>>> first, Expression<Func<SopDbContext, int, IQueryable<T>>> second)
    {
        var rows = new ReplacingExpressionVisitor(second.Parameters, first.Parameters.ToArray<Expression>()).Visit(second.Body);
        return Expression.Lambda<Func<SopDbContext, int, IQueryable<T>>>(
            Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(T)], first.Body, rows), first.Parameters);
    }

    // He himself or, on another's dossier, one of those in whose place he acts; their keys stand in the command as figures.
    private static Expression<Func<Dossier, int, bool>> InPlaceOf(
        Role role, Expression<Func<Dossier, int, bool>> isParty, IReadOnlyList<int> others)
    {
        Expression<Func<Dossier, int, bool>> notMyOwn = (d, me) => d.AsnId != me;
        return role == Role.Asn ? isParty : others.Aggregate(isParty, (question, other) => question.Or(
            notMyOwn.And(Expression.Lambda<Func<Dossier, int, bool>>(
                BodyOf(isParty, [isParty.Parameters[0], Expression.Constant(other)]), isParty.Parameters))));
    }

    private static Expression<Func<Dossier, int, bool>> At(Func<SopRow, bool> which)
    {
        var stages = SopTable.All.Where(which).Select(r => (short)r.Stage).ToList();
        return (d, me) => stages.Contains(EF.Property<short>(d, DossierQueries.Stage));
    }

    private static Expression<Func<Dossier, HistoryEntry, bool>> ActedAs(Role role)
    {
        var stages = SopTable.All.Where(r => r.NotAlso.Contains(role)).Select(r => (short)r.Stage).ToList();
        var own = SopTable.All.Where(r => r.WhereNone == role).Select(r => (short)r.Stage).ToList();
        return (d, h) => h.Capacity == role && stages.Contains(EF.Property<short>(d, DossierQueries.Stage))
            && !(d.AtasanPejabatPenilaiId == null && own.Contains(EF.Property<short>(d, DossierQueries.Stage)));
    }

    // Whoever performs a row because nobody stands above him is not kept away from it by what he is.
    private static Expression<Func<Dossier, int, bool>> InHisPlace(Role role) => At(r => r.WhereNone == role).And(NobodyAbove);

    private static Expression<Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<Dossier>>> Where(
        Expression<Func<Dossier, int, bool>> question)
    {
        Expression<Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<Dossier>>> asked = (db, me, dossiers) =>
            dossiers.Where(d => Asked(d, me));
        return Inline(asked, question);
    }

    private static Expression<Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<Dossier>>> NotAfter(
        Expression<Func<Dossier, HistoryEntry, bool>> acted)
    {
        Expression<Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<Dossier>>> asked = (db, me, dossiers) =>
            dossiers.Where(d => !db.History.Any(h => h.DossierId == d.Id && h.ActorId == me && Asked(d, h)));
        return Inline(asked, acted);
    }

    private static Expression<Func<T1, T2, bool>> And<T1, T2>(
        this Expression<Func<T1, T2, bool>> one, Expression<Func<T1, T2, bool>> other) =>
        Expression.Lambda<Func<T1, T2, bool>>(Expression.AndAlso(one.Body, BodyOf(other, one.Parameters)), one.Parameters);

    private static Expression<Func<T1, T2, bool>> Or<T1, T2>(
        this Expression<Func<T1, T2, bool>> one, Expression<Func<T1, T2, bool>> other) =>
        Expression.Lambda<Func<T1, T2, bool>>(Expression.OrElse(one.Body, BodyOf(other, one.Parameters)), one.Parameters);

    private static Expression<Func<T1, T2, bool>> Not<T1, T2>(this Expression<Func<T1, T2, bool>> question) =>
        Expression.Lambda<Func<T1, T2, bool>>(Expression.Not(question.Body), question.Parameters);

    private static Expression BodyOf(LambdaExpression question, IReadOnlyList<Expression> arguments) =>
        new ReplacingExpressionVisitor(question.Parameters, arguments).Visit(question.Body);

    // Stands in an expression for a question that Inline puts there.
    private static bool Asked<T1, T2>(T1 first, T2 second) =>
        throw new InvalidOperationException($"{first} and {second} are asked in SQL only.");

    private static TExpression Inline<TExpression>(TExpression asked, LambdaExpression question)
        where TExpression : Expression => (TExpression)new Inliner(question).Visit(asked);

    private sealed class Inliner(LambdaExpression question) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(Asked) ? BodyOf(question, node.Arguments) : base.VisitMethodCall(node);
    }
}
