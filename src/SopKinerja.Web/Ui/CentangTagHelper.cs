using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

[HtmlTargetElement("centang", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("centang", Attributes = "name,value,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CentangTagHelper(IHtmlGenerator generator) : FieldTagHelper(generator)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var box = Complete(Choice("checkbox", "true", IsTicked), output);

        var row = new TagBuilder("div");
        row.AddCssClass("centang");
        row.InnerHtml.AppendHtml(box).AppendHtml(RowLabel()).AppendHtml(Unticked());
        Wrap(output, "div", "isian isian--centang");
        AppendErrors(output.Content);
        output.Content.AppendHtml(row);
        AppendHint(output.Content);
    }

    private bool IsTicked => Typed is { Count: > 0 } typed ? typed[0] == "true" : Held is true;

    private TagBuilder RowLabel()
    {
        var label = LabelElement();
        label.Attributes["class"] = InTable ? "hanya-pembaca" : "centang__label";
        return label;
    }

    // An empty box sends nothing; this field says "false" for it, after the box so that a tick is read first.
    private TagBuilder Unticked()
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.Attributes["type"] = "hidden";
        hidden.Attributes["name"] = Name;
        hidden.Attributes["value"] = "false";
        return hidden;
    }
}
