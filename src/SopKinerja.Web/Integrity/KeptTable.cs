using System.Text.RegularExpressions;

namespace SopKinerja.Web.Integrity;

/// <summary>A table whose rows leave a line in the ledger at every change, as its trigger says.</summary>
/// <param name="Ledger">Its name in the ledger.</param>
/// <param name="Key">The columns by which the ledger names a row.</param>
/// <param name="LeftOut">Columns that may change without a line: derived ones, and counters of failures.</param>
/// <param name="IsFinal">Whether a row never changes and never goes.</param>
/// <param name="GoesWithTime">Whether a row never changes, and goes when it is old.</param>
internal sealed partial record KeptTable(
    string Name, string Ledger, string Chain, string ChainColumn, string[] Key, string[] LeftOut, bool IsFinal, bool GoesWithTime)
{
    public static IReadOnlyList<KeptTable> All { get; } =
    [
        .. Guards.Expected.Where(d => d.Key.StartsWith("trigger ", StringComparison.Ordinal))
            .Select(d => (Table: d.Key["trigger ".Length..].Split('.')[0], Match: Arguments().Match(d.Value))).Where(d => d.Match.Success)
            .Select(d => Of(d.Table, d.Match.Groups["given"].Value.Split("', '")))
            .OrderBy(t => t.Ledger, StringComparer.Ordinal),
    ];

    private static KeptTable Of(string table, string[] given) => new(
        table, given.Length > 4 ? given[4] : table, given[0], given[1], given[2].Split(','),
        given[3].Split(',', StringSplitOptions.RemoveEmptyEntries),
        HasGuard(table, "refuse()"), HasGuard(table, "access_event_stays()"));

    private static bool HasGuard(string table, string function) => Guards.Expected.Any(d =>
        d.Key.StartsWith($"trigger {table}.", StringComparison.Ordinal)
        && d.Value.Contains(" BEFORE DELETE OR UPDATE ", StringComparison.Ordinal)
        && d.Value.EndsWith($"FOR EACH ROW EXECUTE FUNCTION {function}", StringComparison.Ordinal));

    [GeneratedRegex(@"EXECUTE FUNCTION record_line\('(?<given>.*)'\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arguments();
}
