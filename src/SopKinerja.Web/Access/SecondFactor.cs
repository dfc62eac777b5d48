using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>The one-time code of an account as its owner has it: switched on, off, and its recovery codes (docs/decisions/0043). Each is
/// written down; none changes the security stamp, so sessions go on.</summary>
public sealed class SecondFactor(
    SopDbContext db, UserManager<Account> users, AccountStore store, CodeJudge judge, ChangeLog log, CurrentSettings settings,
    IDataProtectionProvider protection)
{
    private const string Provider = "SopKinerja";
    private const string Notice = "kode-disetel-ulang";

    private static readonly TimeSpan OfferLives = TimeSpan.FromHours(1);

    public bool IsRequiredOf(Account account) => SecondFactorPolicy.Of(settings.Value).Requires(account);

    /// <summary>A new key, for nobody but this account's form: until a code of it came back it is not kept.</summary>
    public string Offer(Account account) => Offers(account).Protect(OneTimeCode.NewKey(), OfferLives);

    /// <summary>The key of an offer; null where it is none of this account, or too old.</summary>
    public string? KeyOf(Account account, string? offer)
    {
        try
        {
            return offer is null ? null : Offers(account).Unprotect(offer);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The recovery codes; null when the code is not one of the key.</summary>
    public async Task<RecoveryCodes?> SwitchOnAsync(ClaimsPrincipal user, Account account, string key, string code)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (account.TwoFactorEnabled || !await judge.TakeAsync(account, key, code))
        {
            return null;
        }

        account.TwoFactorEnabled = true;
        await store.SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
        await store.RemoveTokenAsync(account, Provider, Notice, CancellationToken.None);
        await judge.ForgetAsync(account);
        var codes = await RenewAsync(user, account, "mengaktifkan kode sekali pakai.");
        await transaction.CommitAsync();
        return codes;
    }

    /// <summary>New recovery codes; the old ones open nothing any more.</summary>
    public Task<RecoveryCodes> RenewAsync(ClaimsPrincipal user, Account account) =>
        RenewAsync(user, account, "membuat kode pemulihan baru.");

    public Task SwitchOffAsync(ClaimsPrincipal user, Account account) =>
        EndAsync(user, account, "mematikan kode sekali pakai.");

    /// <summary>Within the transaction of the caller, who ends the sessions.</summary>
    public async Task ResetAsync(ClaimsPrincipal user, Account account, string reason, DateTimeOffset now)
    {
        await store.SetTokenAsync(
            account, Provider, Notice,
            $"{user.Actor().Nama} menyetel ulang kode sekali pakai akun Anda pada {Tanggal.TampilPukul(now)}. Alasan: "
                + Sentences.End(reason),
            CancellationToken.None);
        await EndAsync(user, account, $"menyetel ulang kode sekali pakai. Alasan: {Sentences.End(reason)}");
    }

    /// <summary>That somebody else took the second factor off, until it was read; null otherwise.</summary>
    public async Task<string?> NoticeAsync(Account account) =>
        account.TwoFactorEnabled ? null : await users.GetAuthenticationTokenAsync(account, Provider, Notice);

    public Task<IdentityResult> ReadNoticeAsync(Account account) => users.RemoveAuthenticationTokenAsync(account, Provider, Notice);

    private async Task EndAsync(ClaimsPrincipal user, Account account, string sentence)
    {
        account.TwoFactorEnabled = false;
        await store.ForgetSecondFactorAsync(account);
        await judge.ForgetAsync(account);
        await SaveAsync(user, account, sentence);
    }

    private async Task<RecoveryCodes> RenewAsync(ClaimsPrincipal user, Account account, string sentence)
    {
        var codes = RecoveryCodes.New();
        await store.ReplaceCodesAsync(account, codes.Codes.Select(RecoveryCodes.Plain), CancellationToken.None);
        await SaveAsync(user, account, sentence);
        return codes;
    }

    private async Task SaveAsync(ClaimsPrincipal user, Account account, string sentence)
    {
        log.Write(user, ChangeSubjects.Akun, account.Id, account.UserName!, sentence);
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString("D", CultureInfo.InvariantCulture);
        await db.SaveChangesAsync();
    }

    private ITimeLimitedDataProtector Offers(Account account) =>
        protection.CreateProtector("SopKinerja.KodeSekaliPakai.Tawaran", $"{account.Id}").ToTimeLimitedDataProtector();
}
