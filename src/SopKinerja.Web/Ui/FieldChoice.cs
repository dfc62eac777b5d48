using System.Collections;
using System.Globalization;

namespace SopKinerja.Web.Ui;

/// <summary>The option values that a value of the model stands for; an enum answers to its name and to its number.</summary>
public static class FieldChoice
{
    public static IReadOnlyList<string> Of(object? value) => value switch
    {
        null => [],
        string text => [text],
        Enum member => [member.ToString(), Convert.ToInt64(member, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)],
        bool yes => [yes ? "true" : "false", yes ? "True" : "False"],
        IEnumerable many => [.. many.Cast<object?>().SelectMany(Of)],
        IFormattable other => [other.ToString(null, CultureInfo.InvariantCulture)],
        _ => [value.ToString() ?? ""],
    };
}
