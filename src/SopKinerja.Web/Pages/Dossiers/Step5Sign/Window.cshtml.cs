using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5d: the rated person kept the right to object, and may still say that there is no objection.</summary>
public sealed class WindowModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Step.Sign;

    public override Substep Substep => Substep.MasaKeberatan;

    public Task<IActionResult> OnPostCompleteAsync()
    {
        Dossier.Waive(Actor, Now);
        return MovedAsync($"Dicatat: Anda tidak berkeberatan. Berkas sekarang menunggu {Dossier.Performer(Dossier.Row, Actor)}.");
    }
}
