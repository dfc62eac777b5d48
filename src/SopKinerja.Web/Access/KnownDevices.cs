using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SopKinerja.Web.Persistence;

namespace SopKinerja.Web.Access;

/// <summary>Browsers in which an account has signed in before, by a cookie that opens nothing: what is tried there is counted by itself,
/// and who tries from elsewhere, be it at the same address, slows nobody there (docs/decisions/0056).</summary>
public sealed class KnownDevices(IHttpContextAccessor requests, IDataProtectionProvider protection, TimeProvider time)
{
    internal const string Cookie = "sopkinerja-perangkat";

    // Colleagues at one computer.
    private const int MostAccounts = 8;

    private const int KeyLength = 32;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    private HttpContext Http => requests.HttpContext!;

    /// <summary>By which this browser is known as one of the account; null where it never came in here.</summary>
    public string? KeyOf(int accountId) => Read().FirstOrDefault(d => d.AccountId == accountId)?.Key;

    /// <summary>The account came in here. What was counted there stays counted.</summary>
    public void Remember(Account account)
    {
        var (known, until) = (Read(), time.GetUtcNow() + Kept);
        var key = known.FirstOrDefault(d => d.AccountId == account.Id)?.Key
            ?? RandomNumberGenerator.GetHexString(KeyLength, lowercase: true);
        Device[] all = [new(account.Id, key, until), .. known.Where(d => d.AccountId != account.Id).Take(MostAccounts - 1)];
        Http.Response.Cookies.Append(Cookie, Protector.Protect(JsonSerializer.Serialize(all)), new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = Http.Request.IsHttps,
            Expires = until,
            IsEssential = true,
        });
    }

    // What cannot be read is a browser that nobody knows.
    private List<Device> Read()
    {
        try
        {
            var now = time.GetUtcNow();
            return Http.Request.Cookies[Cookie] is { Length: > 0 } cookie
                ? [.. JsonSerializer.Deserialize<List<Device>>(Protector.Unprotect(cookie))!.Where(d => d.Until > now)]
                : [];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    private IDataProtector Protector => protection.CreateProtector("SopKinerja.Perangkat");

    private sealed record Device(int AccountId, string Key, DateTimeOffset Until);
}
