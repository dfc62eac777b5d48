using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Sop;

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

    protected override Refusal? WhyNot(Actor actor) => Procedure.WhyNot(Dossier, Act, actor, time.GetUtcNow());
}
