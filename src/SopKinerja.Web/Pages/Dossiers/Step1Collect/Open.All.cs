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
        return runs.WhyNot(OpenDossierKind.Kode, User) is { } refusal ? HttpContext.Refuse(refusal)
            : period is null
                ? HttpContext.Refuse(new(RefusalKind.Incomplete, "Pilih periode dahulu, lalu buka semua berkasnya."))
            : LocalRedirect(Links.Imports.Run(await runs.BeginAsync(
                OpenDossierKind.Kode, period.NamaBagian(Part), await OpenDossierKind.ChooseAsync(Chosen(), Part, cancel), User, cancel)));
    }
}
