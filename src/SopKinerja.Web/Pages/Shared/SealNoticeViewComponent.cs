using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Access;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Shared;

/// <summary>That nights passed without a seal, for those who can have it mended or must know; nothing for anybody else.</summary>
public sealed class SealNoticeViewComponent(SopDbContext db, TimeProvider time) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        PageAccess.MayOpen("/Seals", UserClaimsPrincipal.Actor())
        && await db.SealNightsAsync(time.GetUtcNow(), HttpContext.RequestAborted) is { IsUsual: false } nights
            ? View(nights)
            : Content("");
}
