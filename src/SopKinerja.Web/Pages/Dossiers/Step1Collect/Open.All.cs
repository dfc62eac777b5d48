using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;

namespace SopKinerja.Web.Pages.Dossiers.Step1Collect;

public sealed partial class OpenModel
{
    /// <summary>All that wait in the period, or in a unit.</summary>
    public async Task<IActionResult> OnPostOpenAllAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var period = (await choices.GetAsync(cancel)).Periods.FirstOrDefault(p => p.Id == Periode);
        if ((runs.WhyNot(OpenDossierKind.Kode, User) ?? (period is null
            ? new(RefusalKind.Incomplete, "Pilih periode dahulu, lalu buka semua berkasnya.") : null)) is { } refusal)
        {
            return HttpContext.Refuse(refusal);
        }

        var chosen = await OpenDossierKind.ChooseAsync(Chosen(), Part, cancel);
        return await runs.BeginAsync(OpenDossierKind.Kode, period!.NamaBagian(Part), chosen, User, cancel) is { } run
            ? LocalRedirect(Links.Imports.Run(run))
            : this.Done("Tidak ada SKP yang menunggu dibuka.", Links.Dossiers.Open(Periode, Bagian, Unit));
    }
}
