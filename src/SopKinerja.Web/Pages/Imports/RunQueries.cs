using System.Security.Claims;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Imports;

internal static class RunQueries
{
    /// <summary>The runs that someone may see: his own, and those of others of the kinds that an office shares.</summary>
    public static IQueryable<Import> Of(this IQueryable<Import> runs, ClaimsPrincipal user, IEnumerable<ImportKind> kinds)
    {
        var (account, usable) = (user.AccountId(), kinds.Where(k => k.MayUse(user.Actor())).ToList());
        string[] shared = [.. usable.Where(k => k.IsShared).Select(k => k.Slug)];
        string[] own = [.. usable.Select(k => k.Slug)];
        return runs.Where(i => shared.Contains(i.Kind) || (own.Contains(i.Kind) && i.AccountId == account));
    }
}
