using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Shared;

/// <summary>Leaves an element out for whom it is not: <c>bagi</c> names the page that it leads to and that they may not open,
/// <c>bagi-pengubah</c> keeps it for those who may change this page.</summary>
[HtmlTargetElement("*", Attributes = Page)]
[HtmlTargetElement("*", Attributes = Changing)]
public sealed class BagiTagHelper : TagHelper
{
    private const string Page = "bagi";
    private const string Changing = "bagi-pengubah";

    [HtmlAttributeName(Page)]
    public string? Place { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(Changing);
        if (Place is { } place ? !PageAccess.MayOpen(place, ViewContext.HttpContext.User.Actor()) : !ViewContext.MayChange())
        {
            output.SuppressOutput();
        }
    }
}

/// <summary>A form for who may only read its page: the fields show what is there, and nothing can be sent.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class ReadOnlyFormTagHelper : TagHelper
{
    // Around what the others put into a form.
    public override int Order => int.MaxValue;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // A form of the head goes to a page of its own.
        var isElsewhere = output.Attributes["action"]?.Value?.ToString() is { Length: > 0 } to
            && !to.Split('?')[0].Equals(ViewContext.HttpContext.Request.Path, StringComparison.OrdinalIgnoreCase);
        if (!isElsewhere && !ViewContext.MayChange())
        {
            output.PreContent.AppendHtml("<fieldset class=\"hanya-baca\" disabled>");
            output.PostContent.AppendHtml("</fieldset>");
        }
    }
}

/// <summary>What a page asks about its reader.</summary>
public static class Readers
{
    /// <summary>Whether who looks at the page may send its forms.</summary>
    public static bool MayChange(this ActionContext page) =>
        PageAccess.MayChange((page.ActionDescriptor as PageActionDescriptor)?.ViewEnginePath, page.HttpContext.User);
}
