using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Domain.Periods;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Periods;

/// <summary>The periods, newest first.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    private const int PageSize = 40;

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<Period> Rows { get; private set; } = [];

    /// <summary>After which the next one comes; null where there is none.</summary>
    public Period? Newest => Setelah is null ? Rows.MaxBy(p => (p.Selesai, p.Id)) : null;

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var rows = await db.Periods.AsNoTracking()
            .Where(p => Setelah == null || db.Periods.Any(last => last.Id == Setelah
                && EF.Functions.LessThan(ValueTuple.Create(p.Mulai, p.Id), ValueTuple.Create(last.Mulai, last.Id))))
            .OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id).Take(PageSize + 1).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, p => p.Id);
        Rows = rows;
    }
}
