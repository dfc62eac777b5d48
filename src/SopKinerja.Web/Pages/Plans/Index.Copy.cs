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
        if ((runs.WhyNot(CopyPlanKind.Kode, User)
            ?? (period is null ? new(RefusalKind.Incomplete, "Pilih periode yang terbuka dahulu.") : null)) is { } refusal)
        {
            return HttpContext.Refuse(refusal);
        }

        var chosen = await CopyPlanKind.ChooseAsync(db, period!.Id, Unit, cancel);
        return await runs.BeginAsync(CopyPlanKind.Kode, period.Nama, chosen, User, cancel) is { } run
            ? LocalRedirect(Links.Imports.Run(run))
            : this.Done($"Semua pegawai di sini sudah mempunyai SKP {period.Nama}.", Links.Plans.Everybody(period.Id, Unit));
    }
}
