using Microsoft.EntityFrameworkCore;

namespace SopKinerja.Web.Signing.Certificates;

/// <summary>A locked key with the count of wrong passphrases since the last right one.</summary>
public interface IPassphraseTries
{
    int Failures { get; }

    /// <summary>Nobody may try before; null when anybody may.</summary>
    DateTimeOffset? TryAgainAt { get; }
}

/// <summary>Slows guessing down: five tries are free, then every wrong one doubles the wait, up to a day.</summary>
/// <remarks>A try is counted before it is made, so that many at once gain nothing; the right passphrase clears the count.</remarks>
public static class PassphraseGate
{
    /// <summary>Wrong ones without a wait.</summary>
    public const int Free = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait after so many wrong ones in a row: nothing, then 1, 2, 4, 8 … minutes.</summary>
    public static TimeSpan WaitAfter(int failures) => failures < Free ? TimeSpan.Zero
        : TimeSpan.FromMinutes(Math.Min(Longest.TotalMinutes, Math.Pow(2, Math.Min(failures - Free, 20))));

    /// <summary>Counts a try; null when it may be made, otherwise why not. Outside a transaction, which would forget the count.</summary>
    /// <param name="one">Exactly one row.</param>
    /// <param name="now">The moment of the try.</param>
    internal static async Task<string?> WhyNotAsync<T>(IQueryable<T> one, DateTimeOffset now)
        where T : class, IPassphraseTries
    {
        var seen = await one.Select(x => new { x.Failures, x.TryAgainAt }).SingleAsync();
        if (seen.TryAgainAt > now)
        {
            return $"Frasa sandi salah terlalu sering. Coba lagi sesudah {Tanggal.TampilPukul(seen.TryAgainAt.Value.AddSeconds(59))}.";
        }

        var failures = seen.Failures + 1;
        var next = WaitAfter(failures) is { Ticks: > 0 } wait ? now + wait : (DateTimeOffset?)null;
        var counted = await one.Where(x => x.Failures == seen.Failures)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.Failures, failures).SetProperty(x => x.TryAgainAt, next));
        return counted == 1 ? null : "Frasa sandi ini sedang dicoba di tempat lain. Coba lagi.";
    }

    /// <summary>The passphrase was right.</summary>
    internal static Task OpenedAsync<T>(IQueryable<T> one)
        where T : class, IPassphraseTries =>
        one.ExecuteUpdateAsync(row => row.SetProperty(x => x.Failures, 0).SetProperty(x => x.TryAgainAt, (DateTimeOffset?)null));

    /// <summary>What to say of a wrong one, for the field.</summary>
    /// <param name="failures">This one counted.</param>
    internal static string Wrong(int failures) => failures >= Free
        ? $"Frasa sandi salah. Percobaan berikutnya baru dapat dilakukan {Tanggal.Durasi(WaitAfter(failures))} lagi."
        : $"Frasa sandi salah. Periksa huruf besar dan kecil; masih {Free - failures} percobaan sebelum Anda harus menunggu.";
}
