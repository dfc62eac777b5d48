using Microsoft.AspNetCore.Mvc;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step5Sign;

/// <summary>Step 5: the rated person takes the objection back before it is answered.</summary>
public sealed class WithdrawModel(SopDbContext db, TimeProvider time) : StepPageModel(db, time)
{
    public override Step Step => Dossier.Step;

    public override Substep Substep => Dossier.Substep;

    protected override Act Own => Act.Withdraw;

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (ReasonRules.WhyNot(Alasan.Trimmed() ?? "", "Tulis alasan penarikan, paling sedikit 10 karakter.") is { } fault)
        {
            return await this.ShowAgainAsync(nameof(Alasan), fault);
        }

        Dossier.Withdraw(Alasan.Trimmed()!, Actor, Now);
        return await MovedAsync("Keberatan Anda ditarik kembali.");
    }
}
