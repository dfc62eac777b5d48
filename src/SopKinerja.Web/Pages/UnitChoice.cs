using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Pages;

/// <summary>A unit in a choice; where two are of one name its code tells them apart.</summary>
public sealed record UnitChoice(int Id, string Nama, string Kode)
{
    public static IReadOnlyDictionary<int, string> Names(IReadOnlyCollection<UnitChoice> units)
    {
        var shared = units.GroupBy(u => u.Nama, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return units.ToDictionary(u => u.Id, u => shared.Contains(u.Nama) ? $"{u.Nama} ({u.Kode})" : u.Nama);
    }

    /// <summary>In the order in which they come.</summary>
    public static IReadOnlyList<SelectListItem> Items(IReadOnlyCollection<UnitChoice> units)
    {
        var names = Names(units);
        return [.. units.Select(u => new SelectListItem(names[u.Id], $"{u.Id}"))];
    }
}
