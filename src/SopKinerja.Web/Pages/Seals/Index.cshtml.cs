using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Integrity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Seals;

/// <summary>The seals of the last nights with their codes, to be kept elsewhere.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int MostRows = 60;

    public IReadOnlyList<Segel> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await db.Seals().OrderByDescending(s => s.No).Take(MostRows).ToListAsync(HttpContext.RequestAborted);
}
