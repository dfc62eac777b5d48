using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace SopKinerja.Web.Persistence;

/// <summary>Units and periods to narrow a list by; kept for a minute because every search page asks for them.</summary>
public sealed class Choices(SopDbContext db, IMemoryCache cache)
{
    /// <summary>Units by name, periods from the newest.</summary>
    public async Task<(IReadOnlyList<SelectListItem> Units, IReadOnlyList<SelectListItem> Periods)> GetAsync(CancellationToken ct)
    {
        var rows = await cache.GetOrCreateAsync(nameof(Choices), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return db.UnitKerja.Select(u => new Row { IsUnit = true, Id = u.Id, Nama = u.Nama, From = DateOnly.MinValue })
                .Concat(db.Periods.Select(p => new Row { IsUnit = false, Id = p.Id, Nama = p.Nama, From = p.Mulai }))
                .ToListAsync(ct);
        });
        return (
            [.. rows!.Where(r => r.IsUnit).OrderBy(r => r.Nama, StringComparer.CurrentCulture).Select(Item)],
            [.. rows!.Where(r => !r.IsUnit).OrderByDescending(r => r.From).Select(Item)]);
    }

    private static SelectListItem Item(Row row) => new(row.Nama, row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Row
    {
        public required bool IsUnit { get; init; }

        public required int Id { get; init; }

        public required string Nama { get; init; }

        public required DateOnly From { get; init; }
    }
}
