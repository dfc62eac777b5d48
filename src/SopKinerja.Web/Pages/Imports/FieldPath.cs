using System.Globalization;
using System.Text.RegularExpressions;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>The name of a field as validators give it: "Rows[3].Uraian".</summary>
internal static partial class FieldPath
{
    /// <summary>The number of the row and the field within it; below zero for a field of no row.</summary>
    public static (int Row, string Field) RowOf(string path) => Indexed().Match(path) is { Success: true } row
        ? (int.Parse(row.Groups["index"].Value, CultureInfo.InvariantCulture), row.Groups["rest"].Value) : (-1, path);

    [GeneratedRegex(@"^[^\[]*\[(?<index>[0-9]{1,6})\]\.?(?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Indexed();
}
