using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>All errors of the page at its top, each leading to its field; nothing when there is none.</summary>
[HtmlTargetElement("ringkasan-galat", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed partial class RingkasanGalatTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .OrderBy(e => e.Key, new FieldOrder(ViewContext.ViewData.ModelMetadata))
            .SelectMany(e => e.Value!.Errors.Select(error => (e.Key, Placed(e.Key, error.ErrorMessage))))
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "galat ringkasan-galat");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "ringkasan-galat-judul");
        output.Content.AppendHtml("<h2 id=\"ringkasan-galat-judul\">Ada yang perlu diperbaiki</h2>");
        output.Content.AppendHtml(List(errors));
    }

    // At the cell itself the place is plain to see; up here forty cells may say the same.
    private static string Placed(string key, string message)
    {
        string[] rows = [.. RowOf().Matches(key).Select(m =>
            (int.Parse(m.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture))];
        return rows.Length == 0 || NamedRow().Matches(message).Any(m => m.Groups["no"].Value == rows[0]) ? message
            : $"Nomor {rows[0]}{string.Concat(rows.Skip(1).Select(row => $", baris {row}"))}: {message}";
    }

    [GeneratedRegex(@"\[(?<index>[0-9]{1,4})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2_000)]
    private static partial Regex RowOf();

    // A figure alone may be a length or a limit.
    [GeneratedRegex(
        @"\b(nomor|ke|baris|kegiatan|rencana|indikator|tambahan|utama|kreativitas|perilaku)[ -](?<no>[0-9]+)(?![.,]?[0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2_000)]
    private static partial Regex NamedRow();

    private static TagBuilder List(IEnumerable<(string Key, string Message)> errors)
    {
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(key.Length == 0 ? Sentence(message) : Link(key, message));
            list.InnerHtml.AppendHtml(item);
        }

        return list;
    }

    private static IHtmlContent Sentence(string message) => new HtmlContentBuilder().Append(message);

    private static TagBuilder Link(string key, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{FieldId.Of(key)}";
        link.InnerHtml.Append(message);
        return link;
    }
}
