using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Audit;

/// <summary>The whole Catatan akses, with the changes of rights among it, for the auditor.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int PageSize = 50;

    public static readonly IReadOnlyList<SelectListItem> Kinds =
        [.. AccessKinds.Rows.Select(r => new SelectListItem(r.Nama, $"{r.Kind}")), new("Perubahan hak", AuditFilter.Rights)];

    public AuditFilter Saring { get; private set; } = new();

    public IReadOnlyList<AuditLine> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync(AuditFilter saring, [FromQuery(Name = Keys.After)] string? setelah)
    {
        // A filter that cannot be read filters nothing.
        ModelState.Clear();
        Saring = saring;
        var rows = await AuditLine.NewestAsync(db, saring, TimeCursor.Parse(setelah), PageSize + 1, HttpContext.RequestAborted);
        Next = NextPage.Trim(Request, rows, PageSize, r => new TimeCursor(r.At, r.Key));
        Rows = rows;
    }
}
