using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Help;

/// <summary>What its reader does here, in two sentences for each task, with the guides; the first sign-in leads to it.</summary>
public sealed class IndexModel(SopDbContext db) : PageModel
{
    public IReadOnlyList<GuideRow> Mine { get; private set; } = [];

    public IEnumerable<GuideRow> Others => GuideRow.Rows.Except(Mine);

    /// <summary>Whether the reader has to be confirmed before anything else.</summary>
    public bool AsksConfirmation { get; private set; }

    /// <summary>Tasks that begin with the confirmation, as words; null for none.</summary>
    public string? Withheld { get; private set; }

    public async Task OnGetAsync()
    {
        var actor = User.Actor();
        if (actor.IsUnconfirmed)
        {
            // What he may not do yet is his task all the same.
            var me = User.AccountId();
            var given = await db.Users.Where(a => a.Id == me).Select(a => a.Offices).SingleAsync(HttpContext.RequestAborted);
            string[] withheld = [.. given.Where(Access.Confirmations.Withheld.Contains)];
            Withheld = withheld.Length == 0 ? null : OfficeNames.Of(withheld);
            actor = actor with { Offices = given.Select(Enum.Parse<Role>).ToHashSet() };
            AsksConfirmation = actor.PegawaiId is not null || actor.Holds(Role.Auditor);
        }

        Mine = [.. GuideRow.Rows.Where(r => r.IsFor(actor))];
    }
}
