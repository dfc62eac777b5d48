using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using SopKinerja.Domain.Periods;
using SopKinerja.Domain.Scoring;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Pages;

/// <summary>Units and periods to narrow a list by; kept for a minute because every such page asks for them.</summary>
public sealed class FilterLists(SopDbContext db, IMemoryCache cache, TimeProvider time)
{
    public async Task<UnitsAndPeriods> GetAsync(CancellationToken ct) =>
        (await KeptAsync(ct)) with { Today = Tanggal.DiWita(time.GetUtcNow()) };

    private async Task<UnitsAndPeriods> KeptAsync(CancellationToken ct) => (await cache.GetOrCreateAsync(nameof(FilterLists), async entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
        var units = await db.UnitKerja.Select(u => new { Choice = new UnitChoice(u.Id, u.Nama, u.Kode), u.IsActive }).ToListAsync(ct);
        var names = UnitChoice.Names([.. units.Select(u => u.Choice)]);
        var periods = await db.Periods.OrderByDescending(p => p.Mulai).ThenByDescending(p => p.Id)
            .Select(p => new ChoosablePeriod(p.Id, p.Nama, p.IsOpen, p.Mulai, p.Selesai, p.Kala, p.Method)).ToListAsync(ct);
        return new UnitsAndPeriods(
            [
                .. units.Select(u => new Choosable(u.Choice.Id, names[u.Choice.Id], u.IsActive))
                    .OrderBy(u => u.Nama, StringComparer.CurrentCulture),
            ],
            periods);
    }))!;

    public void Forget() => cache.Remove(nameof(FilterLists));
}

public sealed record UnitsAndPeriods(IReadOnlyList<Choosable> Units, IReadOnlyList<ChoosablePeriod> Periods)
{
    public DateOnly Today { get; init; }

    public string? Unit(int? id) => Units.FirstOrDefault(u => u.Id == id)?.Nama;

    public string? PeriodName(int id) => Periods.FirstOrDefault(p => p.Id == id)?.Nama;

    public string? PeriodName(int id, int bagian, int post = 0) => Periods.FirstOrDefault(p => p.Id == id) is { } period
        ? period.NamaBagian(bagian, post)
        : null;

    public UnitsAndPeriods MeasuredBy(Func<ScoringMethod, bool> kind) =>
        this with { Periods = [.. Periods.Where(p => kind(ScoringMethods.Row(p.Method)))] };

    /// <summary>The period asked for; the present one when none, or none that exists, was asked for.</summary>
    public int? Period(int? asked) => (Periods.FirstOrDefault(p => p.Id == asked) ?? Present)?.Id;

    /// <summary>The open period that holds today; where there is none, the newest open one that has begun, or any; null for no period at
    /// all.</summary>
    public ChoosablePeriod? Present =>
        Periods.MaxBy(p => (p.IsActive, p.Mulai <= Today && Today <= p.Selesai, p.Mulai <= Today, p.Mulai, p.Id));
}

public sealed record ChoosablePeriod(int Id, string Nama, bool IsActive, DateOnly Mulai, DateOnly Selesai, KalaEvaluasi? Kala,
    string Method) : Choosable(Id, Nama, IsActive)
{
    public IReadOnlyList<BagianPeriode> Parts { get; } = Kala is { } kala ? EvaluasiPeriodik.Parts(Mulai, Selesai, kala) : [];

    public string NamaBagian(int bagian, int post = 0) => EvaluasiPeriodik.NamaBagian(Nama, Parts, bagian, post);

    /// <summary>The parts to choose from, the whole at last; one alone where only the whole is evaluated.</summary>
    public IReadOnlyList<SelectListItem> Bagian =>
        [.. Parts.SkipLast(1)
            .Select((p, i) => new SelectListItem(p.Nama, $"{i + 1}")), new(Parts is [.., var last] ? last.Nama : "Seluruh periode", "0")];

    public int BagianOrWhole(int? asked) => asked is { } part && part > 0 && part < Parts.Count ? part : 0;

    /// <summary>The part asked for where there is one, else the one that ended last, or the first while none has ended.</summary>
    public int BagianOr(int? asked, DateOnly today) => asked is { } part && (part == 0 || (part > 0 && part < Parts.Count)) ? part
        : Parts.Count(p => p.Selesai <= today) is var ended && Parts.Count > 1 && ended < Parts.Count ? Math.Max(1, ended)
        : 0;
}

public record Choosable(int Id, string Nama, bool IsActive)
{
    public SelectListItem Item => new(Nama, Id.ToString(CultureInfo.InvariantCulture));
}
