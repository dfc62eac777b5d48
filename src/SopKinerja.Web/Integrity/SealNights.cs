namespace SopKinerja.Web.Integrity;

/// <summary>How many nights passed without a seal. One is made as soon as a day has begun, so that a day later there is another.</summary>
/// <param name="LastAt">When the newest seal was made; null while there is none.</param>
/// <param name="BegunAt">Since when anything is recorded.</param>
public sealed record SealNights(DateTimeOffset? LastAt, DateTimeOffset BegunAt, DateTimeOffset Now)
{
    // A server that is off at night seals in the morning.
    private const int Usual = 1;

    /// <summary>Below zero where the newest seal is of a day that has not come.</summary>
    public int Count => Tanggal.DiWita(Now).DayNumber - Tanggal.DiWita(LastAt ?? BegunAt).DayNumber;

    public bool IsUsual => Count <= Usual && !IsAhead;

    /// <summary>Only by a clock that was wrong, or by somebody who is not the program.</summary>
    public bool IsAhead => LastAt is not null && Count < 0;

    /// <summary>A sentence for each stretch of days, of which none was sealed, between two that follow each other.</summary>
    public static IReadOnlyList<string> Between(IReadOnlyList<DateOnly> days) =>
    [
        .. days.Zip(days.Skip(1)).Where(d => d.Second.DayNumber - d.First.DayNumber > Usual).Select(d =>
            $"Tidak ada segel {Span(d.First.AddDays(1), d.Second.AddDays(-1))}: yang tercatat pada hari-hari itu baru dijaga segel "
                + "sesudahnya."),
    ];

    private static string Span(DateOnly first, DateOnly last) => first == last
        ? $"pada {Tanggal.Tampil(first)} (1 malam)"
        : $"pada {Tanggal.Tampil(first)} s.d. {Tanggal.Tampil(last)} ({last.DayNumber - first.DayNumber + 1} malam)";
}
