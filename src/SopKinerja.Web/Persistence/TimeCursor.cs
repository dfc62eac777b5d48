using System.Globalization;

namespace SopKinerja.Web.Persistence;

/// <summary>Where a list that is sorted by time and key goes on: the last row shown, fit for an address.</summary>
public sealed record TimeCursor(DateTimeOffset At, long Id)
{
    private const long TicksPerMicrosecond = 10;
    private const long MostMicroseconds = 4_102_444_800_000_000;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static TimeCursor? Parse(string? text) =>
        text?.Split('-') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var micros) && micros <= MostMicroseconds
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new(DateTimeOffset.UnixEpoch.AddTicks(micros * TicksPerMicrosecond), key)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTimeOffset.UnixEpoch).Ticks / TicksPerMicrosecond}-{Id}");
}
