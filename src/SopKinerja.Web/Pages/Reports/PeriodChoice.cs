using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>The periods to choose from.</summary>
public static class PeriodChoice
{
    /// <summary>The newest periods first, and the one chosen: the newest open one when none, or none that exists, was asked for.</summary>
    public static async Task<(IReadOnlyList<SelectListItem> Periods, int? Chosen)> LoadAsync(SopDbContext db, int? asked)
    {
        var periods = await db.Periods.OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id)
            .Select(p => new { p.Id, p.Nama, p.IsOpen }).ToListAsync();
        var chosen = periods.FirstOrDefault(p => p.Id == asked) ?? periods.FirstOrDefault(p => p.IsOpen) ?? periods.FirstOrDefault();
        return ([.. periods.Select(p => new SelectListItem(p.Nama, $"{p.Id}"))], chosen?.Id);
    }
}
