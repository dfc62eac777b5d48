using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>How many tries are free under a name and an address, and how long one waits after that.</summary>
/// <param name="Name">SHA-256 of the name whose password it is, or of whose codes; empty for all names; one byte for what anybody may
/// ask.</param>
/// <param name="Network">The key of a place (<see cref="TryPlace"/>); empty for all.</param>
/// <param name="Longest">The waits grow until here: 5 seconds, 15 seconds, 1 minute, 5 minutes, 15 minutes.</param>
/// <param name="Forgotten">So long after the first they are counted anew.</param>
public sealed record TryBudget(byte[] Name, string Network, int Free, TimeSpan Longest, TimeSpan Forgotten)
{
    /// <summary>Of a name at a place; and where that is but an address, those of the address and of the name by themselves besides,
    /// against many names from one place and many places for one name. Names that are not there are counted alike.</summary>
    public static IReadOnlyList<TryBudget> Of(byte[] name, TryPlace place)
    {
        var pair = new TryBudget(name, place.Key, Free: 3, Longest: TimeSpan.FromMinutes(15), Forgotten: TimeSpan.FromDays(1));
        return place.IsOwn ? [pair] :
        [
            pair,
            new([], place.Key, Free: 30, Longest: TimeSpan.FromMinutes(1), Forgotten: TimeSpan.FromHours(1)),
            new(name, "", Free: 100, Longest: TimeSpan.FromSeconds(5), Forgotten: TimeSpan.FromHours(1)),
        ];
    }

    /// <summary>Of the codes of an account at a place; and where that is but an address, those of the account from all addresses besides:
    /// whoever tries codes has the password already.</summary>
    public static IReadOnlyList<TryBudget> OfCodes(int accountId, TryPlace place)
    {
        var pair = new TryBudget(
            CodesOf(accountId), place.Key, Free: 3, Longest: TimeSpan.FromMinutes(15), Forgotten: TimeSpan.FromDays(1));
        return place.IsOwn ? [pair] : [pair, pair with { Network = "", Free = 10 }];
    }

    public static byte[] CodesOf(int accountId) => SHA256.HashData(Encoding.UTF8.GetBytes($"kode {accountId}"));

    /// <summary>However it is typed, it is the same name.</summary>
    public static byte[] NameOf(string userName) => SHA256.HashData(Encoding.UTF8.GetBytes(userName.Trim().ToUpperInvariant()));
}

/// <summary>Where something is tried.</summary>
/// <param name="IsOwn">Whether only somebody who once gave the password is there, so that nobody else slows it.</param>
public sealed record TryPlace(string Key, bool IsOwn)
{
    public static TryPlace At(string network) => new(network, IsOwn: false);

    public static TryPlace AtDevice(string key) => new($"perangkat {key}", IsOwn: true);

    /// <param name="digest">By which the database knows the session.</param>
    public static TryPlace InSession(byte[] digest) => new($"sesi {Convert.ToHexStringLower(digest)}", IsOwn: true);
}

public static class CountedTries
{
    /// <summary>Counts a try under each of the budgets, in one statement of the database, so that servers share them and many at one moment
    /// gain nothing. Null when it may be judged; otherwise until when to wait, and it is not counted.</summary>
    public static Task<DateTimeOffset?> CountTryAsync(this SopDbContext db, IReadOnlyList<TryBudget> budgets, DateTimeOffset now)
    {
        var (names, networks) = (budgets.Select(b => b.Name).ToArray(), budgets.Select(b => b.Network).ToArray());
        var (free, longest, forgotten) = (
            budgets.Select(b => b.Free).ToArray(), budgets.Select(b => b.Longest).ToArray(), budgets.Select(b => b.Forgotten).ToArray());
        return db.Database.SqlQuery<DateTimeOffset?>(
            $"""select count_try({names}, {networks}, {free}, {longest}, {forgotten}, {now}) as "Value" """).SingleAsync();
    }
}
