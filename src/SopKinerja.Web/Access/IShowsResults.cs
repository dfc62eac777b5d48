using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>A page that shows the results of others, or their counts.</summary>
public interface IShowsResults
{
    /// <summary>Asked once the page is about to be drawn.</summary>
    (AccessKind Kind, IReadOnlyCollection<Opened> Of) Shows { get; }
}

/// <summary>Writes down whose results a page shows before it is drawn; a page that cannot be written down is not shown.</summary>
public sealed class ResultsNoted(AccessLog access) : IAsyncResultFilter
{
    /// <summary>Outside all others.</summary>
    public const int Order = -1000;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context is { Result: PageResult, Controller: IShowsResults page })
        {
            var (kind, of) = page.Shows;
            await access.OpenedAsync(kind, of);
        }

        await next();
    }
}
