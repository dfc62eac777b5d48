using System.Globalization;

namespace SopKinerja.Benchmarks;

/// <summary>How long, how often and with how many connections is measured.</summary>
/// <param name="Data">Folder in which the database is kept for the next run; null for one that is thrown away.</param>
/// <param name="Rounds">How often page and floor take turns.</param>
/// <param name="Seconds">How long each turn lasts.</param>
/// <param name="Connections">Connections kept open at once.</param>
/// <param name="Npgsql">Added to the application's connection string, to try what a setting of the driver brings.</param>
/// <param name="Only">A part of the names of the pages to measure; null for all, with the cold start.</param>
/// <param name="Names">Measures the search for a rare name among 100,000 and among 1,000,000 dossiers instead.</param>
/// <param name="Signing">Measures signatures instead, making so many signed forms in one go; null for the pages.</param>
/// <param name="Verify">Measures how fast "verify" goes through instead.</param>
/// <param name="Transitions">Measures what a step costs instead, over so many of them; null for the pages.</param>
public sealed record Settings(string? Data, int Rounds, double Seconds, int Connections, string Npgsql, string? Only, int? Signing,
    bool Names, int? Transitions, bool Verify)
{
    /// <summary>Reads pairs of <c>--name value</c>.</summary>
    public static Settings Read(string[] args)
    {
        var given = args.Chunk(2).ToDictionary(
            pair => pair[0], pair => pair.Length == 2 ? pair[1] : throw new ArgumentException($"{pair[0]} has no value.", nameof(args)));
        return new(
            given.GetValueOrDefault("--data"),
            int.Parse(given.GetValueOrDefault("--rounds", "7"), CultureInfo.InvariantCulture),
            double.Parse(given.GetValueOrDefault("--seconds", "2"), CultureInfo.InvariantCulture),
            int.Parse(given.GetValueOrDefault("--connections", "4"), CultureInfo.InvariantCulture),
            given.GetValueOrDefault("--npgsql", ""),
            given.GetValueOrDefault("--only"),
            given.TryGetValue("--signing", out var count) ? int.Parse(count, CultureInfo.InvariantCulture) : null,
            given.GetValueOrDefault("--names") == "yes",
            given.TryGetValue("--transitions", out var steps) ? int.Parse(steps, CultureInfo.InvariantCulture) : null,
            given.GetValueOrDefault("--verify") == "yes");
    }
}
