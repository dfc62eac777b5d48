using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers;

/// <summary>The base of the lists that are searched: of all dossiers, and of those in the archive.</summary>
public abstract class DossierSearchPageModel(SopDbContext db, FilterLists choices) : PageModel, IShowsAgain
{
    [BindProperty]
    public DossierSearch Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    /// <summary>After which key the list goes on; null at its end.</summary>
    public long? Next { get; protected set; }

    protected SopDbContext Db => db;

    protected IQueryable<Dossier> Found => Input.Narrow(db.Dossiers.VisibleTo(User.Actor()), db.SearchNames, db.SearchNips);

    public async Task OnGetAsync(DossierSearch search)
    {
        Input = search.FromAddress();
        await LoadAsync();
        await FindAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Input.IsByNip)
        {
            return LocalRedirect(Address(Input.Filter(Input.Setelah)));
        }

        await LoadAsync();
        await FindAsync();
        return Page();
    }

    public async Task LoadAsync()
    {
        var all = await choices.GetAsync(HttpContext.RequestAborted);
        (Units, Periods) = ([.. all.Units.Select(u => u.Item)], [.. all.Periods.Select(p => p.Item)]);
    }

    public abstract string Address(DossierFilter filter);

    protected abstract Task FindAsync();
}
