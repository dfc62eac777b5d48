using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>A few choices, all in view; the first carries the field's own id, so that the error summary can lead to it.</summary>
[HtmlTargetElement("pilihan-radio", Attributes = "for,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
[HtmlTargetElement("pilihan-radio", Attributes = "name,value,label,items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PilihanRadioTagHelper(IHtmlGenerator generator) : FieldTagHelper(generator)
{
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Typed ?? (Held is null ? null : FieldChoice.Of(Held));
        List<TagBuilder> choices = [];
        foreach (var (index, item) in Items.Index())
        {
            choices.Add(Row(output, item, index, chosen?.Contains(item.Value ?? item.Text, StringComparer.Ordinal) ?? item.Selected));
        }

        Wrap(output, "fieldset", "isian isian--radio");
        DescribeGroup(output);
        output.Content.AppendHtml(Legend());
        AppendHintAndErrors(output.Content);
        foreach (var choice in choices)
        {
            output.Content.AppendHtml(choice);
        }
    }

    private TagBuilder Row(TagHelperOutput output, SelectListItem item, int index, bool isChosen)
    {
        var input = Complete(Choice("radio", item.Value ?? item.Text, isChosen), output);
        input.Attributes.Remove("aria-describedby");
        // aria-invalid is not allowed on a radio; the group's description says it.
        input.Attributes.Remove("aria-invalid");
        var id = index == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}_{index + 1}");
        input.Attributes["id"] = id;
        if (item.Disabled)
        {
            input.Attributes["disabled"] = "disabled";
        }

        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(item.Text ?? "");

        var row = new TagBuilder("div");
        row.AddCssClass("centang");
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        return row;
    }

    private void DescribeGroup(TagHelperOutput output)
    {
        var group = new TagBuilder("fieldset");
        Describe(group);
        if (group.Attributes.TryGetValue("aria-describedby", out var described))
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }
    }

    private TagBuilder Legend()
    {
        var legend = new TagBuilder("legend");
        legend.AddCssClass(InTable ? "hanya-pembaca" : "isian__label");
        legend.InnerHtml.Append(Label);
        return legend;
    }
}
