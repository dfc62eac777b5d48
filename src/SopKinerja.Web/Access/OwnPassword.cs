using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>A user's change of the own password, which ends all other sessions of the account.</summary>
public sealed class OwnPassword(
    SopDbContext db, UserManager<Account> users, SignInManager<Account> signIn, PasswordJudge judge, Sessions sessions,
    ChangeLog log)
{
    /// <param name="present">Not asked of whoever came in with what somebody else gave him.</param>
    public async Task<IdentityResult> ChangeAsync(ClaimsPrincipal user, Account account, string? present, string wanted)
    {
        var isFirst = account.MustChangePassword;
        if (await WhyNotAsync(account, isFirst, present, wanted) is { } why)
        {
            return IdentityResult.Failed(why);
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        account.EndEntry();
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, account.IsUnconfirmed
            ? "mengganti kata sandinya sendiri; pemilik akun belum dikonfirmasi." : "mengganti kata sandinya sendiri.");
        if (isFirst)
        {
            account.PasswordHash = null;
        }

        var result = await (isFirst ? users.AddPasswordAsync(account, wanted) : users.ChangePasswordAsync(account, present!, wanted));
        if (!result.Succeeded)
        {
            db.ChangeTracker.Clear();
        }
        else
        {
            await sessions.RestampAsync(user, account, SessionEnd.PasswordChanged);
            await sessions.RekeyAsync(user, account);
            await transaction.CommitAsync();
            await signIn.RefreshSignInAsync(account);
        }

        return result;
    }

    private async Task<IdentityError?> WhyNotAsync(Account account, bool isFirst, string? present, string wanted)
    {
        if (isFirst)
        {
            return EntryCode.IsRight(account.EntryDigest, wanted) || await users.CheckPasswordAsync(account, wanted)
                ? new() { Description = "Kata sandi baru harus berbeda dari yang Anda terima." } : null;
        }

        var mismatch = users.ErrorDescriber.PasswordMismatch();
        return await judge.WhyNotAsync(account.UserName!, account, present!, mismatch.Description) is { } why
            ? new() { Code = mismatch.Code, Description = why } : null;
    }
}
