using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Access;

/// <summary>A button for an act on a plan: live when <see cref="Domain.Plans.Plan.WhyNot"/> allows it, otherwise disabled with the reason beside it.</summary>
[HtmlTargetElement("plan-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlanButtonTagHelper : TagHelper
{
    public required Plan Plan { get; set; }

    public PlanAct Act { get; set; }

    /// <summary>Where a live button leads, for an act that has a page of its own; without it the button sends its form.</summary>
    public string? Href { get; set; }

    /// <summary>The page handler that the button posts to; the act's name by default.</summary>
    public string? Handler { get; set; }

    /// <summary>True where the page's own fields can still bring what is missing, so that only the person and the moment decide.</summary>
    public bool FieldsMayComplete { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var refusal = Plan.WhyNot(Act, ViewContext.HttpContext.User.Actor());
        if (FieldsMayComplete && refusal?.Kind == RefusalKind.Incomplete)
        {
            refusal = null;
        }

        var content = await output.GetChildContentAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.SetAttribute("class", Act is PlanAct.Propose or PlanAct.Agree ? "tombol tombol--utama" : "tombol");
        }

        Lead(output, refusal);
        output.Content.SetHtmlContent(content);
        if (refusal is not null)
        {
            output.Attributes.SetAttribute("disabled", "disabled");
            var reason = new TagBuilder("span");
            reason.AddCssClass("alasan");
            reason.InnerHtml.Append(refusal.Sentence);
            output.PostElement.AppendHtml(reason);
        }
    }

    private void Lead(TagHelperOutput output, Refusal? refusal)
    {
        output.TagName = Href is not null && refusal is null ? "a" : "button";
        if (output.TagName == "a")
        {
            output.Attributes.SetAttribute("href", Href);
            return;
        }

        output.Attributes.SetAttribute("type", Href is null ? "submit" : "button");
        if (Href is null)
        {
            output.Attributes.SetAttribute("formaction", $"?handler={Handler ?? Act.ToString()}");
        }
    }
}
