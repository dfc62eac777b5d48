using Microsoft.AspNetCore.Razor.TagHelpers;
using SopKinerja.Domain.Plans;

namespace SopKinerja.Web.Access;

/// <summary>A button for an act on a plan, asking <see cref="Domain.Plans.Plan.WhyNot"/>.</summary>
[HtmlTargetElement("plan-button", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PlanButtonTagHelper : ActButton
{
    public required Plan Plan { get; set; }

    public PlanAct Act { get; set; }

    /// <summary>Where a live button leads, for an act that has a page of its own.</summary>
    public string? Href { get; set; }

    protected override string ActName => Act.ToString();

    protected override bool IsMain => Act is PlanAct.Propose or PlanAct.Agree;

    protected override string? Target => Href;

    protected override Refusal? WhyNot(Actor actor) => Plan.WhyNot(Act, actor);
}
