using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Scoring;

/// <summary>One regulation by which performance is measured.</summary>
/// <param name="Key">Stored with periods and dossiers; never changes.</param>
/// <param name="Nama">The regulation's name.</param>
/// <param name="From">First day for which it was the law.</param>
/// <param name="Until">Last day for which it was the law; null while in force.</param>
/// <param name="ObjectionDays">Days within which the rated person may object.</param>
/// <param name="ObjectionDayKind">Calendar or working days.</param>
public sealed record ScoringMethod(string Key, string Nama, DateOnly From, DateOnly? Until, int ObjectionDays, DayKind ObjectionDayKind)
{
    /// <summary>Whether it was the law on every day of a period.</summary>
    public bool WasInForce(DateOnly mulai, DateOnly selesai) => From <= mulai && (Until is null || selesai <= Until);

    /// <summary>"1 Januari 2014 s.d. 30 Juni 2021", or "sejak 1 Juli 2021".</summary>
    public string MasaBerlaku => Until is { } until ? $"{Indonesia.Tanggal(From)} s.d. {Indonesia.Tanggal(until)}" : $"sejak {Indonesia.Tanggal(From)}";
}

/// <summary>The regulations, row by row.</summary>
public static class ScoringMethods
{
    /// <summary>Key of PP 46/2011 with Perka BKN 1/2013.</summary>
    public const string Pp46 = "PP46_2011";

    /// <summary>Key of PermenPANRB 6/2022. It has a sheet and no row: nobody can choose it until its pages are there.</summary>
    public const string PermenPanRb6 = "PERMENPANRB_6_2022";

    public static readonly IReadOnlyList<ScoringMethod> Rows =
    [
        new(Pp46, "PP 46/2011 dan Perka BKN 1/2013", new(2014, 1, 1), new(2021, 6, 30), 14, DayKind.Calendar),
    ];

    /// <summary>The row with this key.</summary>
    public static ScoringMethod Row(string key) => Rows.Single(m => m.Key == key);
}
