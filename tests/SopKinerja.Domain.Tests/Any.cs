using FsCheck;
using FsCheck.Fluent;

namespace SopKinerja.Domain.Tests;

/// <summary>What properties are tried with. Whatever breaks one is made as small as it still breaks it.</summary>
internal static class Any
{
    /// <summary>A whole number, both ends included.</summary>
    public static Arbitrary<int> Int(int from, int until) => Arb.From(Gen.Choose(from, until), i => Smaller(from, i));

    /// <summary>A figure with two decimals, from the one and below the other.</summary>
    public static Arbitrary<decimal> Figure(int from, int until) =>
        Int(from * 100, (until * 100) - 1).Convert(hundredths => hundredths / 100m, figure => (int)(figure * 100));

    /// <summary>One of these; the first is the smallest.</summary>
    public static Arbitrary<T> OneOf<T>(params IReadOnlyList<T> choices) =>
        Int(0, choices.Count - 1).Convert(i => choices[i], choice => choices.Index().First(c => Equals(c.Item, choice)).Index);

    public static Arbitrary<T> OneOf<T>()
        where T : struct, Enum => OneOf(Enum.GetValues<T>());

    /// <summary>Several of them; fewer are smaller.</summary>
    public static Arbitrary<IReadOnlyList<T>> Listed<T>(this Arbitrary<T> each, int least, int most) => Arb.From(
        from count in Gen.Choose(least, most) from all in each.Generator.ListOf(count) select (IReadOnlyList<T>)[.. all],
        list => Fewer(list, least)
            .Concat(list.Index().SelectMany(at => each.Shrinker(at.Item).Select(smaller => list.With(at.Index, smaller)))));

    public static Arbitrary<(T One, TOther Other)> And<T, TOther>(this Arbitrary<T> one, Arbitrary<TOther> other) => Arb.From(
        from a in one.Generator from b in other.Generator select (a, b),
        pair => one.Shrinker(pair.a).Select(a => (a, pair.b)).Concat(other.Shrinker(pair.b).Select(b => (pair.a, b))));

    /// <summary>The list with another item at a place.</summary>
    public static IReadOnlyList<T> With<T>(this IReadOnlyList<T> list, int at, T item) => [.. list.Select((x, i) => i == at ? item : x)];

    /// <summary>The list without one of its items, in every way that leaves enough.</summary>
    public static IEnumerable<IReadOnlyList<T>> Fewer<T>(IReadOnlyList<T> list, int least) => list.Count <= least
        ? []
        : Enumerable.Range(0, list.Count).Select(left => (IReadOnlyList<T>)[.. list.Where((_, i) => i != left)]);

    // From the smallest towards the number by halves.
    private static IEnumerable<int> Smaller(int from, int number)
    {
        for (var step = number - from; step > 0; step /= 2)
        {
            yield return number - step;
        }
    }
}
