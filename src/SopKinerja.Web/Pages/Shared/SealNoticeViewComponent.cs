using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Caching.Memory;
using SopKinerja.Web.Access;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Shared;

/// <summary>That nights passed without a seal, for those who can have it mended or must know; nothing for anybody else.</summary>
/// <remarks>What is in order stays so until the day ends, so nobody asks again before.</remarks>
public sealed class SealNoticeViewComponent(SopDbContext db, IMemoryCache cache, TimeProvider time) : ViewComponent
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var now = time.GetUtcNow();
        var today = (nameof(SealNoticeViewComponent), Tanggal.DiWita(now));
        if (!PageAccess.MayOpen("/Seals", UserClaimsPrincipal.Actor()) || cache.TryGetValue(today, out _))
        {
            return Content("");
        }

        if (await db.SealNightsAsync(now, HttpContext.RequestAborted) is { IsUsual: false } nights)
        {
            return View(nights);
        }

        cache.Set(today, true, Kept);
        return Content("");
    }
}
