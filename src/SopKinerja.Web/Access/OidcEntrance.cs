using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SopKinerja.Web.Addresses;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Who comes from the provider goes in as exactly one account that is there and open; none is ever made.</summary>
public sealed class OidcEntrance(
    SopDbContext db, ILookupNormalizer names, OidcSettings settings, Entrance entrance, AccessLog access)
{
    // RFC 8176: more than one factor, a one-time code, a key in hardware.
    private static readonly string[] SecondFactors = ["mfa", "otp", "hwk"];

    /// <returns>Where it goes on.</returns>
    public async Task<string> EnterAsync(ClaimsPrincipal provided, string? wanted)
    {
        var values = provided.FindAll(settings.Klaim).Select(c => c.Value.Trim()).Distinct().ToList();
        if (values is [{ Length: > 0 } value] && await Of(value).Take(2).ToListAsync() is [{ IsActive: true } account])
        {
            return await entrance.EnterAsync(account, wanted, isTwice: provided.FindAll("amr").Any(c => SecondFactors.Contains(c.Value)));
        }

        await access.FailedAsync(AccessKind.ProviderFailed, null, OidcFailure.NoAccount);
        return Links.Account.SignInAfter(OidcFailure.NoAccount);
    }

    private IQueryable<Account> Of(string value)
    {
        var (name, nip) = (names.NormalizeName(value), string.Concat(value.Where(char.IsAsciiDigit)));
        return settings.IsByNip
            ? db.Users.Where(a => a.Pegawai!.Nip == nip)
            : db.Users.Where(a => a.NormalizedUserName == name);
    }
}
