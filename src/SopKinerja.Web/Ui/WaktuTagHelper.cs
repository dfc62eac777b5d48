using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SopKinerja.Web.Ui;

/// <summary>A moment in WITA, in words for people and in ISO 8601 for programs.</summary>
[HtmlTargetElement("waktu", Attributes = "at", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WaktuTagHelper : TagHelper
{
    [HtmlAttributeName("at")]
    public DateTimeOffset? At { get; set; }

    [HtmlAttributeName("mode")]
    public string Mode { get; set; } = "lengkap";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "datetime", at.ToOffset(Tanggal.Wita).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        output.Content.SetContent(Mode switch
        {
            "tanggal" => Tanggal.Tampil(at),
            "jam" => Tanggal.Pukul(at),
            _ => Tanggal.TampilPukul(at),
        });
    }
}
