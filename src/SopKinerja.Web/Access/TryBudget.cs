using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>How many tries are free under a name and an address, and how long one waits after that.</summary>
/// <param name="Name">SHA-256 of the name whose password it is, or of whose codes; empty for all names; one byte for what anybody may
/// ask.</param>
/// <param name="Network">Empty for all.</param>
/// <param name="Longest">The waits grow until here: 5 seconds, 15 seconds, 1 minute, 5 minutes, 15 minutes.</param>
/// <param name="Forgotten">So long after the first they are counted anew.</param>
public sealed record TryBudget(byte[] Name, string Network, int Free, TimeSpan Longest, TimeSpan Forgotten)
{
    /// <summary>Of a name at an address; and where the account never came in from that address, those of the address and of the name by
    /// themselves besides, against many names from one place and many places for one name.</summary>
    public static IReadOnlyList<TryBudget> Of(byte[] name, string network, bool isKnown)
    {
        var pair = new TryBudget(name, network, Free: 3, Longest: TimeSpan.FromMinutes(15), Forgotten: TimeSpan.FromDays(1));
        return isKnown ? [pair] :
        [
            pair,
            new([], network, Free: 30, Longest: TimeSpan.FromMinutes(1), Forgotten: TimeSpan.FromHours(1)),
            new(name, "", Free: 100, Longest: TimeSpan.FromSeconds(5), Forgotten: TimeSpan.FromHours(1)),
        ];
    }

    /// <summary>Of the codes of an account at an address; and where it never came in from there, those of the account from all such
    /// addresses besides: whoever tries codes has the password already.</summary>
    public static IReadOnlyList<TryBudget> OfCodes(int accountId, string network, bool isKnown)
    {
        var pair = new TryBudget(
            CodesOf(accountId), network, Free: 3, Longest: TimeSpan.FromMinutes(15), Forgotten: TimeSpan.FromDays(1));
        return isKnown ? [pair] : [pair, pair with { Network = "", Free = 10 }];
    }

    public static byte[] CodesOf(int accountId) => SHA256.HashData(Encoding.UTF8.GetBytes($"kode {accountId}"));

    /// <summary>However it is typed, it is the same name.</summary>
    public static byte[] NameOf(string userName) => SHA256.HashData(Encoding.UTF8.GetBytes(userName.Trim().ToUpperInvariant()));
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
