using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>The store of Identity, where the key of an authenticator stands in cipher, for its account alone, and recovery codes as
/// SHA-256.</summary>
public sealed class AccountStore(SopDbContext db, IdentityErrorDescriber describer, IDataProtectionProvider protection)
    : UserOnlyStore<Account, SopDbContext, int>(db, describer)
{
    // As Identity names them.
    private const string Provider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";
    private const char Between = ';';

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, Protector(user).Protect(key), cancellationToken);

    /// <returns>Null also where the key cannot be read any more, because that of its cipher is gone.</returns>
    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } closed ? Protector(user).Unprotect(closed) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        KeepAsync(user, recoveryCodes.Select(code => Digest(user, code)), cancellationToken);

    public override async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Provider, CodesName, cancellationToken) ?? "").Split(Between);
        var digest = Digest(user, code);
        if (!kept.Contains(digest))
        {
            return false;
        }

        await KeepAsync(user, kept.Where(k => k != digest), cancellationToken);
        return true;
    }

    public async Task ForgetSecondFactorAsync(Account user)
    {
        await RemoveTokenAsync(user, Provider, KeyName, CancellationToken.None);
        await RemoveTokenAsync(user, Provider, CodesName, CancellationToken.None);
    }

    private Task KeepAsync(Account user, IEnumerable<string> digests, CancellationToken cancel) =>
        SetTokenAsync(user, Provider, CodesName, string.Join(Between, digests), cancel);

    private IDataProtector Protector(Account user) => protection.CreateProtector("SopKinerja.KodeSekaliPakai", $"{user.Id}");

    private static string Digest(Account user, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Id} {code}")));
}
