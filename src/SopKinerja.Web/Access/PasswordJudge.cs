using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Judges passwords, and counts each try (<see cref="Tries"/>); while it must wait it is not judged. What failed is noted. An
/// account that is not there or closed costs the time of a wrong password and gets the same sentence. Where a slip opens the account, its
/// code stands for the password.</summary>
public sealed class PasswordJudge(UserManager<Account> users, Tries tries, AccessLog access, ChangeLog log, TimeProvider time)
{
    /// <summary>Null when the password is right, otherwise a sentence for its field.</summary>
    /// <param name="account">That of the name; null where there is none.</param>
    /// <param name="wrong">The sentence on a wrong one.</param>
    public async Task<string?> WhyNotAsync(string userName, Account? account, string password, string wrong)
    {
        var budgets = TryBudget.Of(TryBudget.NameOf(userName), tries.PlaceOf(account));
        if (await tries.WhyWaitAsync(budgets) is { } wait)
        {
            await access.FailedAsync(AccessKind.Waited, account);
            return wait;
        }

        // Both are asked of every account, so that none shows by its time what opens it.
        var (isEntry, isPassword) = (EntryCode.IsRight(account?.EntryDigest, password), await IsRightAsync(account, password));
        if (isEntry && account is { IsActive: true } && account.EntryUntil < time.GetUtcNow())
        {
            await access.FailedAsync(AccessKind.PasswordWrong, account);
            return $"Kode masuk pada slip ini berlaku sampai {Tanggal.TampilPukul(account.EntryUntil.Value)}. Mintalah administrator "
                + "mencetak slip baru.";
        }

        if (!isPassword && !(isEntry && account is { IsActive: true }))
        {
            await access.FailedAsync(AccessKind.PasswordWrong, account);
            return wrong;
        }

        await tries.ForgiveAsync(budgets);
        return null;
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            users.PasswordHasher.HashPassword(new(), password);
            return false;
        }

        var verdict = users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash, password);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await RaiseAsync(account, password);
        }

        return verdict != PasswordVerificationResult.Failed && account.IsActive;
    }

    // The same password, so sessions go on; no digest of a password changes without a line in the log. Who loses a race tries it next time.
    private async Task RaiseAsync(Account account, string password)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        log.WriteOwn(account, "menyandikan kata sandi yang sama dengan cara yang baru, saat kata sandi itu dipakai.");
        await users.UpdateAsync(account);
    }
}
