using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Plans;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The base of the pages on which a plan is written, one for each regulation; a plan under another is sent to its own.</summary>
public abstract class PlanWritingPageModel(SopDbContext db, TimeProvider time) : PlanPageModel(db, time)
{
    public bool MayWrite => Plan.WhyNot(PlanAct.Write, Actor) is null;

    protected abstract string Method { get; }

    protected override IActionResult? Elsewhere() => Method == Plan.Method ? null : Here();

    protected override PlanAct Own => PlanAct.Write;

    protected Task<IActionResult> KeepAsync(PlanContent content)
    {
        Plan.Write(content, Actor, Now);
        return SaveAsync($"Draf SKP disimpan dengan {Plan.Content.Isi}. SKP belum diajukan.", Here);
    }

    protected Task<IActionResult> ProposeAsync(PlanContent content)
    {
        var atasan = Plan.Pegawai.Atasan!;
        Plan.Propose(atasan.Id, atasan.Nama, Actor, Now, content);
        return SaveAsync(Sentences.End($"SKP diajukan kepada {atasan.Nama}"), () => LocalRedirect(Links.Plans.Details(Plan.Id)));
    }

    private LocalRedirectResult Here() => LocalRedirect(LawPages.Of(Plan.Method).WritingAddress(Plan.Id));
}
