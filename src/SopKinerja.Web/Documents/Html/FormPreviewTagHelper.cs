using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Documents.Html;

/// <summary><c>&lt;form-preview form="Model.Form" /&gt;</c>: the form on screen; the page links css/form.css.</summary>
[HtmlTargetElement("form-preview", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormPreviewTagHelper : TagHelper
{
    public required FormDescription Form { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(FormHtml.Render(Form));
    }
}
