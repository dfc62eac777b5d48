using Microsoft.AspNetCore.Mvc;
using SopKinerja.Web.Addresses;

namespace SopKinerja.Web.Pages.Shared;

/// <summary>The head of every page: dinas, period, who I am and as what, where I may go, the way out.</summary>
public sealed class HeadViewComponent(HeadSource source) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var head = await source.GetAsync(HttpContext);
        return View(new HeadView(head, Current(head.Nav, HttpContext.Request.Path)));
    }

    public static NavEntry? Current(IEnumerable<NavEntry> nav, PathString path) =>
        nav.Where(e => e.Url == Links.Home ? path == Links.Home : path.StartsWithSegments(e.Url, StringComparison.OrdinalIgnoreCase))
            .MaxBy(e => e.Url.Length);
}

public record HeadView(HeadModel Head, NavEntry? Current);
