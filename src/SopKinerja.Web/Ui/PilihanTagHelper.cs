using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>A list to choose from.</summary>
[HtmlTargetElement("pilihan", Attributes = "for,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("pilihan", Attributes = "name,value,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PilihanTagHelper : FieldTagHelper
{
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The words of the first, empty option; without them there is none.</summary>
    [HtmlAttributeName("kosong")]
    public string? Empty { get; set; }

    /// <summary>kecil, sedang or penuh.</summary>
    [HtmlAttributeName("width")]
    public string Width { get; set; } = "sedang";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Control("select", output);
        select.AddCssClass(CssClasses("masukan", InTable ? null : $"masukan--{Width}"));
        if (Held is IEnumerable and not string)
        {
            select.Attributes["multiple"] = "multiple";
        }

        AppendOptions(select);
        Wrap(output, "div", "isian");
        output.Content.AppendHtml(LabelElement());
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(select);
    }

    private void AppendOptions(TagBuilder select)
    {
        if (Empty is not null)
        {
            select.InnerHtml.AppendHtml(Option(new SelectListItem(Empty, ""), isChosen: false));
        }

        var chosen = Typed ?? (Held is null ? null : FieldChoice.Of(Held));
        // Each group is an object shared by its items, so runs of one group stay together.
        foreach (var group in Items.GroupBy(i => i.Group))
        {
            var options = group.Select(i => Option(i, chosen?.Contains(i.Value ?? i.Text, StringComparer.Ordinal) ?? i.Selected));
            var target = group.Key is null ? select : OptionGroup(group.Key);
            foreach (var option in options)
            {
                target.InnerHtml.AppendHtml(option);
            }

            if (group.Key is not null)
            {
                select.InnerHtml.AppendHtml(target);
            }
        }
    }

    private static TagBuilder OptionGroup(SelectListGroup group)
    {
        var element = new TagBuilder("optgroup");
        element.Attributes["label"] = group.Name;
        return element;
    }

    private static TagBuilder Option(SelectListItem item, bool isChosen)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value ?? item.Text;
        option.InnerHtml.Append(item.Text ?? "");
        if (isChosen)
        {
            option.Attributes["selected"] = "selected";
        }

        if (item.Disabled)
        {
            option.Attributes["disabled"] = "disabled";
        }

        return option;
    }
}
