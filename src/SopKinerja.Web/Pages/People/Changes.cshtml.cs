using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.People;

/// <summary>The change log: every change to people, units, accounts, periods, holidays and plans.</summary>
public sealed class ChangesModel(SopDbContext db) : PageModel
{
    private const int PageSize = 50;

    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. ChangeSubjects.All.Select(s => new SelectListItem(s, s))];

    [BindProperty(SupportsGet = true, Name = Keys.Kind)]
    public string? Jenis { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public long? Setelah { get; set; }

    public IReadOnlyList<Change> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var subject = ChangeSubjects.All.FirstOrDefault(s => s == Jenis);
        var rows = await db.Changes.AsNoTracking()
            .Where(c => (subject == null || c.Subject == subject) && (Setelah == null || c.Id < Setelah))
            .OrderByDescending(c => c.Id).Take(PageSize + 1).ToListAsync();
        Next = NextPage.Trim(Request, rows, PageSize, c => c.Id);
        Rows = rows;
    }
}
