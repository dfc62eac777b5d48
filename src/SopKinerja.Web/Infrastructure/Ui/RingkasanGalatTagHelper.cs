using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Infrastructure.Ui;

/// <summary>All errors of the page at its top, each leading to its field; nothing when there is none.</summary>
[HtmlTargetElement("ringkasan-galat", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RingkasanGalatTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .OrderBy(e => e.Key, new FieldOrder(ViewContext.ViewData.ModelMetadata))
            .SelectMany(e => e.Value!.Errors.Select(error => (e.Key, error.ErrorMessage)))
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
