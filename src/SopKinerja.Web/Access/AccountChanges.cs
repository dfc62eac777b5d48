using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>What an administrator does to an account: written down in the same save, with a new security stamp that ends its
/// sessions.</summary>
public sealed class AccountChanges(
    SopDbContext db, UserManager<Account> users, SecondFactor second, Sessions sessions, ChangeLog log, TimeProvider time)
{
    /// <summary>Makes an account that lets nobody in before it has a slip (<see cref="EntrySlips"/>); why not, in sentences, or
    /// none.</summary>
    public async Task<IEnumerable<string>> AddAsync(ClaimsPrincipal user, Account account, string owner)
    {
        await using var transaction = await db.BeginOwnTransactionAsync();
        account.MustChangePassword = true;
        account.Reset(user.Actor().Nama, EntryCode.New(), time.GetUtcNow());
        var result = await users.CreateAsync(account);
        if (!result.Succeeded)
        {
            return result.Errors.Select(e => e.Description);
        }

        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, $"membuat akun untuk {owner}; tugas: "
            + $"{OfficeNames.Of(account.Offices)}.");
        await db.SaveChangesAsync();
        await (transaction?.CommitAsync() ?? Task.CompletedTask);
        return [];
    }

    /// <param name="account">A tracked account.</param>
    /// <param name="nama">The name of an account that belongs to no person, null to leave it; a person's account has none of its
    /// own.</param>
    public async Task<AccountChange> SaveAsync(
        ClaimsPrincipal user, Account account, string? seen, string? nama, string[] offices, bool isActive)
    {
        if (seen != account.ConcurrencyStamp)
        {
            return AccountChange.LostRace;
        }

        await using var transaction = await db.BeginOwnTransactionAsync();
        if (!isActive && await IsLastAdministratorAsync(account))
        {
            return AccountChange.LastAdministrator;
        }

        if (account.IsActive && !isActive && account.PegawaiId is { } person && await db.WaitsFor(person).AnyAsync(w => w.Blocks))
        {
            return AccountChange.Awaited;
        }

        var (ownName, held) = account.PegawaiId is null ? (nama ?? account.Nama, account.Offices) : (account.Nama, offices);
        var change = await ApplyAsync(user, account, ownName, held, isActive);
        await (transaction?.CommitAsync() ?? Task.CompletedTask);
        return change;
    }

    /// <summary>Within the transaction of the caller, who has asked whether it may be.</summary>
    public async Task<AccountChange> ApplyAsync(ClaimsPrincipal user, Account account, string ownName, string[] held, bool isActive)
    {
        var sentence = new Differences().Of("nama", account.Nama, ownName)
            .Of("tugas", OfficeNames.Of(account.Offices), OfficeNames.Of(held))
            .Of("keadaan", Keadaan(account.IsActive), Keadaan(isActive)).Sentence;
        if (sentence is null)
        {
            return AccountChange.Saved;
        }

        // Whoever may confirm others is confirmed himself: no administrator lends that for a minute.
        // Whoever was confirmed under another name was not confirmed.
        if (held.Except(account.Offices).Intersect(Confirmations.By.Select(o => o.ToString())).Any() || ownName != account.Nama)
        {
            account.Reset(user.Actor().Nama, EntryCode.New(), time.GetUtcNow());
        }

        (account.Nama, account.Offices, account.IsActive) = (ownName, held, isActive);
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, sentence);
        return await StampAsync(user, account) ? AccountChange.Saved : AccountChange.LostRace;
    }

    /// <summary>Takes the one-time code off an account whose owner lost the telephone.</summary>
    public async Task<bool> ResetSecondFactorAsync(ClaimsPrincipal user, Account account, string reason)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await second.ResetAsync(user, account, reason, time.GetUtcNow());
        if (!await StampAsync(user, account))
        {
            return false;
        }

        await transaction.CommitAsync();
        return true;
    }

    public async Task EndSessionsAsync(ClaimsPrincipal user, Account account)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var ended = await sessions.EndAsync(sessions.Living(account.Id), SessionEnd.ByAdministrator);
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, $"mengakhiri semua sesi ({ended}).");
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>That the person of an account stood before whoever confirms it, or knew what only he knows; his sessions go on.</summary>
    /// <param name="how">After "mengonfirmasi pemilik akun", with its full stop.</param>
    public async Task ConfirmAsync(ClaimsPrincipal user, Account account, string by, string how)
    {
        account.Confirm(by, time.GetUtcNow());
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture);
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, $"mengonfirmasi pemilik akun {how}");
        await db.SaveChangesAsync();
    }

    /// <summary>The account belongs to somebody of another name or number now, so that its person is confirmed anew; that is told of the
    /// account too, whose rights change by it. Saved with what the caller saves.</summary>
    public async Task RenamedAsync(ClaimsPrincipal user, int pegawaiId)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.PegawaiId == pegawaiId) is { } account)
        {
            account.Reset(user.Actor().Nama, EntryCode.New(), time.GetUtcNow());
            log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!,
                "mengubah nama atau NIP pemilik akun ini; pemiliknya harus dikonfirmasi lagi.");
        }
    }

    private async Task<bool> StampAsync(ClaimsPrincipal user, Account account)
    {
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
        {
            return false;
        }

        await sessions.RestampAsync(user, account, SessionEnd.AccountChanged);
        return true;
    }

    // The rows stay locked until the end of the transaction, so that two administrators cannot shut each other out at once.
    private async Task<bool> IsLastAdministratorAsync(Account account)
    {
        var active = await db.Database.SqlQuery<int>(
            $"""
            select id as "Value" from accounts where is_active and {nameof(Role.Administrator)} = any (offices) order by id for update
            """).ToListAsync();
        return active.Contains(account.Id) && active.Count == 1;
    }

    private static string Keadaan(bool isActive) => isActive ? "dapat dipakai" : "ditutup";
}

public enum AccountChange
{
    Saved,
    LastAdministrator,

    /// <summary>Something waits for the person of the account.</summary>
    Awaited,
    LostRace,
}
