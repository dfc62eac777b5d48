using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Dossiers;
using SopKinerja.Domain.Sop;

namespace SopKinerja.Web.Access;

/// <summary>A button for an act of the SOP: live when the procedure allows it, otherwise disabled with the reason beside it.</summary>
[HtmlTargetElement("sop-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SopButtonTagHelper(TimeProvider time) : TagHelper
{
    public required Dossier Dossier { get; set; }

    public Act Act { get; set; } = Act.Complete;

    /// <summary>The page handler that the button posts to; the act's name by default.</summary>
    public string? Handler { get; set; }

    /// <summary>True where the page's own fields can still bring what is missing, so that only the person and the moment decide.</summary>
    public bool FieldsMayComplete { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var refusal = Procedure.WhyNot(Dossier, Dossier.Step, Act, ViewContext.HttpContext.User.Actor(), time.GetUtcNow());
        if (FieldsMayComplete && refusal?.Kind == RefusalKind.Incomplete)
        {
            refusal = null;
        }

        var content = await output.GetChildContentAsync();
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("type", "submit");
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.SetAttribute("class", Act == Act.Complete ? "tombol tombol--utama" : "tombol");
        }

        output.Attributes.SetAttribute("formaction", $"?handler={Handler ?? Act.ToString()}");
        output.Content.SetHtmlContent(content.IsEmptyOrWhiteSpace ? new StringHtmlContent(Caption()) : content);
        if (refusal is not null)
        {
            output.Attributes.SetAttribute("disabled", "disabled");
            var reason = new TagBuilder("span");
            reason.AddCssClass("alasan");
            reason.InnerHtml.Append(refusal.Sentence);
            output.PostElement.AppendHtml(reason);
        }
    }

    private string Caption()
    {
        var row = SopTable.Row(Dossier.Step);
        return Act switch
        {
            Act.Complete => row.Selesaikan,
            Act.SendBack when row.BackTo is { } back => $"Kembalikan ke {SopTable.Row(back).Pelaksana.Nama()}",
            Act.SendBack => "Kembalikan",
            Act.Object => "Ajukan keberatan",
            _ => "Simpan",
        };
    }

    private sealed class StringHtmlContent(string text) : Microsoft.AspNetCore.Html.IHtmlContent
    {
        public void WriteTo(TextWriter writer, System.Text.Encodings.Web.HtmlEncoder encoder) => encoder.Encode(writer, text);
    }
}
