using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Judges passwords. A try is counted before it is judged, in one statement, so that many at one moment gain nothing; while it
/// must wait it is not judged. An account that is not there or closed costs the time of a wrong password and gets the same
/// sentence.</summary>
public sealed class PasswordJudge(SopDbContext db, UserManager<Account> users, IHttpContextAccessor requests, TimeProvider time)
{
    /// <summary>Null when the password is right, otherwise a sentence for its field.</summary>
    /// <param name="account">That of the name; null where there is none.</param>
    /// <param name="wrong">The sentence on a wrong one.</param>
    public async Task<string?> WhyNotAsync(string userName, Account? account, string password, string wrong)
    {
        var (name, network) = (TryBudget.NameOf(userName), NetworkAddress.NetworkOf(requests.HttpContext!));
        var id = account?.Id ?? 0;
        var budgets = TryBudget.Of(name, network, await db.Sessions.AnyAsync(s => s.AccountId == id && s.Network == network));
        if (await db.CountTryAsync(budgets, time.GetUtcNow()) is { } until)
        {
            return $"Terlalu banyak percobaan yang salah. Tunggu {Span(until - time.GetUtcNow())}, lalu coba lagi.";
        }

        if (!await IsRightAsync(account, password))
        {
            return wrong;
        }

        await ForgiveAsync(budgets);
        return null;
    }

    /// <summary>A new password of the account waits for nothing that the old one did.</summary>
    public Task ForgetAsync(Account account)
    {
        var name = TryBudget.NameOf(account.UserName!);
        return db.Tries.Where(t => t.Name == name).ExecuteDeleteAsync();
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.HashPassword(new(), password);
            return false;
        }

        return await users.CheckPasswordAsync(account, password) && account.IsActive;
    }

    private Task<int> ForgiveAsync(IReadOnlyList<TryBudget> budgets)
    {
        var (names, networks) = (budgets.Select(b => b.Name).ToArray(), budgets.Select(b => b.Network).ToArray());
        return db.Database.ExecuteSqlAsync($"select forgive_try({names}, {networks}, {time.GetUtcNow()})");
    }

    private static string Span(TimeSpan wait) => wait.TotalSeconds <= 59
        ? $"{Math.Max(1, Math.Ceiling(wait.TotalSeconds))} detik"
        : $"{Math.Ceiling(wait.TotalMinutes)} menit";
}
