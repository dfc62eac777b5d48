using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Infrastructure.Ui;

/// <summary>Turns off the browser's own validation: its bubbles speak the browser's language, and our sentences say more.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Attributes.SetAttribute(new("novalidate"));
}
