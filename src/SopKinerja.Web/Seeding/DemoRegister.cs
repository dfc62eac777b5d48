using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Seeding;

/// <summary>Units, people, holidays and accounts of the demo, as its administrator imports them.</summary>
public sealed class DemoRegister(
    SopDbContext db, UserManager<Account> users, AccountChanges changes, ChangeLog log, IUserClaimsPrincipalFactory<Account> claims,
    IServiceProvider services, TimeProvider time)
{
    private const string FirstConfirmed = "kasubbag2";

    public async Task ImportAsync(IReadOnlyDictionary<string, string> passwords, CancellationToken cancel)
    {
        var imports = ActivatorUtilities.CreateInstance<DemoImports>(services, time);
        foreach (var kind in new[] { "unit", "pegawai", "libur", "akun" })
        {
            await imports.ImportAsync(kind, kind, "admin", cancel);
        }

        await OpenAccountsAsync(passwords, cancel);
    }

    // Each owner has chosen a password and was confirmed: the first by the command on the server, the others by that one.
    private async Task OpenAccountsAsync(IReadOnlyDictionary<string, string> passwords, CancellationToken cancel)
    {
        var accounts = await db.Users.Include(u => u.Pegawai).Where(u => u.PegawaiId != null).OrderBy(u => u.UserName != FirstConfirmed)
            .ThenBy(u => u.Id).ToListAsync(cancel);
        foreach (var account in accounts)
        {
            account.EndEntry();
            var result = await users.AddPasswordAsync(account, passwords[account.UserName!]);
            if (!result.Succeeded)
            {
                throw new InvalidOperationException(
                    $"{account.UserName}: {string.Join(' ', result.Errors.Select(e => e.Description))}");
            }

            log.Write(new ClaimsPrincipal(), ChangeSubjects.Akun, account.Id, account.UserName!, Change.OfDemo);
        }

        await changes.ConfirmAsync(
            new ClaimsPrincipal(), accounts[0], "perintah di server", "dengan perintah confirm-account di server.");
        var officer = await claims.CreateAsync(accounts[0]);
        foreach (var account in accounts.Skip(1))
        {
            await changes.ConfirmAsync(officer, account, accounts[0].Pegawai!.Nama, $"({account.Pegawai!.Nama}) di hadapannya.");
        }
    }
}
