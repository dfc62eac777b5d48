using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Access;

/// <summary>A button for an act of the SOP, asking the procedure; without words of its own it takes those of the table.</summary>
[HtmlTargetElement("sop-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SopButtonTagHelper(TimeProvider time) : ActButton
{
    public required Dossier Dossier { get; set; }

    public Act Act { get; set; } = Act.Complete;

    protected override string ActName => Act.ToString();

    protected override bool IsMain => Act == Act.Complete;

    protected override string Caption => Act switch
    {
        Act.Complete => Dossier.Row.Selesaikan,
        Act.SendBack when Dossier.Row.BackTo is { } back => $"Kembalikan ke {SopTable.Row(back).AsTarget(Dossier.Row)}",
        Act.SendBack => "Kembalikan",
        Act.Work => "Simpan",
        _ when SopTable.RowOrNull(Act) is { } act => act.Nama,
        _ => throw new InvalidOperationException($"No button performs {Act}."),
    };

    /// <summary>Where one person does the same on many dossiers, a second button goes on to the next.</summary>
    protected override void Follow(TagHelperOutput output)
    {
        if (!Dossier.Row.ComesInNumbers || Act is not (Act.Complete or Act.SendBack))
        {
            return;
        }

        var next = new TagBuilder("button");
        next.AddCssClass("tombol");
        next.Attributes["type"] = "submit";
        next.Attributes["name"] = WorkQueue.OnField;
        next.Attributes["value"] = "ya";
        next.Attributes["formaction"] = ViewContext.HttpContext.Request.WithHandler(Handler ?? ActName);
        next.InnerHtml.Append($"{Caption.Split(' ')[0]} dan buka berikutnya");
        output.PostElement.AppendHtml(" ").AppendHtml(next);
    }

    protected override Refusal? WhyNot(Actor actor) => Procedure.WhyNot(Dossier, Act, actor, time.GetUtcNow());
}
