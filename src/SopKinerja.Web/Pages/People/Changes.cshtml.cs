using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
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
    public string? Setelah { get; set; }

    public IReadOnlyList<LoggedChange> Rows { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var subject = ChangeSubjects.All.FirstOrDefault(s => s == Jenis);
        var rows = await LoggedChange.NewestAsync(db, subject, TimeCursor.Parse(Setelah), PageSize + 1);
        Next = NextPage.Trim(Request, rows, PageSize, c => new TimeCursor(c.At, c.Key));
        Rows = rows;
    }
}
