using System.Security.Claims;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

/// <summary>Begins an act on many: a run that says of each what stands in its way, and waits for its maker's word.</summary>
public sealed class ChosenRuns(SopDbContext db, IEnumerable<ImportKind> kinds, DryRun runs)
{
    public Refusal? WhyNot(string kode, ClaimsPrincipal user) => Kind(kode).WhyNot(user.Actor());

    /// <returns>The key of the run; null where nothing was chosen.</returns>
    public async Task<int?> BeginAsync(
        string kode, string nama, IReadOnlyList<ChosenRow> chosen, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (chosen.Count == 0)
        {
            return null;
        }

        var run = await runs.MakeAsync(Kind(kode), nama, chosen, user, cancel);
        db.Imports.Add(run);
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }

    private ImportKind Kind(string kode) => kinds.Single(k => k.Slug == kode);
}
