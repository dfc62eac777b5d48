using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Judges passwords, and counts each try (<see cref="Tries"/>); while it must wait it is not judged. What failed is noted. An
/// account that is not there or closed costs the time of a wrong password and gets the same sentence.</summary>
public sealed class PasswordJudge(UserManager<Account> users, Tries tries, AccessLog access)
{
    /// <summary>Null when the password is right, otherwise a sentence for its field.</summary>
    /// <param name="account">That of the name; null where there is none.</param>
    /// <param name="wrong">The sentence on a wrong one.</param>
    public async Task<string?> WhyNotAsync(string userName, Account? account, string password, string wrong)
    {
        var budgets = TryBudget.Of(TryBudget.NameOf(userName), tries.Network, await tries.IsKnownHereAsync(account?.Id ?? 0));
        if (await tries.WhyWaitAsync(budgets) is { } wait)
        {
            await access.FailedAsync(AccessKind.Waited, account);
            return wait;
        }

        if (!await IsRightAsync(account, password))
        {
            await access.FailedAsync(AccessKind.PasswordWrong, account);
            return wrong;
        }

        await tries.ForgiveAsync(budgets);
        return null;
    }

    /// <summary>A new password of the account waits for nothing that the old one did.</summary>
    public Task ForgetAsync(Account account) => tries.ForgetAsync(TryBudget.NameOf(account.UserName!));

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.HashPassword(new(), password);
            return false;
        }

        return await users.CheckPasswordAsync(account, password) && account.IsActive;
    }
}
