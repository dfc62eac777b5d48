using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: the rated person, of whom somebody proposed that he does not sign, comes to do so.</summary>
public sealed class ReconsiderModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    protected override Act Own => Act.Reconsider;

    public Task<IActionResult> OnPostReconsiderAsync()
    {
        Dossier.Reconsider(Actor, Now);
        return MovedAsync("Dicatat: Anda bersedia menandatangani. Buka langkah penandatanganan di bawah ini untuk melakukannya.");
    }
}
