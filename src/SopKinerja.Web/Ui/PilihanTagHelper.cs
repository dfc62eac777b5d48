using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

[HtmlTargetElement("pilihan", Attributes = "for,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("pilihan", Attributes = "name,value,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PilihanTagHelper(IHtmlGenerator generator) : FieldTagHelper(generator)
{
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    [HtmlAttributeName("empty")]
    public string? Empty { get; set; }

    [HtmlAttributeName("width")]
    public string Width { get; set; } = "sedang";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Typed ?? (Held is null ? null : FieldChoice.Of(Held));
        var select = Complete(
            Generator.GenerateSelect(
                ViewContext, Explorer, Empty, Name, Items, chosen is null ? null : [.. chosen], Held is IEnumerable and not string, null),
            output);
        select.AddCssClass(CssClasses("masukan", InTable ? null : $"masukan--{Width}"));
        Wrap(output, "div", "isian");
        output.Content.AppendHtml(LabelElement());
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(select);
    }
}
