using Microsoft.AspNetCore.Mvc.Rendering;

namespace SopKinerja.Web.Pages.Reports;

/// <summary>What a report is about: a period, or a part of one that is evaluated by itself.</summary>
/// <param name="Period">Null where there is none yet.</param>
/// <param name="Bagian">0 for the whole period.</param>
public sealed record PeriodChoice(ChoosablePeriod? Period, int Bagian, IReadOnlyList<SelectListItem> Periods)
{
    public static readonly PeriodChoice None = new(null, 0, []);

    /// <summary>What was asked for, where it exists; else the present period, and the whole of it.</summary>
    public static PeriodChoice Of(UnitsAndPeriods all, int? period, int? bagian)
    {
        var chosen = all.Periods.FirstOrDefault(p => p.Id == all.Period(period));
        return new(chosen, chosen?.BagianOrWhole(bagian) ?? 0, [.. all.Periods.Select(p => p.Item)]);
    }

    public IReadOnlyList<SelectListItem> Parts => Period?.Bagian is { Count: > 1 } parts ? parts : [];

    public string? Nama => Period?.NamaBagian(Bagian);
}

public interface IChoosesPeriod
{
    int? Periode { get; }

    int? Bagian { get; }

    PeriodChoice Choice { get; }
}
