using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Access;

/// <summary>The frame of a button for an act: live when nothing speaks against it, otherwise disabled with the reason beside it.</summary>
public abstract class ActButton : TagHelper
{
    public string? Handler { get; set; }

    /// <summary>True where the page's own fields can still bring what is missing, so that only the person and the moment decide.</summary>
    public bool FieldsMayComplete { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected abstract string ActName { get; }

    protected abstract bool IsMain { get; }

    /// <summary>Where a live button leads, for an act that has a page of its own; null when the button sends its form.</summary>
    protected virtual string? Target => null;

    protected virtual string Caption => "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var refusal = WhyNot(ViewContext.HttpContext.User.Actor());
        if (FieldsMayComplete && refusal?.Kind == RefusalKind.Incomplete)
        {
            refusal = null;
        }

        var content = await output.GetChildContentAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.SetAttribute("class", IsMain ? "tombol tombol--utama" : "tombol");
        }

        Lead(output, isLive: refusal is null);
        _ = content.IsEmptyOrWhiteSpace ? output.Content.SetContent(Caption) : output.Content.SetHtmlContent(content);
        if (refusal is null)
        {
            Follow(output);
        }
        else
        {
            output.Attributes.SetAttribute("disabled", "disabled");
            var reason = new TagBuilder("span");
            reason.AddCssClass("alasan");
            reason.InnerHtml.Append(refusal.Sentence);
            output.PostElement.AppendHtml(reason);
        }
    }

    /// <summary>Writes what stands beside a live button.</summary>
    protected virtual void Follow(TagHelperOutput output)
    {
    }

    /// <summary>Null when the act may be done now.</summary>
    protected abstract Refusal? WhyNot(Actor actor);

    private void Lead(TagHelperOutput output, bool isLive)
    {
        output.TagName = Target is not null && isLive ? "a" : "button";
        if (output.TagName == "a")
        {
            output.Attributes.SetAttribute("href", Target);
            return;
        }

        output.Attributes.SetAttribute("type", Target is null ? "submit" : "button");
        if (Target is null)
        {
            output.Attributes.SetAttribute("formaction", ViewContext.HttpContext.Request.WithHandler(Handler ?? ActName));
        }
    }
}
