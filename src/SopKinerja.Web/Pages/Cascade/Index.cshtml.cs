using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SopKinerja.Domain.Plans;
using SopKinerja.Web.Access;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Cascade;

/// <summary>The rencana hasil kerja of a period as a tree from the Kepala Dinas down, or one branch of it; as much of it as the reader may
/// see.</summary>
public sealed class IndexModel(SopDbContext db, FilterLists choices) : PageModel
{
    private const int PeoplePerPage = 25;

    [BindProperty(SupportsGet = true, Name = Keys.Period)]
    public int? Periode { get; set; }

    /// <summary>The rencana with which the tree begins: key of the plan, a dot, its place; the trunks where there is none.</summary>
    [BindProperty(SupportsGet = true, Name = Keys.From)]
    public string? Dari { get; set; }

    [BindProperty(SupportsGet = true, Name = Keys.After)]
    public int? Setelah { get; set; }

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public IReadOnlyList<Twig> Above { get; private set; } = [];

    public IReadOnlyList<Twig> Trees { get; private set; } = [];

    public IReadOnlyList<IGrouping<int, Twig>> Unlinked { get; private set; } = [];

    public NextPage Next { get; private set; } = null!;

    public bool SeesAll => PlanTable.Viewers.Any(User.Actor().Holds);

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        var all = (await choices.GetAsync(HttpContext.RequestAborted)).MeasuredBy(m => m.HasCascade);
        (Periods, Periode) = ([.. all.Periods.Select(p => p.Item)], all.Period(Periode));
        if (Periode is not { } periode || (User.Actor().PegawaiId is null && !SeesAll))
        {
            return Page();
        }

        var plans = await db.CascadePlansAsync(periode, HttpContext.RequestAborted);
        var cascade = plans.ToCascade();
        var visible = cascade.VisibleTo(User.Actor());
        var window = new TreeWindow(cascade, visible);
        if (Dari is null)
        {
            await ShowAllAsync(plans, cascade, n => visible.Contains(n.Key), window);
        }
        else if (Twig.ReadKey(Dari) is { } key && cascade.Find(key) is { } from && visible.Contains(key))
        {
            await ShowBranchAsync(from, cascade.Above(from), window);
        }
        else
        {
            return HttpContext.Refuse(Twig.NotFound);
        }

        return Page();
    }

    private async Task ShowBranchAsync(CascadeNode from, IReadOnlyList<CascadeNode> above, TreeWindow window)
    {
        window.Take([from], isAlone: true);
        var draw = await DrawerAsync(window, above);
        (Above, Trees) = ([.. above.SelectMany(n => draw([n], false))], draw([from], false));
    }

    private async Task ShowAllAsync(
        IReadOnlyList<CascadePlan> plans, Domain.Plans.Cascade cascade, Func<CascadeNode, bool> isVisible, TreeWindow window)
    {
        var unlinked = cascade.Unlinked.Where(isVisible).ToLookup(n => n.PegawaiId);
        var people = plans.Select(p => p.PegawaiId).Where(unlinked.Contains).ToList();
        var shown = people.Skip(Setelah is { } after ? people.IndexOf(after) + 1 : 0).Take(PeoplePerPage + 1).ToList();
        Next = NextPage.Trim(Request, shown, PeoplePerPage, id => id);
        IReadOnlyList<CascadeNode> trunks = [.. cascade.Trunks.Where(isVisible)], loose = [.. shown.SelectMany(id => unlinked[id])];
        window.Take(trunks);
        window.Take(loose);
        var draw = await DrawerAsync(window, []);
        (Trees, Unlinked) = (draw(trunks, false), [.. draw(loose, true).GroupBy(t => t.Text.PegawaiId)]);
    }

    private async Task<Func<IReadOnlyList<CascadeNode>, bool, IReadOnlyList<Twig>>> DrawerAsync(
        TreeWindow window, IReadOnlyList<CascadeNode> besides)
    {
        var ids = window.PlanIds.Union(besides.Select(n => n.Key.PlanId)).ToArray();
        var texts = (await db.RencanaTextsAsync(ids, HttpContext.RequestAborted)).ToDictionary(t => t.Key);
        return (nodes, isOfOne) => window.Draw(nodes, texts, User.Actor().PegawaiId, Periode!.Value, isOfOne);
    }
}
