using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.People;

namespace SopKinerja.Web.Persistence;

/// <summary>A name that a dossier is found by, in its search form.</summary>
public sealed record SearchName(string Name);

/// <summary>A NIP that a dossier is found by.</summary>
public sealed record SearchNip(string Nip);

public static class SearchWords
{
    private const int LongestText = 100;

    // What stands around a word that was copied; what search_form leaves out, and what may be part of a name or a code, is not among them.
    private const string Around = "\"()[]{}<>;:!?|/&+*=#~^";

    /// <summary>Fewer figures are a word.</summary>
    public const int FewestFigures = 3;

    /// <summary>The words, without signs that PostgreSQL cannot hold.</summary>
    public static IReadOnlyList<string> Of(string? text) =>
    [
        .. string.Concat(TypedText.Plain(text).EnumerateRunes().Take(LongestText).Select(r =>
                Rune.IsControl(r) || r == Rune.ReplacementChar || IsAround(r) ? " " : r.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    ];

    /// <summary>The same with the figures of a NIP apart, as lists show it ("201212 2 002") and as people copy it; null where there are
    /// none.</summary>
    public static (IReadOnlyList<string> Words, string? Nip) WithNip(string? text)
    {
        var parts = Of(text).Select(word => (Word: word, Figures: Nip.Digits(word))).ToList();
        var figures = string.Concat(parts.Where(IsFigures).Select(p => p.Figures));
        return figures.Length < FewestFigures
            ? ([.. parts.Select(p => p.Word)], null)
            // Without the label before it, of which nothing is left.
            : ([.. parts.Where(p => p.Figures.Length > 0 && !IsFigures(p)).Select(p => p.Word)], figures);
    }

    private static bool IsFigures((string Word, string Figures) part) =>
        part.Figures.Length > 0 && part.Figures.All(char.IsAsciiDigit) && part.Word.IndexOfAny(['%', '\\']) < 0;

    private static bool IsAround(Rune rune) =>
        (rune.IsAscii && Around.Contains((char)rune.Value)) || rune.Value is (>= 0x201C and <= 0x201F) or 0xAB or 0xBB;

    /// <summary>The words as a name is found by them: the database's search_form, which index and column know too.</summary>
    public static string SearchForm(string words) => throw new NotSupportedException("The database answers this.");

    /// <summary>The rows whose text, in its search form, contains every word.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> rows, string? text, Expression<Func<T, string>> form) =>
        rows.Containing(Of(text), form);

    public static IQueryable<T> Containing<T>(
        this IQueryable<T> rows, IReadOnlyList<string> words, Expression<Func<T, string>> form) =>
        words.Select(Escaped).Aggregate(rows, (found, word) =>
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
