using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>
/// Turns off the browser's own validation: its bubbles speak the browser's language, and our sentences say more.
/// A form shown again after one of its buttons was refused goes to the page itself, not to that button's handler. Every form carries its
/// <see cref="FormMark"/>.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new("novalidate"));
        var request = ViewContext.HttpContext.Request;
        if (request.Query.ContainsKey(HandlerAddress.Parameter) && !output.Attributes.ContainsName("action"))
        {
            output.Attributes.SetAttribute("action", request.WithoutHandler());
        }

        var mark = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        mark.Attributes["type"] = "hidden";
        mark.Attributes["name"] = FormMark.FieldName;
        mark.Attributes["value"] = FormMark.Of((await output.GetChildContentAsync()).GetContent()).ToString();
        output.PostContent.AppendHtml(mark);
    }
}
