namespace SopKinerja.Web.Documents.PermenPanRb6;

/// <summary>The cells of which the tables of PermenPANRB 6/2022 are made.</summary>
internal static class KinerjaCells
{
    /// <summary>Relative widths of the columns after NO, which takes a twentieth, so that it is as wide in each table of a form.</summary>
    public static IReadOnlyList<double> Widths(params IReadOnlyList<double> others) => [others.Sum() / 19, .. others];

    public static TableRow Across(string text, int columns) => new([new(text, Bold: true) { ColumnSpan = columns, Shaded = true }]);

    public static TableCell Text(string? text) => new(Shown(text));

    public static string Shown(string? text) => string.IsNullOrWhiteSpace(text) ? "-" : text;
}
