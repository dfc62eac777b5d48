using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Pages.Imports;

namespace SopKinerja.Web.Pages.Plans;

public sealed partial class IndexModel
{
    /// <summary>Drafts for all who have no SKP in a period, or for those of a unit, from their SKP of the period before.</summary>
    public async Task<IActionResult> OnPostCopyAsync()
    {
        var cancel = HttpContext.RequestAborted;
        var period = await db.Periods.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Periode && p.IsOpen, cancel);
        return runs.WhyNot(CopyPlanKind.Kode, User) is { } refusal ? HttpContext.Refuse(refusal)
            : period is null ? HttpContext.Refuse(new(RefusalKind.Incomplete, "Pilih periode yang terbuka dahulu."))
            : LocalRedirect(Links.Imports.Run(await runs.BeginAsync(
                CopyPlanKind.Kode, period.Nama, await CopyPlanKind.ChooseAsync(db, period.Id, Unit, cancel), User, cancel)));
    }
}
