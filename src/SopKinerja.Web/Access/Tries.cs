using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Counts tries of what is secret. A try is counted before it is judged, in one statement, so that many at one moment gain
/// nothing.</summary>
public sealed class Tries(SopDbContext db, IHttpContextAccessor requests, KnownDevices devices, TimeProvider time)
{
    /// <summary>Where something of the account is tried: in its own session, in a browser that is known as its own, or anywhere at an
    /// address, which is all that there is of a name that belongs to no account.</summary>
    public TryPlace PlaceOf(Account? account)
    {
        var http = requests.HttpContext!;
        return account is null ? TryPlace.At(NetworkAddress.NetworkOf(http))
            : http.User.AccountId() == account.Id && Sessions.DigestOf(http.User) is { Length: > 0 } session ? TryPlace.InSession(session)
            : devices.KeyOf(account.Id) is { } device ? TryPlace.AtDevice(device)
            : TryPlace.At(NetworkAddress.NetworkOf(http));
    }

    /// <summary>Null while the try may be judged, and then it is counted; otherwise how long to wait.</summary>
    public async Task<string?> WhyWaitAsync(IReadOnlyList<TryBudget> budgets)
    {
        var now = time.GetUtcNow();
        var until = await db.CountTryAsync(budgets, now);
        return until is null ? null : $"Terlalu banyak percobaan yang salah. Tunggu {Span(until.Value - now)}, lalu coba lagi.";
    }

    /// <summary>The try was right.</summary>
    public Task<int> ForgiveAsync(IReadOnlyList<TryBudget> budgets)
    {
        var (names, networks) = (budgets.Select(b => b.Name).ToArray(), budgets.Select(b => b.Network).ToArray());
        return db.Database.ExecuteSqlAsync($"select forgive_try({names}, {networks}, {time.GetUtcNow()})");
    }

    /// <summary>What is new waits for nothing that the old one did.</summary>
    public Task<int> ForgetAsync(byte[] name) => db.Tries.Where(t => t.Name == name).ExecuteDeleteAsync();

    private static string Span(TimeSpan wait) => wait.TotalSeconds <= 59
        ? $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} detik"
        : $"{Math.Ceiling(wait.TotalMinutes)} menit";
}
