using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Access;

[HtmlTargetElement("plan-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlanButtonTagHelper : ActButton
{
    public required Plan Plan { get; set; }

    public PlanAct Act { get; set; }

    public string? Href { get; set; }

    protected override string ActName => Act.ToString();

    protected override bool IsMain => Act is PlanAct.Propose or PlanAct.Agree;

    protected override string? Target => Href;

    protected override Refusal? WhyNot(Actor actor) => Plan.WhyNot(Act, actor);
}
