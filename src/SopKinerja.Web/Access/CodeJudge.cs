using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Judges one-time codes and recovery codes, each of which opens once; counts each try as that of a password, and notes what
/// failed.</summary>
public sealed class CodeJudge(
    SopDbContext db, UserManager<Account> users, Tries tries, AccessLog access, TimeProvider time)
{
    public const string Wrong = "Kode salah atau sudah dipakai. Tunggu kode berikutnya di ponsel Anda, lalu tulis keenam angkanya. Bila "
        + "tetap ditolak: setel jam ponsel ke otomatis, atau tulis satu kode pemulihan.";

    /// <summary>Null when the code is right, and then it is used; otherwise a sentence for its field.</summary>
    public async Task<string?> WhyNotAsync(Account account, string typed)
    {
        var budgets = TryBudget.OfCodes(account.Id, tries.PlaceOf(account));
        if (await tries.WhyWaitAsync(budgets) is { } wait)
        {
            await access.FailedAsync(AccessKind.Waited, account);
            return wait;
        }

        if (!await IsRightAsync(account, RecoveryCodes.Plain(typed), RecoveryCodes.IsOne(typed)))
        {
            await access.FailedAsync(AccessKind.CodeWrong, account);
            return Wrong;
        }

        await tries.ForgiveAsync(budgets);
        return null;
    }

    /// <summary>Whether the code is that of a key at this moment, and of no step that the account has used.</summary>
    public async Task<bool> TakeAsync(Account account, string key, string typed) =>
        OneTimeCode.StepOf(key, RecoveryCodes.Plain(typed), time.GetUtcNow()) is { } step && await UseAsync(account.Id, step);

    public Task ForgetAsync(Account account) => tries.ForgetAsync(TryBudget.CodesOf(account.Id));

    // Identity saves the account with the code, so that of two servers one loses.
    private async Task<bool> IsRightAsync(Account account, string plain, bool isRecovery) => isRecovery
        ? (await users.RedeemTwoFactorRecoveryCodeAsync(account, plain)).Succeeded
        : await users.GetAuthenticatorKeyAsync(account) is { } key && await TakeAsync(account, key, plain);

    private async Task<bool> UseAsync(int account, long step)
    {
        var over = step - 10;
        return await db.Database.ExecuteSqlAsync($"""
            with gone as (delete from used_codes where account_id = {account} and step < {over})
            insert into used_codes (account_id, step) values ({account}, {step}) on conflict do nothing
            """) == 1;
    }
}
