using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>A user's change of the own password, which ends all other sessions of the account.</summary>
public sealed class OwnPassword(
    SopDbContext db, UserManager<Account> users, SignInManager<Account> signIn, PasswordJudge judge, Sessions sessions,
    ChangeLog log)
{
    public async Task<IdentityResult> ChangeAsync(ClaimsPrincipal user, Account account, string present, string wanted)
    {
        var mismatch = users.ErrorDescriber.PasswordMismatch();
        if (await judge.WhyNotAsync(account.UserName!, account, present, mismatch.Description) is { } why)
        {
            return IdentityResult.Failed(new IdentityError { Code = mismatch.Code, Description = why });
        }

        await using var transaction = await db.Database.BeginTransactionAsync();
        account.MustChangePassword = false;
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, account.IsUnconfirmed
            ? "mengganti kata sandinya sendiri; pemilik akun belum dikonfirmasi." : "mengganti kata sandinya sendiri.");
        var result = await users.ChangePasswordAsync(account, present, wanted);
        if (result.Succeeded)
        {
            await sessions.RestampAsync(user, account, SessionEnd.PasswordChanged);
            await sessions.RekeyAsync(user, account);
            await transaction.CommitAsync();
            await signIn.RefreshSignInAsync(account);
        }

        return result;
    }
}
