using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace SopKinerja.Web.Persistence;

/// <summary>Units and periods to narrow a list by; kept for a minute because every such page asks for them.</summary>
public sealed class Choices(SopDbContext db, IMemoryCache cache)
{
    /// <summary>Units by name, periods from the newest.</summary>
    public async Task<UnitsAndPeriods> GetAsync(CancellationToken ct) => (await cache.GetOrCreateAsync(nameof(Choices), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
        var rows = await db.UnitKerja.Select(u => new Row { IsUnit = true, Id = u.Id, Nama = u.Nama, IsActive = u.IsActive, From = DateOnly.MinValue })
            .Concat(db.Periods.Select(p => new Row { IsUnit = false, Id = p.Id, Nama = p.Nama, IsActive = p.IsOpen, From = p.Mulai }))
            .ToListAsync(ct);
        return new UnitsAndPeriods(
            [.. rows.Where(r => r.IsUnit).OrderBy(r => r.Nama, StringComparer.CurrentCulture).Select(r => new Choosable(r.Id, r.Nama, r.IsActive))],
            [.. rows.Where(r => !r.IsUnit).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).Select(r => new Choosable(r.Id, r.Nama, r.IsActive))]);
    }))!;

    /// <summary>After a unit or a period was changed.</summary>
    public void Forget() => cache.Remove(nameof(Choices));

    private sealed record Row
    {
        public required bool IsUnit { get; init; }

        public required int Id { get; init; }

        public required string Nama { get; init; }

        public required bool IsActive { get; init; }

        public required DateOnly From { get; init; }
    }
}

/// <summary>What a list can be narrowed by.</summary>
public sealed record UnitsAndPeriods(IReadOnlyList<Choosable> Units, IReadOnlyList<Choosable> Periods)
{
    /// <summary>What a unit is called; nothing for one that is newer than this list.</summary>
    public string? Unit(int? id) => Units.FirstOrDefault(u => u.Id == id)?.Nama;

    /// <inheritdoc cref="Unit"/>
    public string? PeriodName(int id) => Periods.FirstOrDefault(p => p.Id == id)?.Nama;

    /// <summary>The period asked for; the newest open one when none, or none that exists, was asked for.</summary>
    public int? Period(int? asked) =>
        (Periods.FirstOrDefault(p => p.Id == asked) ?? Periods.FirstOrDefault(p => p.IsActive) ?? (Periods.Count > 0 ? Periods[0] : null))?.Id;
}

/// <summary>One unit or period.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Nama">On the screen.</param>
/// <param name="IsActive">Whether the unit is in use, or the period open.</param>
public sealed record Choosable(int Id, string Nama, bool IsActive)
{
    /// <summary>As an option of a form.</summary>
    public SelectListItem Item => new(Nama, Id.ToString(CultureInfo.InvariantCulture));
}
