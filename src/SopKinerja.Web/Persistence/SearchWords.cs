using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Persistence;

/// <summary>A name that a dossier is found by, in its search form.</summary>
public sealed record SearchName(string Name);

public static class SearchWords
{
    private const int MostWords = 5;
    private const int LongestText = 100;

    /// <summary>The words, without signs that PostgreSQL cannot hold; no more than five.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
    [
        .. string.Concat(TypedText.Plain(text).EnumerateRunes().Take(LongestText)
                .Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? " " : r.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords),
    ];

    /// <summary>The words as a name is found by them: the database's search_form, which index and column know too.</summary>
    public static string SearchForm(string words) => throw new NotSupportedException("The database answers this.");

    /// <summary>The rows whose text, in its search form, contains every word.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> rows, string? text, Expression<Func<T, string>> form) =>
        Of(text).Select(Escaped).Aggregate(rows, (found, word) =>
        {
            Expression<Func<string, bool>> contains = name => EF.Functions.Like(name, "%" + SearchForm(word) + "%", @"\");
            return found.Where(Expression.Lambda<Func<T, bool>>(
                new Replaced(contains.Parameters[0], form.Body).Visit(contains.Body), form.Parameters));
        });

    // A wildcard that somebody types is an ordinary character.
    private static string Escaped(string word) => word.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");

    private sealed class Replaced(ParameterExpression parameter, Expression with) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? with : base.VisitParameter(node);
    }
}
