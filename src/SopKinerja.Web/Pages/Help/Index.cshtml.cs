using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Access;

namespace SopKinerja.Web.Pages.Help;

/// <summary>What its reader does here, in two sentences for each task, with the guides; the first sign-in leads to it.</summary>
public sealed class IndexModel : PageModel
{
    public IEnumerable<GuideRow> Mine => GuideRow.Rows.Where(r => r.IsFor(User.Actor()));

    public IEnumerable<GuideRow> Others => GuideRow.Rows.Except(Mine);
}
