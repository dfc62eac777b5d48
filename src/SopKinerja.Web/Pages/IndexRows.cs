using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>How the rows of the lists of the front page are made.</summary>
internal static class IndexRows
{
    // What a list does not say of its rows.
    private static readonly IndexRow Blank = new();

    private static readonly IReadOnlyList<PropertyInfo> Columns = [.. typeof(IndexRow).GetProperties().Where(p => p.CanWrite)];

    private static readonly Expression<Func<Dossier, WorkClaim?, IndexRow>> Waiting = (d, c) => new IndexRow
    {
        Reason = d.History.Where(h => h.Move != Move.Worked && h.Move != Move.Delivered && h.Move != Move.Followed)
            .OrderByDescending(h => h.No).Select(h => h.Move == Move.SentBack ? h.Reason : null).FirstOrDefault(),
        IsAgain = d.History.Any(h => h.Move == Move.SentBack && h.From == d.Step && h.FromSubstep == d.Substep),
        HeldBy = c!.Nama,
        HeldSince = (DateTimeOffset?)c.Since ?? DateTimeOffset.UnixEpoch,
        HeldSeen = (DateTimeOffset?)c.Seen ?? DateTimeOffset.UnixEpoch,
    };

    public static Expression<Func<Dossier, IndexRow>> Of(int list) => d => new IndexRow
    {
        List = list,
        Id = d.Id,
        Nama = EF.Property<string>(d, DossierQueries.AsnNama),
        UnitKerjaId = d.UnitKerjaId,
        PeriodId = d.PeriodId,
        Bagian = d.Bagian,
        Post = d.Post,
        Stage = EF.Property<short>(d, DossierQueries.Stage),
        Since = d.StepSince,
        Until = d.LastDayToObject,
        ClosedAt = d.ClosedAt,
        IsStopped = (d.Substep == Substep.Tanggapan || d.Substep == Substep.Keputusan),
    };

    /// <summary>What waits for the reader, with why it came back and who else has it open.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<Dossier>, IQueryable<IndexRow>>> Held(int list)
    {
        var row = Both(Of(list), Waiting);
        return (db, me, dossiers) => dossiers.SelectMany(
            d => db.WorkClaims.Where(c => c.DossierId == d.Id && c.PegawaiId != me && c.Since > d.StepSince).DefaultIfEmpty(), row);
    }

    /// <summary>The halves of a union name the same columns in the same order.</summary>
    public static Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> Whole(
        Expression<Func<SopDbContext, int, IQueryable<IndexRow>>> lists) =>
        (Expression<Func<SopDbContext, int, IQueryable<IndexRow>>>)new Filler().Visit(lists);

    private static Expression<Func<Dossier, WorkClaim?, IndexRow>> Both(
        Expression<Func<Dossier, IndexRow>> one, Expression<Func<Dossier, WorkClaim?, IndexRow>> other)
    {
        var first = (MemberInitExpression)ReplacingExpressionVisitor.Replace(one.Parameters[0], other.Parameters[0], one.Body);
        return Expression.Lambda<Func<Dossier, WorkClaim?, IndexRow>>(
            first.Update(first.NewExpression, [.. first.Bindings, .. ((MemberInitExpression)other.Body).Bindings]), other.Parameters);
    }

    private sealed class Filler : ExpressionVisitor
    {
        // An expression that is handed to a query within another stands there as a value.
        protected override Expression VisitMember(MemberExpression node) =>
            typeof(LambdaExpression).IsAssignableFrom(node.Type) && node.Expression is ConstantExpression { Value: { } closure }
                && node.Member is FieldInfo field && field.GetValue(closure) is LambdaExpression lambda
                ? Expression.Quote(Visit(lambda))
                : base.VisitMember(node);

        protected override Expression VisitMemberInit(MemberInitExpression node)
        {
            if (node.Type != typeof(IndexRow))
            {
                return base.VisitMemberInit(node);
            }

            var said = node.Bindings.Cast<MemberAssignment>().ToDictionary(b => b.Member.Name, b => Visit(b.Expression));
            return node.Update(node.NewExpression, Columns.Select(c =>
                Expression.Bind(c, said.GetValueOrDefault(c.Name) ?? Expression.Constant(c.GetValue(Blank), c.PropertyType))));
        }
    }
}
