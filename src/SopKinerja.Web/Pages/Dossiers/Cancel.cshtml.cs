using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The way out before approval: the dossier is given up with a reason.</summary>
public sealed class CancelModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    protected override Act Own => Act.Cancel;

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (ReasonRules.WhyNot(Alasan.Trimmed() ?? "", "Tulis alasan pembatalan, paling sedikit 10 karakter.") is { } fault)
        {
            return await this.ShowAgainAsync(nameof(Alasan), fault);
        }

        Dossier.Cancel(Alasan.Trimmed()!, Actor, Now);
        return await MovedAsync("Berkas dibatalkan. Bila perlu, Analis dapat membuka berkas baru.");
    }
}
