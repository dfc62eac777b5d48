using SopKinerja.Domain.Calendar;

namespace SopKinerja.Domain.Scoring;

/// <summary>One regulation by which performance is measured.</summary>
/// <param name="Key">Stored with periods and dossiers; never changes.</param>
/// <param name="Edition">Of this program's reading of it, stored with each dossier: a reading that would change an old result is a new edition
/// with a sheet of its own, and the old one stays.</param>
/// <param name="Nama">The regulation's name.</param>
/// <param name="From">First day for which it was the law.</param>
/// <param name="Until">Last day for which it was the law; null while in force.</param>
/// <param name="ObjectionDays">Days within which the rated person may object.</param>
/// <param name="ObjectionDayKind">Calendar or working days.</param>
/// <param name="HasEvaluasiPeriodik">Whether people are evaluated within the period too, month by month or quarter by quarter.</param>
public sealed record ScoringMethod(
    string Key, int Edition, string Nama, DateOnly From, DateOnly? Until, int ObjectionDays, DayKind ObjectionDayKind, bool HasEvaluasiPeriodik)
{
    /// <summary>Whether it was the law on every day of a period.</summary>
    public bool WasInForce(DateOnly mulai, DateOnly selesai) => From <= mulai && (Until is null || selesai <= Until);

    /// <summary>"1 Januari 2014 s.d. 30 Juni 2021", or "sejak 1 Juli 2021".</summary>
    public string MasaBerlaku => Until is { } until ? $"{Tanggal.Tampil(From)} s.d. {Tanggal.Tampil(until)}" : $"sejak {Tanggal.Tampil(From)}";
}

/// <summary>The regulations, row by row.</summary>
public static class ScoringMethods
{
    /// <summary>Key of PP 46/2011 with Perka BKN 1/2013.</summary>
    public const string Pp46 = "PP46_2011";

    /// <summary>Key of PermenPANRB 6/2022.</summary>
    public const string PermenPanRb6 = "PERMENPANRB_6_2022";

    public static readonly IReadOnlyList<ScoringMethod> Rows =
    [
        //  Key           Edition  Peraturan                          From              Until              Keberatan             Periodik
        new(Pp46,         1,       "PP 46/2011 dan Perka BKN 1/2013", new(2014, 1, 1),  new(2021, 6, 30),  14, DayKind.Calendar, false),
        new(PermenPanRb6, 1,       "PermenPANRB 6/2022",              new(2022, 1, 1),  null,              14, DayKind.Working,  true),
    ];

    /// <summary>The row with this key.</summary>
    public static ScoringMethod Row(string key) => Rows.Single(m => m.Key == key);

    /// <summary>The law for the whole of a period; null where it changed within, or was none of these.</summary>
    public static ScoringMethod? InForce(DateOnly mulai, DateOnly selesai) => Rows.SingleOrDefault(m => m.WasInForce(mulai, selesai));
}
