using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Plans;

/// <summary>The base of the pages on which a plan is written, one for each regulation; a plan under another is sent to its own.</summary>
public abstract class PlanWritingPageModel(SopDbContext db, ChangeLog log) : PlanPageModel(db, log)
{
    public bool MayWrite => Plan.WhyNot(PlanAct.Write, Actor) is null;

    /// <summary>Key of the regulation for which the page is.</summary>
    protected abstract string Method { get; }

    protected override IActionResult? Elsewhere() => Method == Plan.Method ? null : Here();

    protected override PlanAct ActOf(string? handler) => handler == nameof(PlanAct.Propose) ? PlanAct.Propose : PlanAct.Write;

    /// <summary>Keeps what was written as a draft.</summary>
    protected Task<IActionResult> KeepAsync()
    {
        Note($"mengubah rencana ({PlanWords.Isi(Plan)})");
        return SaveAsync($"Draf SKP disimpan dengan {PlanWords.Isi(Plan)}. SKP belum diajukan.", Here);
    }

    /// <summary>Lays what was written before whoever is the atasan langsung now.</summary>
    protected Task<IActionResult> LayBeforeAtasanAsync()
    {
        var atasan = Plan.Pegawai.Atasan!;
        Plan.Propose(atasan.Id, Actor);
        Note($"mengajukan SKP ({PlanWords.Isi(Plan)}) kepada {atasan.Nama}");
        return SaveAsync($"SKP diajukan kepada {atasan.Nama}.", () => RedirectToPage("Details", new { id = Plan.Id }));
    }

    private RedirectToPageResult Here() => RedirectToPage(PlanWords.WritingPage(Plan.Method), new { id = Plan.Id });
}
