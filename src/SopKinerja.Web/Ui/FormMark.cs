using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace SopKinerja.Web.Ui;

/// <summary>
/// What every form carries in one hidden field: a number that is drawn once, the names of what it sends, and those of its buttons. So a
/// form that comes back is known again, and it is seen whether all of it came.
/// </summary>
/// <param name="Fields">What is always sent: no box, radio button, file or button. Rows of a list are one name ("Input.Rows[].Uraian") with
/// their count.</param>
public sealed partial record FormMark(string Number, IReadOnlyDictionary<string, int> Fields, IReadOnlyList<string> Buttons)
{
    public const string FieldName = "__Formulir";

    private const int NumberBytes = 16;

    /// <summary>The mark of a form that is being written, with a number of its own.</summary>
    /// <param name="html">What stands between the tags of the form.</param>
    public static FormMark Of(string html)
    {
        var controls = Control().Matches(html).Select(m => (
            Tag: m.Groups["tag"].Value, Name: Attribute(m, "name"), Type: Attribute(m, "type") ?? "", Marks: m.Groups["marks"].Value))
            .Where(c => c.Name is { Length: > 0 } && !Disabled().IsMatch(c.Marks)).ToList();
        return new(
            Base64UrlTextEncoder.Encode(RandomNumberGenerator.GetBytes(NumberBytes)),
            Counted(controls.Where(c => c.Tag != "button" && c.Type is not ("checkbox" or "radio" or "file" or "submit" or "button"))
                .Select(c => c.Name!)),
            [.. controls.Where(c => c.Tag == "button").Select(c => c.Name!).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Null when there is none, or none that a page has written.</summary>
    public static FormMark? Read(IFormCollection form)
    {
        var parts = form[FieldName].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : new(
            parts[0],
            parts.Skip(1).Where(p => p[0] != '!').Select(p => p.Split('*')).DistinctBy(p => p[0], StringComparer.Ordinal).ToDictionary(
                p => p[0], p => p.Length > 1 && int.TryParse(p[1], CultureInfo.InvariantCulture, out var count) ? count : 1,
                StringComparer.Ordinal),
            [.. parts.Skip(1).Where(p => p[0] == '!').Select(p => p[1..])]);
    }

    /// <summary>Whether everything came that the page had written into the form.</summary>
    public bool IsWhole(IFormCollection form)
    {
        var sent = Counted(form.Keys);
        return Fields.All(field => sent.GetValueOrDefault(field.Key) >= field.Value);
    }

    public override string ToString() => string.Join(' ',
    [
        Number,
        .. Fields.Select(f => f.Value == 1 ? f.Key : string.Create(CultureInfo.InvariantCulture, $"{f.Key}*{f.Value}")),
        .. Buttons.Select(b => $"!{b}"),
    ]);

    private static Dictionary<string, int> Counted(IEnumerable<string> names) => names.Distinct(StringComparer.Ordinal)
        .GroupBy(name => Row().Replace(name, "[]"), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private static string? Attribute(Match control, string name) => Attributes().Matches(control.Groups["marks"].Value)
        .Where(a => a.Groups["name"].Value == name).Select(a => WebUtility.HtmlDecode(a.Groups["value"].Value)).FirstOrDefault();

    // A select without options sends nothing.
    [GeneratedRegex(
        @"<(?<tag>input|textarea|button)\b(?<marks>(\s+[^\s=>]+(=""[^""]*"")?)*)\s*/?>|<(?<tag>select)\b(?<marks>[^>]*)>\s*<option",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Control();

    [GeneratedRegex(@"\s(?<name>[a-z-]+)=""(?<value>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"\sdisabled(\s|=|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Disabled();

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Row();
}
