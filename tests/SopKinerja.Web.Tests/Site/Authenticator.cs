using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SopKinerja.Web.Access;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Tests.Site;

/// <summary>Somebody's telephone: reckons codes as RFC 6238 says, by itself.</summary>
public static class Authenticator
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">Base32, in groups or not.</param>
    /// <param name="steps">By how many steps of 30 seconds the clock is wrong.</param>
    public static string Code(string key, DateTimeOffset at, int steps = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (at.ToUnixTimeSeconds() / 30) + steps);
        // RFC 6238 has SHA-1, and so have all telephones.
#pragma warning disable CA5350
        var mac = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0xf, 4)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    public static byte[] FromBase32(string key)
    {
        var bits = string.Concat(key.Where(char.IsLetterOrDigit).Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    /// <summary>Switches the code on for an account as its page does, without a browser; its key.</summary>
    public static async Task<string> GiveCodeAsync(this SopSite site, string userName)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByNameAsync(userName))!;
        var key = OneTimeCode.NewKey();
        await scope.ServiceProvider.GetRequiredService<AccountStore>().SetAuthenticatorKeyAsync(account, key, CancellationToken.None);
        account.TwoFactorEnabled = true;
        Assert.True((await users.UpdateAsync(account)).Succeeded);
        return key;
    }
}
