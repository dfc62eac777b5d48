using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Signing.Bsre;

namespace SopKinerja.Web.Pages.Authenticity;

[ServiceFilter<PublicLimits>(Order = PublicLimits.Order)]
public sealed class DocumentModel(SopDbContext db, BsreSignatures bsre, CurrentSettings settings, TimeProvider time) : PageModel
{
    public string Kode { get; private set; } = "";

    /// <summary>Null when nothing was issued under the code.</summary>
    public IssuedVersion? Issued { get; private set; }

    public string Dinas => settings.Value.Nama;

    public async Task<IActionResult> OnGetAsync(string kode)
    {
        var code = VerificationCode.Parse(kode);
        Kode = code is null ? kode : VerificationCode.Tampil(code);
        Issued = code is null ? null : await db.IssuedAsync(code, bsre, time.GetUtcNow(), HttpContext.RequestAborted);
        Response.StatusCode = Issued is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }
}
